import { describe, expect, it } from "vitest";
import { checkCatalogue, listMissing } from "./check.ts";
import { createPseudoCatalogue, pseudoLocale, pseudoMessage } from "./pseudo.ts";
import { createTranslator } from "./translator.ts";

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
