import { readFileSync } from "node:fs";
import { join } from "node:path";
import { areas, countries, inventedCountries } from "@tocsin/cases";
import { describe, expect, it } from "vitest";
import { decided, namedIn, notes } from "./make-countries.ts";

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
    const labels = Object.entries(names).filter(([key]) => key.endsWith(".label"));
    expect(labels.map(([key]) => key)).toEqual(keys);
    const texts = labels.map(([, text]) => text);
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
  it("carry their note in every language in which they are shown", () => {
    const contested = ["EH", "FK", "HK", "MM", "MO", "PS", "TW", "XK"];
    expect(Object.keys(notes)).toEqual(expect.arrayContaining([...contested, ...inventedCountries]));
    const keys = Object.keys(notes).map((code) => `countries.${code}.definition`);
    for (const locale of namedIn) {
      const names = committed(locale);
      const noted = Object.keys(names).filter((key) => key.endsWith(".definition"));
      expect(noted.toSorted(), locale).toEqual(keys.toSorted());
      for (const [code, note] of Object.entries(notes))
        expect(names[`countries.${code}.definition`], `${locale} ${code}`).toBe(note[locale]);
    }
  });

  it("that we decided have a note, wherever a country is meant", () => {
    for (const code of Object.keys(decided).filter((each) => !/^\d/.test(each)))
      expect(Object.keys(notes), code).toContain(code);
  });

  it("put no country into the name of another", () => {
    const texts = namedIn.map((locale) => Object.entries(committed(locale)));
    const chinese = /China|Chine|chinoise|الصين|중국/;
    for (const names of texts)
      expect(
        names.filter(([key, text]) => key.endsWith(".label") && chinese.test(text)).map(([key]) => key),
      ).toEqual(["countries.CN.label"]);
  });

  it("call an invented country invented, in every language", () => {
    for (const locale of namedIn)
      for (const code of inventedCountries)
        expect(committed(locale)[`countries.${code}.label`]).toMatch(
          /\((invented|متخيَّلة|inventé|inventado|가상)\)/,
        );
  });
});
