import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { queryOf } from "./search.ts";

const analyse = (text: string): readonly string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

describe("queryOf", () => {
  it("asks for every word, the last one as a beginning, and for phrases", () => {
    expect(queryOf("Police ra", analyse)).toEqual({ text: '"police"', open: "ra", first: "police" });
    expect(queryOf("police raid ", analyse)).toMatchObject({ text: '"police" AND "raid"', open: null });
    expect(queryOf('"at night" po', analyse)).toEqual({ text: '"at night"', open: "po", first: "at" });
    expect(queryOf('po "at night', analyse)).toMatchObject({ text: '"po" AND "at night"', open: null });
    expect(queryOf("ra", analyse)).toMatchObject({ text: "", open: "ra" });
    expect(queryOf(' "" ', analyse)).toBeNull();
  });

  it("puts everything in quotes, whatever the analysis lets through, and keeps it short", () => {
    const wild = fc.string({ unit: "grapheme", maxLength: 900 });
    fc.assert(
      fc.property(wild, (words) => {
        const query = queryOf(words, (text) => [...text].filter((each) => each !== " "));
        const bare = (query?.text ?? "").replaceAll(/"[^"]*"\*?/g, "").replaceAll(" AND ", "");
        expect(bare).toBe("");
        expect(query?.open ?? "").not.toContain('"');
        expect((query?.text.match(/ AND /g) ?? []).length).toBeLessThan(16);
      }),
      { numRuns: 200, seed: 2 },
    );
  });
});
