import { describe, expect, it } from "vitest";
import { directionOfAll } from "./direction-of-all.ts";

describe("the direction of a text whose language nobody told", () => {
  it.each([
    ["Received by post and scanned.", "ltr"],
    ["وصلت بالبريد.", "rtl"],
    ["P1: مدافع.", undefined],
    ["2025-05-03", undefined],
  ])("of %s is %s", (text, direction) => {
    expect(directionOfAll(text)).toBe(direction);
  });
});
