import { createTranslator, english, loadCatalogues, shippedLocales } from "@tocsin/language";
import { describe, expect, it } from "vitest";
import { guidesFor, sentenceOf, type Name } from "./guide.ts";
import { guides } from "./guides.ts";

const keysIn = (name: Name | readonly string[]): readonly string[] => {
  if (typeof name === "string") return [name];
  if ("key" in name) return [name.key, ...Object.values(name.values).flatMap(keysIn)];
  return [];
};

const named = guides.flatMap((guide) =>
  guide.steps.flatMap(({ do: act, note, ...names }) => [
    `manual.act.${act}`,
    ...(note === undefined ? [] : [`manual.${guide.name}.${note}`]),
    ...Object.entries(names).flatMap(([part, name]) => (part === "file" ? [] : keysIn(name))),
  ]),
);

describe("the guides of the manual", () => {
  it("name only what the catalogues have", () => {
    const own = guides.flatMap(({ name }) => [`manual.${name}.title`, `manual.${name}.why`]);
    expect([...named, ...own].filter((key) => !Object.hasOwn(english, key))).toEqual([]);
  });

  it("leave no sentence of theirs in the catalogues unused", () => {
    const written = Object.keys(english).filter((key) =>
      guides.some(({ name }) => key.startsWith(`manual.${name}.`)),
    );
    expect(written.filter((key) => !/\.(title|why)$/.test(key) && !named.includes(key))).toEqual([]);
  });

  it.each(shippedLocales)("say every step in %s without a gap", async (locale) => {
    const words = createTranslator(locale, await loadCatalogues(locale));
    const sentences = guides.flatMap(({ steps }) => steps.map((step) => sentenceOf(words, step)));
    expect(sentences.filter((sentence) => /[{}]|\$|�/.test(sentence))).toEqual([]);
    expect(new Set(sentences).size).toBeGreaterThan(guides.length);
  });

  it("have one name each", () => {
    const names = guides.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it("are found from the screen that they help with, the nearest first", () => {
    const [first] = guidesFor(guides, ["happened"]);
    expect(first?.name).toBe("something-happened");
    expect(guidesFor(guides, ["list", "evidence"]).map(({ name }) => name)).toContain("add-evidence");
    expect(guidesFor(guides, []).map(({ name }) => name)).toContain("make-vault");
    expect(guidesFor(guides, ["happenedly"])).toEqual([]);
  });
});
