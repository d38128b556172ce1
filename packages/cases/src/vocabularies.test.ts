import { describe, expect, it } from "vitest";
import { acts, engagedCommitments, familyOf } from "./acts.ts";
import { firstSteps, firstStepsFor } from "./first-steps.ts";
import { caseVocabularies } from "./vocabularies.ts";

const codes = acts.terms.map(({ code }) => code);

describe("the vocabularies", () => {
  it("have each name and each code once", () => {
    const names = caseVocabularies.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, terms } of caseVocabularies)
      expect(new Set(terms.map(({ code }) => code)).size, name).toBe(terms.length);
  });

  it("give a source wherever they map to codes elsewhere, and call no mapping of ours checked", () => {
    for (const { terms } of caseVocabularies)
      for (const term of terms.filter(({ crosswalk }) => crosswalk !== undefined)) {
        expect(term.source, term.code).toBeTruthy();
        expect(term.checked, term.code).toBe(false);
      }
  });

  it("name every country once, by two capital letters", () => {
    const countries = caseVocabularies.find(({ name }) => name === "countries")?.terms ?? [];
    expect(countries).toHaveLength(249);
    for (const { code } of countries) expect(code).toMatch(/^[A-Z]{2}$/);
  });
});

describe("the vocabulary of acts", () => {
  it("is a tree: every act stands under a family", () => {
    for (const code of codes) expect(codes).toContain(familyOf(code));
    expect(codes.filter((code) => !code.includes("."))).toHaveLength(11);
  });

  it("has for every act both crosswalks, in the form of the scheme, or none", () => {
    for (const { code, crosswalk } of acts.terms) {
      expect(crosswalk?.["huridocs"], code).toMatch(/^(\d{12}|none)$/);
      expect(crosswalk?.["sdg16101"], code).toMatch(/^([A-F]|none)$/);
    }
  });

  it("keeps to the letters of SDG 16.10.1 where a category has one act", () => {
    const letter = (code: string): string | undefined =>
      acts.terms.find((term) => term.code === code)?.crosswalk?.["sdg16101"];
    expect(letter("physical.killing")).toBe("A");
    expect(letter("physical.disappearance")).toBe("B");
    expect(letter("physical.torture")).toBe("C");
    expect(letter("physical.abduction")).toBe("E");
    expect(letter("network.shutdown")).toBe("none");
  });
});

describe("engagedCommitments", () => {
  it("gives each commitment once, and none for what no commitment speaks of", () => {
    expect(engagedCommitments(["spyware.infection", "spyware.attempt"])).toEqual(["C-SPY-1", "C-SPY-2"]);
    expect(engagedCommitments(["network.throttling", "network.site-blocking"])).toEqual(["C-SHUT-2"]);
    expect(engagedCommitments(["physical.assault", "no.such.act"])).toEqual([]);
  });
  it("counts what the family engages", () => {
    expect(engagedCommitments(["transnational.unheard-of"])).toEqual(["C-TNR-1"]);
  });

  it("is engaged by every act of a family that engages it", () => {
    for (const { code, engages } of acts.terms) {
      const inherited = acts.terms.find((term) => term.code === familyOf(code))?.engages ?? [];
      expect(engages ?? [], code).toEqual(expect.arrayContaining([...inherited]));
    }
  });
});

describe("first steps", () => {
  it("stand for every family, marked as our own advice that nobody has checked", () => {
    expect(firstSteps).toHaveLength(11);
    for (const steps of firstSteps)
      expect(steps).toMatchObject({ source: "own", checked: false, written: "2026-11-23" });
  });
  it("are given once for several acts of a family", () => {
    expect(firstStepsFor(["spyware.attempt", "spyware.infection"]).map(({ text }) => text)).toEqual([
      "acts.spyware.first",
    ]);
  });
});
