import { describe, expect, it } from "vitest";
import { holdNumbers } from "./telephone-order.ts";

describe("holdNumbers", () => {
  it("holds the groups of a number together, in the order in which they are read", () => {
    expect(holdNumbers("هاتف +999 555 0100.")).toBe("هاتف \u200e+999\u00a0555\u00a00100.");
    expect(holdNumbers("الحساب 1234 5678 9012 3456")).toContain("\u200e1234\u00a05678\u00a09012\u00a03456");
  });

  it("leaves words, dates and two numbers beside each other as they are", () => {
    for (const text of ["في 11 مايو 2025", "14 16 مايو", "118/2025", "AS64496 12 13 14a", "400,000 EUR"])
      expect(holdNumbers(text)).toBe(text);
  });
});
