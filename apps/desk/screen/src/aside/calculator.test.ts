import { describe, expect, it } from "vitest";
import { emptyCalculator, pressKey } from "./calculator.ts";

const shownAfter = (keys: string): string => [...keys].reduce(pressKey, emptyCalculator).shown;

describe("the calculator that stands in the place of the desk", () => {
  it.each([
    ["12+30=", "42"],
    ["0.1+0.2=", "0.3"],
    ["2+3*4=", "20"],
    ["8/4=", "2"],
    ["5-", "5"],
    ["9+-3=", "6"],
    ["7C", "0"],
    ["1..5", "1.5"],
    ["007", "7"],
    ["6/0=", "–"],
    ["1+2=5", "5"],
    ["1234567890123456", "123456789012"],
  ])("shows for %s what a calculator shows", (keys, shown) => expect(shownAfter(keys)).toBe(shown));

  it("passes over every other key", () => {
    expect(pressKey(emptyCalculator, "Escape")).toBe(emptyCalculator);
    expect(pressKey(emptyCalculator, "a")).toBe(emptyCalculator);
  });
});
