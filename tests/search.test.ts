// Search finds what it should of an invented library, and little else, by figures that may only grow better. Both halves
// are held: docs/search.md has them by language.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answer, figuresOf, openLibrary, readQuestions, type Answered } from "./search/relevance.ts";

/** The least that must be answered as written down, and the most documents that may be found wrongly. */
const floors = {
  seen: { right: 110, found: 131, wrong: 2 },
  unseen: { right: 98, found: 127, wrong: 6 },
} as const;

let answered: readonly Answered[] = [];
beforeAll(async () => {
  const library = await openLibrary();
  try {
    answered = await answer(library, await readQuestions());
  } finally {
    await library.close();
  }
});
afterAll(() => {
  answered = [];
});

const half = (name: "seen" | "unseen"): readonly Answered[] =>
  answered.filter(({ question }) => question.half === name);

describe("search", () => {
  it("is asked at least 100 questions, in halves that are about the same in each language", () => {
    expect(answered.length).toBeGreaterThan(200);
    for (const group of new Set(answered.map(({ question }) => question.group))) {
      const of = answered.filter(({ question }) => question.group === group);
      const seen = of.filter(({ question }) => question.half === "seen");
      expect(Math.abs(of.length - 2 * seen.length)).toBeLessThan(2);
    }
  });

  it.each(["seen", "unseen"] as const)("answers the %s half no worse than it did", (name) => {
    const { right, found, wrong } = figuresOf(half(name));
    expect(right).toBeGreaterThanOrEqual(floors[name].right);
    expect(found).toBeGreaterThanOrEqual(floors[name].found);
    expect(wrong).toBeLessThanOrEqual(floors[name].wrong);
  });
});
