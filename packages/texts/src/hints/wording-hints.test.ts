import { describe, expect, it } from "vitest";
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

  it("takes lists of others, and says nothing in a language without one", () => {
    const own = { en: { ladder: [], qualifiers: ["if possible"] } };
    expect(hints("Act", "Act if possible", "en", own)).toHaveLength(1);
    expect(hints("Demands", "Invites", "ko")).toEqual([]);
    expect(hints("Urges States", "Calls upon States", "en")).toEqual([]);
  });
});
