// The words of the house, held against its data: every kind, field, term, commitment and error has its text in every
// shipped language, and nothing asks for a text that is not there.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commitments, facts, notAdoptedRows, resolutionPage } from "@tocsin/assess";
import { acts, firstSteps, helpers, leastThreshold, usualThreshold, vocabularyPage } from "@tocsin/cases";
import {
  checkCatalogue,
  createPseudoCatalogue,
  english,
  listMissing,
  loadCatalogues,
  pseudoLocale,
  begunLocales,
  shippedLocales,
  wholeLocales,
} from "@tocsin/language";
import { builtInCommands, createBuiltInRegistry } from "@tocsin/workspace";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const messages = join(root, "packages/language/src/messages");
// Making the registry throws where a field leads to a vocabulary or kind that is not there.
const registry = createBuiltInRegistry();
const rows = [...commitments, ...notAdoptedRows];

/** Lists whose terms are names: of countries and of areas. */
const namesOfPlaces = ["areas", "countries"];

function areaOf(locale: string, file: string): Record<string, string> {
  return JSON.parse(readFileSync(join(messages, locale, file), "utf8")) as Record<string, string>;
}

/** Keys that no whole locale may lack. That those have English's keys is checked once, below. */
function expectInEnglish(keys: readonly string[]): void {
  expect(keys.filter((key) => !Object.hasOwn(english, key))).toEqual([]);
}

describe("the catalogues", () => {
  it.each(wholeLocales)("of %s are complete", async (locale) => {
    const catalogue = (await loadCatalogues(locale))[locale] ?? {};
    expect(listMissing(english, catalogue)).toEqual([]);
  });

  const areas = readdirSync(messages).flatMap((locale) =>
    readdirSync(join(messages, locale)).map((file) => [locale, file] as const),
  );
  it.each(areas)(
    "of %s have in %s the keys, the values and the plurals of English, in words of their own",
    (locale, file) => {
      const problems = checkCatalogue({ locale, catalogue: areaOf(locale, file) }, areaOf("en", file));
      // A language that is only begun may lack a text: English stands in for it. What it has is held like any other.
      const isBegun = begunLocales.includes(locale);
      expect(problems.filter(({ problem }) => !isBegun || problem !== "missing")).toEqual([]);
    },
  );

  it.each(begunLocales)("of %s say that they are only begun, and who reviewed them", async (locale) => {
    const catalogue = (await loadCatalogues(locale))[locale] ?? {};
    const lacking = ["desk.language.begun", "meta.reviewed"].filter((key) => !Object.hasOwn(catalogue, key));
    expect(lacking).toEqual([]);
  });

  it("fail the check for one string planted untranslated, and for one left out", () => {
    const { "desk.vault.locked": locked = "", ...others } = areaOf("fr", "desk.json");
    const problemsWith = (catalogue: Record<string, string>) =>
      checkCatalogue({ locale: "fr", catalogue }, areaOf("en", "desk.json"));
    expect(problemsWith({ ...others, "desk.vault.locked": locked })).toEqual([]);
    expect(problemsWith(others)).toEqual([{ key: "desk.vault.locked", problem: "missing" }]);
    const planted = english["desk.vault.locked"] ?? "";
    expect(problemsWith({ ...others, "desk.vault.locked": planted })).toEqual([
      { key: "desk.vault.locked", problem: "untranslated" },
    ]);
  });

  it.each(shippedLocales)("of %s hold every area, and no key twice", async (locale) => {
    const catalogue = (await loadCatalogues(locale))[locale] ?? {};
    const keys = readdirSync(join(messages, locale)).flatMap((file) => Object.keys(areaOf(locale, file)));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect([...keys].sort()).toEqual(Object.keys(catalogue).sort());
  });

  it.each(shippedLocales)("of %s call no two kinds of record the same", async (locale) => {
    const catalogue = (await loadCatalogues(locale))[locale] ?? {};
    const names = [...registry.kinds.keys()].flatMap((kind) => catalogue[`kind.${kind}.one`] ?? []);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it.each(wholeLocales)("of %s name the thresholds that hold for counts", async (locale) => {
    const catalogue = (await loadCatalogues(locale))[locale] ?? {};
    const numbers = catalogue["desk.counts.threshold.help"]?.match(/\d+/g);
    expect(numbers).toEqual([String(usualThreshold), String(leastThreshold)]);
  });

  it("say in every locale who reviewed the translation", () => {
    expectInEnglish([
      "meta.reviewed",
      "meta.language",
      "meta.reviewed.vocabularies",
      "meta.reviewed.countries",
    ]);
  });

  it("of Arabic set dates and degrees apart, which would be read backwards among its letters", () => {
    // The terminal has its own ways with direction, and gets no marks that are not seen.
    const files = readdirSync(join(messages, "ar")).filter((file) => file !== "cli.json");
    const bare = /(?<![\u2066\w-])(?:\d{4}-(?:\d\d|Q\d)|-\d)/u;
    const texts = files.flatMap((file) => Object.values(areaOf("ar", file)));
    expect(texts.filter((text) => text.includes("\u2066")).length).toBeGreaterThan(5);
    // What is apart is taken out first: a second number may follow the first there.
    expect(texts.filter((text) => bare.test(text.replaceAll(/\u2066[^\u2069]*\u2069/gu, "")))).toEqual([]);
  });

  it("survive the pseudo-locale", () => {
    const catalogue = createPseudoCatalogue(english);
    expect(checkCatalogue({ locale: pseudoLocale, catalogue }, english)).toEqual([]);
  });
});

describe("the texts", () => {
  it("name every kind and field of records", () => {
    const keys = [...registry.kinds.values()].flatMap(({ name, fields }) => [
      `kind.${name}`,
      `kind.${name}.one`,
      `kind.${name}.empty`,
      ...Object.keys(fields).map((field) => `${name}.${field}`),
    ]);
    expectInEnglish(keys);
  });

  it("name every vocabulary, every scheme of a crosswalk and every reason why a code is missing", () => {
    const pages = [...registry.vocabularies.values()].map(vocabularyPage);
    const entries = pages.flatMap(({ terms }) => terms.flatMap(({ crosswalk }) => crosswalk));
    expectInEnglish(pages.map(({ name }) => `vocabulary.${name}`));
    expectInEnglish(
      entries.flatMap(({ scheme, relation }) => [`crosswalk.${scheme}`, `crosswalk.${relation}`]),
    );
    expectInEnglish(entries.flatMap(({ why }) => (why === null ? [] : [`crosswalk.why.${why}`])));
  });

  it("name every term of every vocabulary", () => {
    expectInEnglish(
      [...registry.vocabularies.values()].flatMap(({ name, terms }) =>
        terms.map(({ code }) => `${name}.${code}.label`),
      ),
    );
  });

  it("define every term of every vocabulary; a list of names says once what each of them is", () => {
    const own = [...registry.vocabularies.values()].filter(({ name }) => !namesOfPlaces.includes(name));
    expect(own.length).toBeGreaterThan(50);
    expectInEnglish(own.flatMap(({ name, terms }) => terms.map(({ code }) => `${name}.${code}.definition`)));
    expectInEnglish(namesOfPlaces.map((name) => `vocabulary.${name}.each`));
    const together = Object.keys(english).filter((key) => /^vocabulary\.\w+\.each$/.test(key));
    expect(together).toHaveLength(namesOfPlaces.length);
  });

  it.each(shippedLocales)("say something else in a definition than the label does in %s", async (locale) => {
    const catalogue = (await loadCatalogues(locale))[locale] ?? {};
    const bare = (text: string): string => text.replace(/[.\s]+$/, "").toLowerCase();
    const repeated = Object.entries(catalogue).filter(
      ([key, text]) =>
        key.endsWith(".definition") &&
        bare(text) === bare(catalogue[key.replace(/definition$/, "label")] ?? ""),
    );
    expect(repeated).toEqual([]);
  });

  it("define every act with an example and whom to ask, and give first steps to every family", () => {
    expectInEnglish(acts.terms.flatMap(({ code }) => [`acts.${code}.definition`, `acts.${code}.example`]));
    expectInEnglish(helpers.terms.map(({ code }) => `helpers.${code}.definition`));
    expectInEnglish([...firstSteps.map(({ text }) => text), "acts.first.note"]);
  });

  it("word every commitment, fact and section of the resolution", () => {
    const page = resolutionPage();
    expectInEnglish([
      ...rows.flatMap(({ id }) => [`commitment.${id}.label`, `commitment.${id}.text`]),
      ...facts.flatMap(({ id }) => [`fact.${id}.label`, `fact.${id}.text`]),
      ...page.sections.flatMap(({ label, intro }) => [label, intro]),
      ...page.sections.flatMap((section) =>
        section.rows.flatMap(({ wordings }) => wordings.map(({ text }) => text)),
      ),
    ]);
  });

  it("name every command, for the list of what can be done and the log of what was done", () => {
    expectInEnglish(builtInCommands.map(({ name }) => `command.${name}`));
  });

  it("explain every error of the packages", () => {
    const codes = sourcesOf("packages")
      .filter((file) => file.endsWith("errors.ts"))
      .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/[|=]\s*"([a-z]+\.[a-z-]+)"/g)])
      .map((match) => `error.${match[1] ?? ""}`);
    expect(codes.length).toBeGreaterThan(30);
    expectInEnglish(codes);
  });

  it("are there for every key that the code names", () => {
    const keys = [...sourcesOf("packages"), ...sourcesOf("apps")]
      .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/\b(?:t|translate)\(\s*"([a-z][\w.-]+)"/g)])
      .map((match) => match[1] ?? "");
    expectInEnglish([...new Set(keys)]);
  });
});

describe("the terms", () => {
  it("of every vocabulary say where they are from, when they were gone through and whether it was checked outside", () => {
    for (const { name, terms } of registry.vocabularies.values())
      for (const { code, source, dated, checked } of terms) {
        expect(source, `${name} ${code}`).toMatch(/\S/);
        expect(dated, `${name} ${code}`).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(checked, `${name} ${code}`).toBeTypeOf("boolean");
      }
  });

  it("say where each list is from, all of its terms taken together", () => {
    for (const page of [...registry.vocabularies.values()].map(vocabularyPage)) {
      expect(page.from.sources.length, page.name).toBeGreaterThan(0);
      expect(page.from, page.name).toMatchObject({ checked: "no" });
    }
  });
});

describe("the glossary", () => {
  it("has every kind of record, with the words of both catalogues", async () => {
    const glossary = readFileSync(join(root, "docs/glossary.md"), "utf8");
    const arabic = (await loadCatalogues("ar"))["ar"] ?? {};
    const lines = glossary.split("\n").map((line) => line.replace(/\s+/g, " "));
    const missing = [...registry.kinds.keys()].filter((name) => {
      const [word, translated] = [english[`kind.${name}.one`]?.toLowerCase(), arabic[`kind.${name}.one`]];
      return !lines.some(
        (line) => line.startsWith(`| ${word ?? name} |`) && line.endsWith(`| ${translated ?? ""} |`),
      );
    });
    expect(missing).toEqual([]);
  });
});

describe("the words of the house", () => {
  it("stand in docs/words.md as one text of the catalogues has them in each language", async () => {
    const languages = ["en", "fr", "es", "ar"];
    const catalogues = await Promise.all(
      languages.map(async (locale) => (await loadCatalogues(locale))[locale] ?? {}),
    );
    const rows = readFileSync(join(root, "docs/words.md"), "utf8")
      .split("\n")
      .filter((line) => line.startsWith("| ") && !/^\| (English|-+) /.test(line))
      .map((line) => line.slice(1, -1).split("|").map(bareWord));
    const together = new Set(
      Object.keys(english).map((key) => catalogues.map((texts) => bareWord(texts[key] ?? "")).join(" | ")),
    );
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.map((row) => row.join(" | ")).filter((row) => !together.has(row))).toEqual([]);
  });
});

function bareWord(text: string): string {
  return text.trim().toLowerCase();
}

describe("the resolution's texts", () => {
  const texts = async (locale: string): Promise<readonly string[]> =>
    Object.entries((await loadCatalogues(locale))[locale] ?? {})
      .filter(([key]) => /^(commitment|fact|resolution|acts|helpers)\./.test(key))
      .map(([, text]) => text);

  it.each(shippedLocales)(
    "give no number of a paragraph in %s: the official text was not seen",
    async (locale) => {
      const numbered =
        /\b(OP|PP|para(graph)?s?\.?|§|art(icle)?\.?)\s*\d|(الفقرة|فقرة المنطوق|فقرة الديباجة)\s*[\d(]/i;
      expect(
        (await texts(locale))
          .map((text) => text.replaceAll("ARTICLE 19", ""))
          .filter((text) => numbered.test(text)),
      ).toEqual([]);
    },
  );
});

describe("acts and commitments", () => {
  it("fit: whatever an act engages is reported in the text of the resolution", () => {
    const ids = commitments.map(({ id }) => id);
    expect(acts.terms.flatMap(({ engages }) => engages ?? []).filter((id) => !ids.includes(id))).toEqual([]);
  });
});

function sourcesOf(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/node_modules|\.test\.|\.fake\./.test(file))
    .map((file) => join(root, folder, file));
}
