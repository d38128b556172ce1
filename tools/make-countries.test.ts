import { readFileSync } from "node:fs";
import { join } from "node:path";
import { areas, countries, inventedCountries } from "@tocsin/cases";
import { describe, expect, it } from "vitest";
import { decided, namedIn } from "./make-countries.ts";

const messages = join(import.meta.dirname, "../packages/language/src/messages");

/** What is committed; Node's own names change with its version, so they are not made anew here. */
function committed(locale: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(messages, locale, "countries.json"), "utf8")) as Record<string, string>;
}

describe.each(namedIn)("the names of countries in %s", (locale) => {
  const names = committed(locale);

  it("are there for every country and area, each once, and are no codes", () => {
    const keys = [countries, areas].flatMap(({ name, terms }) =>
      terms.map(({ code }) => `${name}.${code}.label`),
    );
    expect(Object.keys(names)).toEqual(keys);
    const texts = Object.values(names);
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
    expect(texts.filter((text) => /^([A-Z]{2}|\d{3})$/.test(text))).toEqual([]);
  });

  it("are those that were decided", () => {
    for (const [code, byLocale] of Object.entries(decided)) {
      const wanted = byLocale[locale];
      const key = `${/^\d/.test(code) ? "areas" : "countries"}.${code}.label`;
      expect([wanted ?? names[key]], key).toContain(names[key]);
    }
  });
});

describe("contested names", () => {
  it("put no country into the name of another", () => {
    const texts = namedIn.map((locale) => Object.entries(committed(locale)));
    const chinese = /China|Chine|chinoise|الصين|중국/;
    for (const names of texts)
      expect(names.filter(([, text]) => chinese.test(text)).map(([key]) => key)).toEqual([
        "countries.CN.label",
      ]);
  });

  it("call an invented country invented, in every language", () => {
    for (const locale of namedIn)
      for (const code of inventedCountries)
        expect(committed(locale)[`countries.${code}.label`]).toMatch(
          /\((invented|متخيَّلة|inventé|inventado|가상)\)/,
        );
  });
});
