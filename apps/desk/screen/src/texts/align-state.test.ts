import type { DraftAlignment } from "@tocsin/workspace";
import { describe, expect, it } from "vitest";
import { apart, confirm, decidedIn, isSure, reopen, rowsOf } from "./align-state.ts";

const side = (count: number) => ({
  record: "d" as never,
  title: "",
  language: "en",
  paragraphs: Array.from({ length: count }, (_, at) => ({ label: `OP${at + 1}`, text: `Words ${at}` })),
});
const link = (before: number[], after: number[], byPerson = false, score = 0.9) => ({
  before,
  after,
  score,
  moved: false,
  byPerson,
});

const alignment: DraftAlignment = {
  older: side(4),
  newer: side(5),
  confirmed: null,
  links: [link([0], [0], true, 1), link([2], [1, 2]), link([3], [4], false, 0.4)],
};

describe("rowsOf", () => {
  it("shows every paragraph of both once, what is gone where it stood", () => {
    expect(rowsOf(alignment).map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ["pair", [0], [0]],
      ["removed", [1], []],
      ["split", [2], [1, 2]],
      ["added", [], [3]],
      ["pair", [3], [4]],
    ]);
  });

  it("takes neither a split nor a weak likeness for sure", () => {
    expect(rowsOf(alignment).filter(isSure)).toEqual([]);
    const strong = { ...alignment, links: [link([0], [0])] };
    expect(rowsOf(strong).filter(isSure)).toHaveLength(1);
  });
});

describe("what is decided", () => {
  const decided = decidedIn(alignment);

  it("moves a link from open to confirmed and back", () => {
    const now = confirm(decided, [{ before: [3], after: [4] }]);
    expect(now.confirmed).toHaveLength(2);
    expect(now.open).toEqual([{ before: [2], after: [1, 2] }]);
    expect(reopen(now, { before: [3], after: [4] }).open).toHaveLength(2);
  });

  it("lets go of a paragraph wherever it was, so that none stands in two links", () => {
    const now = confirm(decided, [{ before: [2], after: [1] }]);
    expect(now.open).toEqual([{ before: [3], after: [4] }]);
    expect(now.confirmed.at(-1)).toEqual({ before: [2], after: [1] });
    expect(apart(decided, { before: [0], after: [0] }).confirmed).toEqual([]);
  });
});
