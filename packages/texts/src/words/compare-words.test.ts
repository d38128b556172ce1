import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareWords, type ComparedRun } from "./compare-words.ts";

const textOf = (runs: readonly ComparedRun[], without: ComparedRun["kind"]): string =>
  runs
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join("");

describe("compareWords", () => {
  it("shows what came and what went, word by word", () => {
    expect(compareWords("The State shall refrain.", "The State should refrain now.", "en")).toEqual([
      { kind: "same", text: "The State " },
      { kind: "removed", text: "shall" },
      { kind: "added", text: "should" },
      { kind: "same", text: " refrain" },
      { kind: "added", text: " now" },
      { kind: "same", text: "." },
    ]);
  });

  it("never cuts a word of Arabic in two", () => {
    const runs = compareWords("وصلت الرسالة إلى المدافع", "وصلت الرسالتان إلى المدافعات", "ar");
    const changed = runs.filter(({ kind }) => kind !== "same").map(({ text }) => text);
    expect(changed).toEqual(["الرسالة", "الرسالتان", "المدافع", "المدافعات"]);
  });

  it("gives both versions back, whatever they are", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", " ", "كلمة", "، ", "2025", "\n"), { maxLength: 40 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = compareWords(before, after, "ar");
        expect(textOf(runs, "added")).toBe(before);
        expect(textOf(runs, "removed")).toBe(after);
      }),
      { seed: 58, numRuns: 300 },
    );
  });

  it("answers also where nothing agrees, in bounded time", () => {
    const long = (word: string): string => Array.from({ length: 4000 }, (_, at) => `${word}${at}`).join(" ");
    const runs = compareWords(long("x"), long("y"), "en");
    expect(textOf(runs, "added")).toBe(long("x"));
  });
});
