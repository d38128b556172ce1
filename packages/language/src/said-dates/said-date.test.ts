import { describe, expect, it } from "vitest";
import { readSaidDate } from "./said-date.ts";

/** A Sunday. */
const today = "2026-11-29";

describe("readSaidDate", () => {
  it.each([
    ["today", ["2026-11-29"]],
    ["This morning", ["2026-11-29"]],
    ["yesterday evening", ["2026-11-28"]],
    ["last night", ["2026-11-28", "2026-11-29"]],
    ["esta mañana", ["2026-11-29"]],
    ["mañana", ["2026-11-30"]],
    ["anteayer", ["2026-11-27"]],
    ["Aujourd’hui", ["2026-11-29"]],
    ["aujourd'hui", ["2026-11-29"]],
    ["avant-hier", ["2026-11-27"]],
    ["أمس", ["2026-11-28"]],
    ["امس", ["2026-11-28"]],
    ["أول من أمس", ["2026-11-27"]],
    ["قبل يومين", ["2026-11-27"]],
  ])("counts %s from today", (said, dates) => {
    expect(readSaidDate(said, today)).toEqual(dates);
  });

  it.each([
    ["Tuesday", ["2026-11-24", "2026-12-01"]],
    ["on Tuesday", ["2026-11-24", "2026-12-01"]],
    ["last Tuesday", ["2026-11-24", "2026-11-17"]],
    ["el martes pasado", ["2026-11-24", "2026-11-17"]],
    ["mardi dernier", ["2026-11-24", "2026-11-17"]],
    ["الثلاثاء الماضي", ["2026-11-24", "2026-11-17"]],
    ["يوم الثلاثاء", ["2026-11-24", "2026-12-01"]],
    ["next Friday", ["2026-12-04", "2026-12-11"]],
    ["Sunday", ["2026-11-29", "2026-11-22", "2026-12-06"]],
  ])("gives every day that %s can mean", (said, dates) => {
    expect(readSaidDate(said, today)).toEqual(dates);
  });

  it.each([
    ["3 days ago", ["2026-11-26"]],
    ["two weeks ago", ["2026-11-15"]],
    ["hace una semana", ["2026-11-22"]],
    ["il y a 3 jours", ["2026-11-26"]],
    ["قبل ٣ أيام", ["2026-11-26"]],
    ["منذ أسبوع", ["2026-11-22"]],
  ])("counts back the days of %s", (said, dates) => {
    expect(readSaidDate(said, today)).toEqual(dates);
  });

  it.each([
    ["last month", ["2026-10"]],
    ["l’année dernière", ["2025"]],
    ["الشهر الماضي", ["2026-10"]],
    ["3 May 2025", ["2025-05-03"]],
    ["May 3rd, 2025", ["2025-05-03"]],
    ["3 de mayo de 2025", ["2025-05-03"]],
    ["1er mai 2025", ["2025-05-01"]],
    ["٣ مايو ٢٠٢٥", ["2025-05-03"]],
    ["٣ تشرين الثاني ٢٠٢٥", ["2025-11-03"]],
    ["décembre 2024", ["2024-12"]],
    ["3 May", ["2026-05-03", "2025-05-03"]],
    ["24 December", ["2025-12-24", "2026-12-24"]],
    ["3/5/2025", ["2025-05-03", "2025-03-05"]],
    ["23.5.2025", ["2025-05-23"]],
  ])("reads the written day %s", (said, dates) => {
    expect(readSaidDate(said, today)).toEqual(dates);
  });

  it.each([
    "",
    "soon",
    "after the strike",
    "Tuesday or Wednesday",
    "about Tuesday",
    "31 February 2025",
    "2025-05-03",
    "the",
    "3",
    "last last Tuesday",
    "x".repeat(5000),
  ])("understands nothing of %j, rather than a part of it", (said) => {
    expect(readSaidDate(said, today)).toEqual([]);
  });
});
