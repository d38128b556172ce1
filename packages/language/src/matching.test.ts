import { describe, expect, it } from "vitest";
import { isMeant } from "./matching.ts";

describe("what is typed", () => {
  it("is found whatever its case, accents and order", () => {
    expect(isMeant("Numéro pris · Phone number taken", "NUMERO phone")).toBe(true);
    expect(isMeant("مُختلَق", "مختلق")).toBe(true);
    expect(isMeant("Phone number taken", "phones")).toBe(false);
    expect(isMeant("anything", "  ")).toBe(true);
  });

  it("is found whichever form of an Arabic letter people type", () => {
    expect(isMeant("إصابة ببرنامج تجسس", "اصابه")).toBe(true);
    expect(isMeant("قطع الإنترنت", "الانترنت قطع")).toBe(true);
  });
});
