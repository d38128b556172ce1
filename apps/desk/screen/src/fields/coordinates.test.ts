import { describe, expect, it } from "vitest";
import { exactnessOf, exactnesses, parsePoint, pointText, roundPoint } from "./coordinates.ts";

const point = (latitude: number, longitude: number) => ({
  latitude: Math.round(latitude * 1_000_000),
  longitude: Math.round(longitude * 1_000_000),
});

describe("coordinates as they are typed", () => {
  it.each([
    ["12.5, -3.25", point(12.5, -3.25)],
    ["12.5,-3.25", point(12.5, -3.25)],
    ["  12.5   -3.25 ", point(12.5, -3.25)],
    ["12,5; -3,25", point(12.5, -3.25)],
    ["12,5 -3,25", point(12.5, -3.25)],
    ["12, 3", point(12, 3)],
    ["12,3", point(12, 3)],
    ["-0.5, 0", point(-0.5, 0)],
    ["12°30′N 3°15′W", point(12.5, -3.25)],
    ["12° 30' 36\" S, 3° 15' 0\" E", point(-12.51, 3.25)],
    ["N 12.5 W 3.25", point(12.5, -3.25)],
    ["3.25 E, 12.5 N", point(12.5, 3.25)],
    ["12,5 N 3,25 O", point(12.5, -3.25)],
    ["١٢٫٥، ٣٫٢٥", point(12.5, 3.25)],
    ["۱۲٫۵, −۳٫۲۵", point(12.5, -3.25)],
    ["90, 180", point(90, 180)],
    ["-12.3456789, 98.7654321", point(-12.345679, 98.765432)],
  ])("are read: %s", (typed, expected) => {
    expect(parsePoint(typed)).toEqual(expected);
  });

  it.each([
    "",
    "12.5",
    "90.1, 0",
    "0, 180.1",
    "12.5 N, 3.25 N",
    "-12.5 S, 3",
    "N 12.5 S, 3",
    "12°60′ 3°0′",
    "12.5, 3.25, 8",
    "here, there",
    "1".repeat(200),
    `${"1 ".repeat(40)}x`,
  ])("are refused: %j", (typed) => {
    expect(parsePoint(typed)).toBeNull();
  });

  it("come back as they were written", () => {
    for (const each of [point(12.5, -3.25), point(0, 0), point(-89.999999, 179.000001)])
      expect(parsePoint(pointText(each))).toEqual(each);
  });
});

describe("how exactly a point is kept", () => {
  it("is rounded, and told from the point", () => {
    const exact = point(12.345678, -3.456789);
    expect(exactnesses.map((each) => pointText(roundPoint(exact, each)))).toEqual([
      "12.3, -3.5",
      "12.35, -3.46",
      "12.346, -3.457",
      "12.345678, -3.456789",
    ]);
    expect(exactnesses.map((each) => exactnessOf(roundPoint(exact, each)))).toEqual([...exactnesses]);
    expect(exactnessOf(point(12, 3))).toBe(1);
  });

  it("has one zero", () => {
    expect(Object.is(roundPoint(point(-0.01, 0), 1).latitude, 0)).toBe(true);
  });
});
