import { describe, expect, it } from "vitest";
import { hintWords } from "./hint-words.ts";
import { withOwnWords, type OwnHintWord } from "./own-words.ts";
import { wordingHints } from "./wording-hints.ts";

const hints = (before: string, after: string, ...more: [string, Parameters<typeof wordingHints>[2]?]) =>
  wordingHints({ before, after }, ...more);

describe("wordingHints", () => {
  it("points at a verb further down the ladder and at a qualifier that came", () => {
    expect(
      hints("Demands that States end spyware", "Encourages States, as appropriate, to end spyware", "en"),
    ).toEqual([
      { kind: "weaker-verb", words: "encourages", before: "demands" },
      { kind: "qualifier-added", words: "as appropriate", before: null },
    ]);
  });

  it("points at what became stronger", () => {
    expect(hints("Invites States, where applicable, to act", "Urges States to act", "en-GB")).toEqual([
      { kind: "stronger-verb", words: "urges", before: "invites" },
      { kind: "qualifier-removed", words: "where applicable", before: null },
    ]);
  });

  it("reads Arabic with its joined particles, and French with its accents", () => {
    expect(hints("يحث الدول على الحماية", "ويدعو الدول، حسب الاقتضاء، إلى الحماية", "ar")).toEqual([
      { kind: "weaker-verb", words: "يدعو", before: "يحث" },
      { kind: "qualifier-added", words: "حسب الاقتضاء", before: null },
    ]);
    expect(hints("Exhorte les États", "Exhorte les États, le cas échéant,", "fr")).toHaveLength(1);
  });

  it("goes by the words of an organisation: more of them, elsewhere on the ladder, or fewer", () => {
    const word = (words: string, role: OwnHintWord["role"], step: number | null = null): OwnHintWord => ({
      language: "en-GB",
      words,
      role,
      step,
    });
    const own = withOwnWords([
      word("Recommends", "verb", 3),
      word("encourages", "verb", 1),
      word("as appropriate", "unused"),
      word("if feasible", "qualifier"),
      word("strongly", "verb"),
    ]);
    expect(hints("Demands it", "Recommends it, if feasible, as appropriate", "en", own)).toEqual([
      { kind: "weaker-verb", words: "Recommends", before: "demands" },
      { kind: "qualifier-added", words: "if feasible", before: null },
    ]);
    expect(hints("Encourages it", "Demands it", "en", own)).toEqual([]);
    expect(own["fr"]).toBe(hintWords["fr"]);
    expect(hintWords["en"]?.qualifiers).toContain("as appropriate");
  });

  it("knows a language of which the organisation alone has words", () => {
    const own = withOwnWords([
      { language: "pt", words: "insta", role: "verb", step: 2 },
      { language: "pt", words: "convida", role: "verb", step: 4 },
    ]);
    expect(hints("Insta os Estados", "Convida os Estados", "pt", own)).toHaveLength(1);
  });

  it("takes lists of others, and says nothing in a language without one", () => {
    const own = { en: { ladder: [], qualifiers: ["if possible"] } };
    expect(hints("Act", "Act if possible", "en", own)).toHaveLength(1);
    expect(hints("Demands", "Invites", "ko")).toEqual([]);
    expect(hints("Urges States", "Calls upon States", "en")).toEqual([]);
  });
});
