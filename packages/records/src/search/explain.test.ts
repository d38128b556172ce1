import { describe, expect, it } from "vitest";
import type { Rows, WordsRow } from "../rows.ts";
import type { WordForms } from "./analysis.ts";
import { explain, type Explanation } from "./explain.ts";
import { parseQuestion } from "./question.ts";

const analyse = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const stem = (word: string): string => `=${word.replace(/(?:s|ed)$/, "")}`;

/** A small analysis of its own: a plural or participle is the same word, and a name sounds like itself backwards. */
const forms: WordForms = {
  version: 1,
  ofText: (text) => analyse(text).map(stem),
  ofName: (name) => analyse(name).map((word) => `~${[...word].toReversed().join("")}`),
  split: analyse,
  ofWord: (word) => [
    { how: "same", rows: [[word]] },
    { how: "form", rows: [[stem(word)]] },
    { how: "name", rows: [[`~${word}`]] },
  ],
  isWholeIn: () => true,
  isNameLike: (_, typed) => typed !== "wrong",
};

const row = (field: string, text: string, isName = false): WordsRow => ({
  field,
  text,
  lang: "en",
  weight: field === "title" ? "high" : "low",
  ...(isName ? { isName } : {}),
});

function ask(typed: string, ...words: readonly WordsRow[]): Explanation | null {
  const isField = (name: string): boolean => ["title", "note"].includes(name);
  const question = parseQuestion(typed, { analyse, forms, isField, isKind: (name) => name === "incident" });
  return explain({ record: { kind: "incident" }, words } as unknown as Rows, question, { analyse, forms });
}

/** The marked words of an excerpt. */
const marked = (why: Explanation | null): readonly string[] =>
  why?.excerpt?.marks.map(([from, to]) => why.excerpt?.text.slice(from, to) ?? "") ?? [];

describe("explain", () => {
  it("says the field, how the words were found, and where they stand", () => {
    const words = [row("title", "A visit"), row("note", "They raided the office; raids are common.")];
    expect(ask("raids ", ...words)).toMatchObject({ field: "note", how: "same" });
    expect(marked(ask("raids ", ...words))).toEqual(["raided", "raids"]);
    expect(ask("raid office ", ...words)).toMatchObject({ field: "note", how: "form" });
    expect(marked(ask("off", ...words))).toEqual(["office"]);
  });

  it("answers only what all words, and none that is left out, allow", () => {
    const words = [row("title", "Raid"), row("note", "office at night")];
    expect(ask("raid phone ", ...words)).toBeNull();
    expect(ask("raid -night ", ...words)).toBeNull();
    expect(ask("raid -title:night ", ...words)).not.toBeNull();
    expect(ask("title:office ", ...words)).toBeNull();
    expect(ask("note:office kind:incident ", ...words)).toMatchObject({ field: "note" });
    expect(ask('"night at" ', ...words)).toBeNull();
  });

  it("finds a name by its sound where it is a name, and where it is like enough", () => {
    expect(ask("anina ", row("title", "anina"))).toMatchObject({ how: "same" });
    expect(ask("duold ", row("title", "dloud", true))).toMatchObject({ how: "name" });
    expect(ask("duold ", row("title", "dloud"))).toBeNull();
    expect(ask("wrong ", row("title", "gnorw", true))).toBeNull();
  });

  it("cuts a piece out of a long text around the first word, and marks it there", () => {
    const text = `${"before ".repeat(100)}the raid ${"after ".repeat(100)}`;
    const why = ask("raid ", row("note", text));
    expect(marked(why)).toEqual(["raid"]);
    expect(why?.excerpt?.text.length).toBeLessThan(210);
    expect(why?.excerpt?.text).toMatch(/^…before .*after.*…$/);
  });

  it("answers for a text that is too long to be marked", () => {
    const why = ask("raid ", row("title", "Long"), row("note", `${"x ".repeat(60_000)}raid`));
    expect(why).toMatchObject({ how: "same" });
    expect(why?.excerpt).toBeUndefined();
  });
});
