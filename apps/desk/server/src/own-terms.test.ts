import { acts } from "@tocsin/cases";
import { parseId } from "@tocsin/core";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { createBuiltInRegistry, type OwnTermFound } from "@tocsin/workspace";
import { describe, expect, it } from "vitest";
import { formsWithOwn, pageWithOwn, wordsWithOwn } from "./own-terms.ts";

const code = "harassment.threat.local:0f3a9c2e";
const own: OwnTermFound = {
  record: parseId("0123456789abcdefghjkmnp0f3".padEnd(26, "0")),
  vocabulary: "acts",
  parent: "harassment.threat",
  code,
  names: [
    { text: "Threat by {$poster} | .input {{x}} \\", lang: "en" },
    { text: "تهديد بملصق", lang: "ar" },
  ],
  definition: null,
  retired: false,
};

describe("terms of the organisation's own", () => {
  it("stand behind their standard term, with what it engages and whom to ask", () => {
    const terms = formsWithOwn(createBuiltInRegistry(), [own])["acts"]?.terms ?? [];
    const at = terms.findIndex((term) => term.code === "harassment.threat");
    expect(terms[at + 1]).toEqual({ ...terms[at], code });
  });

  it("have the codes of their standard term elsewhere, marked as standing for more", () => {
    const page = pageWithOwn(acts, [own]);
    const [above, term] = page.terms.filter(({ code }) => code.startsWith("harassment.threat")).slice(0, 2);
    expect(term?.code).toBe(own.code);
    expect(term?.crosswalk.map(({ code }) => code)).toEqual(above?.crosswalk.map(({ code }) => code));
    expect(term?.crosswalk.map(({ relation }) => relation)).toEqual(["broader", "broader"]);
    expect(term?.ask).toEqual(above?.ask);
  });

  it("are no longer offered once retired, and keep their names", async () => {
    const retired = { ...own, retired: true };
    const terms = formsWithOwn(createBuiltInRegistry(), [retired])["acts"]?.terms ?? [];
    expect(terms.map((term) => term.code)).not.toContain(code);
    const words = wordsWithOwn(await loadCatalogues("ar"), [retired]);
    expect(words["ar"]?.[`acts.${code}.label`]).toContain("تهديد بملصق");
  });

  it("are shown as they were typed: nothing in a name is read as a message", async () => {
    for (const locale of ["en", "ar"]) {
      const words = createTranslator(locale, wordsWithOwn(await loadCatalogues(locale), [own]));
      const expected = own.names.find(({ lang }) => lang === locale)?.text;
      expect(words.t(`acts.${code}.label`)).toBe(expected);
    }
  });
});
