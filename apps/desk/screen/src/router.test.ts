import { describe, expect, it } from "vitest";
import { addressOf, addressWith, parseAddress, parseRoute } from "./router.ts";

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
  it("say what is open beside the page, the last steps of it, and nothing that is no address", () => {
    const [page, person] = [
      ["incident", "n".repeat(26)],
      ["person", "p".repeat(26)],
    ];
    const steps = [["drop"], person];
    const hash = addressWith({ route: page, beside: steps });
    expect(hash).toBe(`#/incident/${"n".repeat(26)}/~/drop/~/person/${"p".repeat(26)}`);
    expect(parseAddress(hash)).toEqual({ route: page, beside: steps });
    expect(parseRoute(hash)).toEqual(page);
    expect(parseAddress(`${addressOf(...page)}/~/person/Jane%20Doe`)).toEqual({ route: page, beside: [] });
    expect(parseAddress("#/~/drop")).toEqual({ route: [], beside: [["drop"]] });
    const many = Array.from({ length: 12 }, (_, index) => ["person", `p${String(index)}`]);
    expect(parseAddress(addressWith({ route: page, beside: many })).beside).toEqual(many.slice(-8));
  });
});
