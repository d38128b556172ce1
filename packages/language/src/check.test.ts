import { describe, expect, it } from "vitest";
import { checkCatalogue, listMissing } from "./check.ts";
import { createPseudoCatalogue, pseudoLocale, pseudoMessage } from "./pseudo.ts";
import { createTranslator } from "./translator.ts";
import { hasTypographyOf } from "./typography.ts";

const plural = ".input {$n :number} .match $n one {{{$n} file}} * {{{$n} files}}";
const source = { a: "Hello {$name}", b: "Bye", c: plural };

function problemsOf(catalogue: Record<string, string>, locale = "ar"): readonly string[] {
  return checkCatalogue({ locale, catalogue: { ...source, c: "{$n}", ...catalogue } }, source).map(
    ({ key, problem, detail }) => [key, problem, detail].filter(Boolean).join(" "),
  );
}

describe("checkCatalogue", () => {
  it("finds nothing wrong with the source held against itself", () => {
    expect(checkCatalogue({ locale: "en", catalogue: source }, source)).toEqual([]);
  });
  it("lists what is missing", () => {
    expect(listMissing(source, { b: "x" })).toEqual(["a", "c"]);
    expect(checkCatalogue({ locale: "ar", catalogue: { b: "x", c: "{$n}" } }, source)).toEqual([
      { key: "a", problem: "missing" },
    ]);
  });
  it("finds keys that the source lacks, empty messages and bad syntax", () => {
    expect(problemsOf({ d: "x" })).toEqual(["d unknown-key"]);
    expect(problemsOf({ b: " " })).toEqual(["b empty"]);
    expect(problemsOf({ b: "{$x" })[0]).toMatch(/^b syntax /);
  });
  it("finds values that are not the source's, lost or invented", () => {
    expect(problemsOf({ a: "Hello" })).toEqual(['a variables has "", expected "name"']);
    expect(problemsOf({ b: "Bye {$who}" })).toEqual(['b variables has "who", expected ""']);
  });
  it("finds a sentence left in the source's words, and lets names and formats pass", () => {
    const english = { a: "Nobody has looked at this yet", b: "STIX 2.1", c: "{$done}/{$total}" };
    const problems = checkCatalogue({ locale: "fr", catalogue: english }, english);
    expect(problems).toEqual([{ key: "a", problem: "untranslated" }]);
  });
  it.each([
    ["Qui ?", "Qui\u202f?"],
    ["Attention!", "Attention\u202f!"],
    ["Dates : {$from}", "Dates\u00a0: {$from}"],
    ["Un terme\u00a0; deux", "Un terme\u202f; deux"],
    ["Dates\u202f: deux", "Dates\u00a0: deux"],
    ["«\u202fmot\u202f»", "«\u00a0mot\u00a0»"],
    ["«mot»", "«\u00a0mot\u00a0»"],
    ["“mot”", "«\u00a0mot\u00a0»"],
    ["l'affaire", "l’affaire"],
    [
      ".input {$n :number} .match $n one {{Qui?}} many {{Qui?}} * {{Qui?}}",
      ".input {$n :number} .match $n one {{Qui\u202f?}} many {{Qui\u202f?}} * {{Qui\u202f?}}",
    ],
  ])("holds French to its marks: %j", (bad, good) => {
    expect(hasTypographyOf("fr", bad)).toBe(false);
    expect(hasTypographyOf("fr", good)).toBe(true);
    expect(hasTypographyOf("es", bad)).toBe(true);
  });
  it("lets addresses, times and formats pass in French", () => {
    for (const text of ["https://127.0.0.1:8080/?a=b", "à 10:30", "Écrivez 2025-05-03? au besoin"])
      expect(hasTypographyOf("fr", text)).toBe(true);
  });
  it("finds functions that the translator lacks", () => {
    expect(problemsOf({ a: "Hello {$name :upper}" })).toEqual(["a unknown-function upper"]);
  });
  it("finds the plural categories of the locale that a message lacks", () => {
    expect(problemsOf({ c: plural })).toEqual(
      ["few", "many", "two", "zero"].map((category) => `c plural-category ${category}`),
    );
    expect(problemsOf({ c: ".input {$n :number select=exact} .match $n 1 {{{$n}}} * {{{$n}}}" })).toEqual([]);
  });
});

describe("the pseudo-locale", () => {
  it("changes the text, keeps values and plurals, and runs longer", () => {
    expect(pseudoMessage("Hello {$name}")).toMatch(/^\[Ĥéļļö \{\$name\} ·+\]$/);
    const { t } = createTranslator(pseudoLocale, {
      en: source,
      [pseudoLocale]: createPseudoCatalogue(source),
    });
    expect(t("c", { n: 1 })).toBe("[1 ƒîļé ··]");
    expect(t("c", { n: 2 })).toBe("[2 ƒîļéš ···]");
  });
  it("passes the same checks as a translation", () => {
    const catalogue = createPseudoCatalogue(source);
    expect(checkCatalogue({ locale: pseudoLocale, catalogue }, source)).toEqual([]);
  });
});
