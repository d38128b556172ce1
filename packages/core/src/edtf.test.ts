import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coarsenEdtf, isEdtf, parseEdtf } from "./edtf.ts";

const iso = (value: number | null): string | null => (value === null ? null : new Date(value).toISOString());

describe("parseEdtf", () => {
  it.each([
    ["2025", "2025-01-01T00:00:00.000Z", "2025-12-31T23:59:59.999Z", "year"],
    ["2025-02", "2025-02-01T00:00:00.000Z", "2025-02-28T23:59:59.999Z", "month"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z", "2024-02-29T23:59:59.999Z", "day"],
    ["2025-05-XX", "2025-05-01T00:00:00.000Z", "2025-05-31T23:59:59.999Z", "month"],
    ["2025-XX-XX", "2025-01-01T00:00:00.000Z", "2025-12-31T23:59:59.999Z", "year"],
    ["202X", "2020-01-01T00:00:00.000Z", "2029-12-31T23:59:59.999Z", "decade"],
    ["2025-05-11T09:14+03:00", "2025-05-11T06:14:00.000Z", "2025-05-11T06:14:59.999Z", "instant"],
    ["2025-05-14/2025-05-16", "2025-05-14T00:00:00.000Z", "2025-05-16T23:59:59.999Z", "day"],
    ["2025-05/..", "2025-05-01T00:00:00.000Z", null, "month"],
    ["/2025", null, "2025-12-31T23:59:59.999Z", "year"],
  ])("reads %s as the widest span that it can mean", (text, earliest, latest, precision) => {
    const date = parseEdtf(text);
    expect([iso(date.earliest), iso(date.latest), date.precision]).toEqual([earliest, latest, precision]);
  });

  it("takes a time without a zone to lie up to 14 hours to either side", () => {
    const date = parseEdtf("2025-05-11T12:00:00");
    expect(iso(date.earliest)).toBe("2025-05-10T22:00:00.000Z");
    expect(iso(date.latest)).toBe("2025-05-12T02:00:00.999Z");
  });

  it("keeps uncertain and approximate apart", () => {
    expect(parseEdtf("2025-05-03~")).toMatchObject({ approximate: true, uncertain: false });
    expect(parseEdtf("2025-05?")).toMatchObject({ approximate: false, uncertain: true });
    expect(parseEdtf("2025%")).toMatchObject({ approximate: true, uncertain: true });
  });

  it.each([
    "",
    "2025-13",
    "2025-02-30",
    "2025-XX-03",
    "../..",
    "2025/2024",
    "03.05.2025",
    "2025-5-3",
    "2025-05-03T25:00Z",
    "1/2/3",
  ])("refuses %j", (text) => {
    expect(() => parseEdtf(text)).toThrowError(expect.objectContaining({ code: "core.bad-date" }));
  });

  it("never ends before it begins", () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date("1000-01-01"), max: new Date("9999-12-31") }),
        (when) => {
          const { earliest, latest } = parseEdtf(when.toISOString().slice(0, 10));
          expect(latest ?? 0).toBeGreaterThan(earliest ?? 0);
        },
      ),
    );
  });
});

describe("coarsenEdtf", () => {
  it.each([
    ["2025-05-03~", "month", "2025-05~"],
    ["2025-05-03T09:14Z", "month", "2025-05"],
    ["2025-05-03", "year", "2025"],
    ["2025", "month", "2025"],
    ["2025-05-14/2025-06-16", "month", "2025-05/2025-06"],
    ["2025-05-14/..", "year", "2025/.."],
  ] as const)("makes %s no finer than a %s: %s", (text, to, expected) => {
    expect(coarsenEdtf(text, to)).toBe(expected);
    expect(isEdtf(expected)).toBe(true);
  });
});
