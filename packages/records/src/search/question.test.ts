import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuestion, type Question } from "./question.ts";

const analyse = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}"]+/gu) ?? [];
const parse = (words: string): Question =>
  parseQuestion(words, {
    analyse,
    isField: (name) => ["title", "note"].includes(name),
    isKind: (name) => name === "incident",
  });

/** Terms in short: `-title:raid*` for the beginning of a word that must not stand in the title. */
function short(words: string): readonly string[] {
  return parse(words).terms.map(
    ({ forms, isOpen, isNot, field }) =>
      `${isNot ? "-" : ""}${field === undefined ? "" : `${field}:`}${forms[0]?.rows[0]?.join(" ") ?? ""}${isOpen ? "*" : ""}`,
  );
}

describe("parseQuestion", () => {
  it.each([
    ["Police ra", ["police", "ra*"]],
    ["police raid ", ["police", "raid"]],
    ['"at night" po', ["at night", "po*"]],
    ['po "at night', ["po", "at night"]],
    ["police -dogs ", ["police", "-dogs"]],
    ["police - dogs ", ["police", "dogs"]],
    ["anti-corruption ", ["anti", "corruption"]],
    ['police -"at night"', ["police", "-at night"]],
    ["title:raid note:phone", ["title:raid", "note:phone*"]],
    ['title:"at night" raid ', ["title:at night", "raid"]],
    ["police -title:raid ", ["police", "-title:raid"]],
  ])("takes %s apart", (words, terms) => {
    expect(short(words)).toEqual(terms);
  });

  it.each([
    ["who:raid ", ["who", "raid"]],
    ["title: raid ", ["title", "raid"]],
    ["kind:nothing ", ["kind", "nothing"]],
    ["-dogs ", ["dogs"]],
    ["raid) OR (x ", ["raid", "or", "x"]],
    ['"" *** - " ', []],
  ])("takes for words what is nothing else: %s", (words, terms) => {
    expect(short(words)).toEqual(terms);
  });

  it("knows the kind that was asked for", () => {
    expect(parse("kind:incident raid")).toMatchObject({ kind: "incident", terms: [{ typed: "raid" }] });
    expect(parse("-kind:incident raid").kind).toBeUndefined();
  });

  it("understands whatever is typed, never asks only to leave out, and holds no quotes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 900 }), (words) => {
        const { terms } = parse(words);
        expect(terms.length).toBeLessThanOrEqual(16);
        expect(terms.length > 0 && terms.every(({ isNot }) => isNot)).toBe(false);
        expect(JSON.stringify(terms.map(({ forms }) => forms.map(({ rows }) => rows)))).not.toContain('\\"');
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});
