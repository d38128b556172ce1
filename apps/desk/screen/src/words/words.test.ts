import { createTranslator, english } from "@tocsin/language";
import { describe, expect, it } from "vitest";
import { dateWords } from "./date-words.ts";
import { progressWords } from "./progress-words.ts";

const words = createTranslator("en", { en: english }, { isolate: false });

describe("dates", () => {
  it.each([
    ["2025-05-03~", "about 3 May 2025"],
    ["2025-05?", "May 2025 (uncertain)"],
    ["2025-05-14/2025-05-16", "14 May 2025 to 16 May 2025"],
    ["2025-05/..", "since May 2025"],
    ["2025-05-11T09:14+03:00", "11 May 2025 at 06:14 UTC"],
    ["2025-05-11T09:14", "11 May 2025 at 09:14"],
    ["not a date", "not a date"],
    ["", "Date not known"],
  ])("are said with what is not known about them: %s", (text, said) => {
    expect(dateWords(words, text)).toBe(said);
  });
});

describe("dates in Korean", () => {
  it("are written by its own rules", () => {
    const korean = createTranslator("ko", { en: english }, { isolate: false });
    expect(dateWords(korean, "2025-05-03")).toBe("2025년 5월 3일");
  });
});

describe("work under way", () => {
  const job = {
    id: "a",
    kind: "evidence",
    state: "running",
    found: { findings: 0, verdicts: 0 },
    startedAt: 0,
  } as const;
  it("says how far, how fast and what is left", () => {
    const progress = { done: 50_000_000, total: 200_000_000, unit: "bytes", at: "" } as const;
    expect(progressWords(words, { ...job, progress }, 10_000)).toEqual({
      text: "50 MB of 200 MB",
      left: "5 MB a second, about 30 seconds left",
    });
  });
  it("names no speed where a step takes longer than two seconds", () => {
    const progress = { done: 2, total: 10, unit: "steps", at: "" } as const;
    expect(progressWords(words, { ...job, progress }, 10_000).left).toBe("about 40 seconds left");
    expect(progressWords(words, { ...job, progress: { ...progress, total: null } }, 10_000).left).toBeNull();
  });
  it("does not guess what is left where the whole is not known", () => {
    const progress = { done: 300, total: null, unit: "rows", at: "" } as const;
    expect(progressWords(words, { ...job, progress }, 3_000)).toEqual({
      text: "300 rows so far",
      left: "100 rows a second",
    });
    expect(progressWords(words, { ...job, progress: null }, 3_000).left).toBeNull();
  });
});
