import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarNames, convertGivenDate, parseGivenDate, type CalendarName } from "./calendars.ts";
import { isEdtf } from "./edtf.ts";

/** Days that are known from almanacs: new years, and dates that went round the world. */
const known: readonly (readonly [CalendarName, string, string])[] = [
  ["solar-hijri", "1357-11-22", "1979-02-11"],
  ["solar-hijri", "1399-12-30", "2021-03-20"],
  ["solar-hijri", "1400-01-01", "2021-03-21"],
  ["solar-hijri", "1404-01-01", "2025-03-21"],
  ["hijri-umalqura", "1444-01-01", "2022-07-30"],
  ["hijri-umalqura", "1445-09-01", "2024-03-11"],
  ["hijri-umalqura", "1446-10-01", "2025-03-30"],
  ["hijri-civil", "1-1-1", "0622-07-19"],
  ["buddhist", "2568-05-03", "2025-05-03"],
  ["buddhist", "2559-10-13", "2016-10-13"],
  ["ethiopian", "2000-01-01", "2007-09-12"],
  ["ethiopian", "2013-02-24", "2020-11-03"],
  ["ethiopian", "2015-13-06", "2023-09-11"],
];

describe("dates in other calendars", () => {
  it.each(known)("in %s: %s is %s", (calendar, text, edtf) => {
    expect(convertGivenDate(calendar, text)).toEqual({ calendar, text, edtf, sure: true });
  });

  it("are read in the digits of their scripts", () => {
    expect(convertGivenDate("solar-hijri", "۱۴۰۴/۰۱/۰۱").edtf).toBe("2025-03-21");
    expect(convertGivenDate("hijri-umalqura", "١٤٤٦-١٠-١").edtf).toBe("2025-03-30");
    expect(convertGivenDate("buddhist", "๒๕๖๘-๐๕-๐๓").edtf).toBe("2025-05-03");
  });

  it("say that a conversion is unsure where the moon, the year's beginning or the tables leave room", () => {
    expect(convertGivenDate("hijri", "1446-10-01")).toMatchObject({ edtf: "2025-03-30~", sure: false });
    expect(convertGivenDate("buddhist", "2470-02-01")).toMatchObject({ edtf: "1927-02-01~", sure: false });
  });

  it("become the days of the month or year where no day is known", () => {
    expect(convertGivenDate("solar-hijri", "1404-01").edtf).toBe("2025-03-21/2025-04-20");
    expect(convertGivenDate("ethiopian", "2015").edtf).toBe("2022-09-11/2023-09-11");
    expect(convertGivenDate("hijri", "1446").edtf).toBe("2024-07-07~/2025-06-25~");
  });

  it("are kept as they were said where nobody can convert them, and dates that no calendar has are not invented", () => {
    for (const text of ["the night of the power cut", "1446-13-01", "1446-01-31", "5/11/1446"])
      expect(convertGivenDate("hijri-umalqura", text)).toEqual({
        calendar: "hijri-umalqura",
        text,
        sure: false,
      });
  });

  it("stay as they were first worked out", () => {
    const once = { calendar: "hijri", text: "1446-10-01", edtf: "2025-03-31~", sure: false };
    expect(parseGivenDate(once)).toEqual(once);
    expect(parseGivenDate({ calendar: "hijri", text: "soon", sure: true })).toMatchObject({ sure: false });
  });

  it("are refused without a calendar that we know, without words, and with parts that do not belong", () => {
    for (const bad of [
      null,
      "1446-10-01",
      { calendar: "julian", text: "1" },
      { calendar: "hijri", text: " " },
      { calendar: "hijri", text: "1", more: 1 },
      { calendar: "hijri", text: "1", sure: "no" },
      { calendar: "hijri", text: "1", sure: true, edtf: "soon" },
      { calendar: "hijri", text: "x".repeat(121) },
    ])
      expect(() => parseGivenDate(bad)).toThrow("date");
  });

  it("always give a date that we can read, whatever is typed", () => {
    const year = fc.integer({ min: 0, max: 9999 });
    const small = fc.integer({ min: 0, max: 99 });
    fc.assert(
      fc.property(fc.constantFrom(...calendarNames), year, small, small, (calendar, y, m, d) => {
        const { edtf, sure } = convertGivenDate(calendar, `${y}-${m}-${d}`);
        expect(edtf === undefined ? !sure : isEdtf(edtf)).toBe(true);
      }),
      { seed: 58_23, numRuns: 300 },
    );
  });
});
