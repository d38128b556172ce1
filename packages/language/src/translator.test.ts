import { describe, expect, it } from "vitest";
import { createTranslator } from "./translator.ts";

const catalogues = {
  en: {
    greeting: "Hello",
    named: "Hello {$name}",
    found: ".input {$count :number} .match $count one {{{$count} finding}} * {{{$count} findings}}",
    only: "Only English",
    on: "On {$day :date fields=|year-month-day| length=long timeZone=UTC}",
    broken: "An {open brace",
    dotted: ".not a message",
  },
  ar: {
    greeting: "مرحبا",
    named: "مرحبا {$name}",
    found:
      ".input {$count :number} .match $count zero {{لا نتائج}} one {{نتيجة واحدة}} two {{نتيجتان}} few {{{$count} نتائج}} many {{{$count} نتيجة}} * {{{$count} نتيجة}}",
    broken: "{",
  },
};

const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, "");

describe("createTranslator", () => {
  it("gives the sentence of the locale, and says so", () => {
    const { t, translate } = createTranslator("ar", catalogues);
    expect(t("greeting")).toBe("مرحبا");
    expect(translate("greeting")).toEqual({ text: "مرحبا", locale: "ar", fallback: false });
  });

  it("falls back to English message by message, marked", () => {
    const { translate } = createTranslator("ar", catalogues);
    expect(translate("only")).toEqual({ text: "Only English", locale: "en", fallback: true });
    expect(createTranslator("en", catalogues).translate("only").fallback).toBe(false);
  });

  it("shows the key, marked, where nobody has the message", () => {
    const { translate, has } = createTranslator("ar", catalogues);
    expect(translate("nowhere.at.all")).toEqual({ text: "nowhere.at.all", locale: "zxx", fallback: true });
    expect(has("nowhere.at.all")).toBe(false);
    expect(has("only")).toBe(true);
    expect(translate("constructor").locale).toBe("zxx");
  });

  it("uses all six plural forms of Arabic", () => {
    const { t } = createTranslator("ar", catalogues);
    const texts = [0, 1, 2, 3, 11, 100].map((count) => plain(t("found", { count })));
    expect(texts).toEqual(["لا نتائج", "نتيجة واحدة", "نتيجتان", "3 نتائج", "11 نتيجة", "100 نتيجة"]);
  });

  it("writes numbers and dates by the rules of the locale", () => {
    const { t } = createTranslator("en", catalogues);
    expect(t("found", { count: 18_204 })).toBe("18,204 findings");
    expect(t("on", { day: new Date("2026-11-23T00:00:00Z") })).toBe("On November 23, 2026");
  });

  it("isolates what is inserted, in both directions", () => {
    expect(createTranslator("en", catalogues).t("named", { name: "سارة" })).toBe("Hello \u2068سارة\u2069");
    expect(createTranslator("ar", catalogues).t("named", { name: "Sara" })).toBe("مرحبا \u2068Sara\u2069");
  });

  it("lets no inserted text leave its isolate", () => {
    const { t } = createTranslator("en", catalogues);
    expect(t("named", { name: "a\u2069\u202egpj.exe" })).toBe("Hello \u2068agpj.exe\u2069");
  });

  it("sets each part of a list apart, so that the word between them goes with neither", () => {
    const names = ["Campaign One", "Campaign\u202e Two"];
    expect(createTranslator("ar", catalogues).t("named", { name: names })).toBe(
      "مرحبا \u2068\u2068Campaign One\u2069 و\u2068Campaign Two\u2069\u2069",
    );
    expect(createTranslator("en", catalogues, { isolate: false }).t("named", { name: names })).toBe(
      "Hello Campaign One and Campaign Two",
    );
  });

  it("leaves the isolates out where plain text is wanted", () => {
    expect(createTranslator("en", catalogues, { isolate: false }).t("named", { name: "Sara" })).toBe(
      "Hello Sara",
    );
  });

  it("never fails on a malformed message or a missing value, and reports both", () => {
    const problems: string[] = [];
    const { t } = createTranslator("ar", catalogues, { onProblem: (key) => problems.push(key) });
    expect(t("broken")).toBe("broken");
    expect(t("dotted")).toBe("dotted");
    expect(plain(t("named"))).toBe("مرحبا {$name}");
    expect(problems).toEqual(["broken", "broken", "dotted", "named"]);
  });

  it("gives each of many values its own sentence, however often they come", () => {
    const { t } = createTranslator("en", catalogues);
    const counts = Array.from({ length: 500 }, (_, count) => count + 2);
    for (const count of [...counts, ...counts]) expect(t("found", { count })).toBe(`${count} findings`);
  });

  it("knows its direction", () => {
    expect(createTranslator("ar", catalogues).direction).toBe("rtl");
    expect(createTranslator("en", catalogues).direction).toBe("ltr");
  });
});
