import { describe, expect, it } from "vitest";
import { addressOf, parseRoute } from "./router.ts";

describe("addresses of the screen", () => {
  it("are read back as they were made", () => {
    const parts = ["case", "c".repeat(26), "report"];
    expect(parseRoute(addressOf(...parts))).toEqual(parts);
    expect(parseRoute("")).toEqual([]);
  });
  it("lead to the first screen where they carry a name, a path or too much", () => {
    for (const hash of [
      "#/case/Jane%20Doe",
      "#/case/<b>",
      "#/case/é",
      `#/${"a/".repeat(9)}`,
      `#/${"a".repeat(99)}`,
    ])
      expect(parseRoute(hash)).toEqual([]);
  });
});
