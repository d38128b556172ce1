import { describe, expect, it } from "vitest";
import { directionOf } from "./direction.ts";
import { countryName, localeName, nameInSentence, negotiateLocale } from "./locale.ts";

describe("directionOf", () => {
  it.each([
    "ar",
    "ar-SA",
    "fa",
    "ur-PK",
    "he",
    "ckb",
    "ps",
    "dv",
    "ug",
    "yi",
    "az-Arab",
    "pa-arab-PK",
    "ar-XB",
  ])("is right to left for %s", (locale) => expect(directionOf(locale)).toBe("rtl"));
  it.each(["en", "fr", "az", "pa", "ku", "zh-Hant-TW", "en-XA", "ar-Latn", "my", ""])(
    "is left to right for %s",
    (locale) => expect(directionOf(locale)).toBe("ltr"),
  );
});

describe("negotiateLocale", () => {
  const available = ["en", "ar", "pt-BR", "zh-Hans", "zh-Hant"];
  it.each([
    [["ar-EG", "en"], "ar"],
    [["fr", "ar"], "ar"],
    [["AR"], "ar"],
    [["zh-TW"], "zh-Hant"],
    [["zh"], "zh-Hans"],
    [["pt-PT"], "pt-BR"],
    [["ar-Latn"], "en"],
    [["!!", "ar"], "ar"],
    [["ko"], "en"],
    [[], "en"],
  ])("gives %s the locale %s", (wanted, expected) => {
    expect(negotiateLocale(wanted, available)).toBe(expected);
  });
});

describe("localeName", () => {
  it("names a locale in its own language, or in another", () => {
    expect(localeName("ar")).toBe("العربية");
    expect(localeName("fr")).toBe("Français");
    expect(localeName("ar", "en")).toBe("Arabic");
  });
  it("gives the code where nobody knows the name", () => {
    expect(localeName("not a locale")).toBe("not a locale");
  });
  it("writes a name within a sentence as the language does", () => {
    expect(nameInSentence("ar", "fr")).toBe("arabe");
    expect(nameInSentence("ar", "en")).toBe("Arabic");
  });
});

describe("countryName", () => {
  it("names a country in the language asked for, and gives the code where nobody knows it", () => {
    expect(countryName("NO", "en")).toBe("Norway");
    expect(countryName("NO", "ar")).toBe("النرويج");
    expect(countryName("not a code", "en")).toBe("not a code");
  });
});
