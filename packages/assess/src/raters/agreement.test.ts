// Worked by hand, beside: agreement.by-hand.md.
import { describe, expect, it } from "vitest";
import { agreementMetrics, agreementOf } from "./agreement.ts";

/** A row of digits for each rater, `.` where none was given. */
const table = (...rows: readonly string[]): (number | null)[][] =>
  rows.map((row) => [...row].map((digit) => (digit === "." ? null : Number(digit))));

/** Krippendorff's own example: four raters, twelve units. */
const example = table("123321412...", "1233224125.3", ".3332342251.", "12332441251.");

describe("agreementOf", () => {
  it.each([
    ["nominal", 0.743],
    ["ordinal", 0.815],
    ["interval", 0.849],
    ["ratio", 0.797],
  ] as const)("gives Krippendorff's own figure for his example, %s", (metric, expected) => {
    const { alpha, units, ratings } = agreementOf(example, metric);
    expect(alpha?.toFixed(3)).toBe(String(expected));
    expect({ units, ratings }).toEqual({ units: 11, ratings: 40 });
  });

  it("gives what the hand gives for two raters and two values", () => {
    const { alpha } = agreementOf(table("0100000010", "1110010000"), "nominal");
    expect(alpha).toBeCloseTo(1 - (19 * 4) / (14 * 6), 12);
  });

  it("gives what the hand gives for three ranks", () => {
    const rows = table("0122", "0112");
    expect(agreementOf(rows, "nominal").alpha).toBeCloseTo(1 - (7 * 2) / 42, 12);
    expect(agreementOf(rows, "ordinal").alpha).toBeCloseTo(1 - (7 * 18) / 600, 12);
    expect(agreementOf(rows, "interval").alpha).toBeCloseTo(1 - (7 * 2) / 78, 12);
  });

  it("is 1 where all agree, and below 0 where they disagree more than by chance", () => {
    for (const metric of agreementMetrics) expect(agreementOf(table("1212", "1212"), metric).alpha).toBe(1);
    expect(agreementOf(table("1212", "2121"), "nominal").alpha).toBeCloseTo(1 - (7 * 8) / 32, 12);
  });

  it("leaves out what only one rated, and does not take it for a zero", () => {
    const without = agreementOf(table("0122.", "0112."), "ordinal");
    expect(agreementOf(table("01222", "0112."), "ordinal")).toEqual(without);
    expect(agreementOf(table("01220", "0112."), "ordinal")).toEqual(without);
  });

  it("says why it cannot be told", () => {
    expect(agreementOf([], "nominal")).toEqual({ alpha: null, why: "no-pairs", units: 0, ratings: 0 });
    expect(agreementOf(table("1..", ".11"), "nominal")).toMatchObject({ alpha: null, why: "no-pairs" });
    expect(agreementOf(table("111", "111"), "ordinal")).toEqual({
      alpha: null,
      why: "no-variation",
      units: 3,
      ratings: 6,
    });
    expect(
      agreementOf(
        [
          [1, -1],
          [1, 1],
        ],
        "ratio",
      ),
    ).toMatchObject({ alpha: null, why: "below-zero" });
    expect(agreementOf(table("00", "01"), "ratio").alpha).not.toBeNull();
  });

  it("does not depend on the order of raters or units", () => {
    const turned = example.toReversed().map((row) => row.toReversed());
    // Rows of one length, so that columns stay together.
    for (const metric of agreementMetrics)
      expect(agreementOf(turned, metric).alpha).toBeCloseTo(agreementOf(example, metric).alpha ?? 0, 12);
  });
});
