import { parseQuestion } from "@tocsin/records";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchOf } from "./match.ts";
import type { SqlDatabase } from "./sql.ts";

/** Nothing begins as what is typed does. */
const empty = { all: async () => [] } as unknown as SqlDatabase;
const asked = (words: string, analyse = (text: string): readonly string[] => text.match(/\w+/g) ?? []) =>
  parseQuestion(words, {
    analyse,
    isField: (name) => name === "title",
    isKind: (name) => name === "incident",
  });

describe("matchOf", () => {
  it.each([
    ["police raid", '{high low near} : ((("police")) AND (("raid")))'],
    ['"at night" -dogs ', '({high low near} : ((("at night")))) NOT {high low near} : ((("dogs")))'],
    ["kind:incident raid ", '{high low near} : ((("raid"))) AND kind : "incident"'],
  ])("asks the engine for %s", async (words, text) => {
    expect(await matchOf(empty, asked(words), false)).toBe(text);
  });

  it("puts everything in quotes, whatever the analysis lets through, and keeps it short", () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 900 }), async (words) => {
        const question = asked(words, (text) => [...text].filter((each) => each !== " "));
        fc.pre(question.terms.length > 0);
        const text = await matchOf(empty, question, false);
        expect(text.replaceAll(/"[^"]*"\*?/g, "")).toMatch(/^(?:[(){} :]|high low near|AND|OR|NOT)*$/);
        expect(question.terms.length).toBeLessThanOrEqual(16);
      }),
      { numRuns: 200, seed: 2 },
    ));
});
