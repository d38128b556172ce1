// Words that are the same in English and in another language are permitted one by one: any other was left untranslated.
import { checkCatalogue, english, loadCatalogues, shippedLocales, type Catalogue } from "@tocsin/language";
import { describe, expect, it } from "vitest";

/** Names of things, units and keys: the same everywhere. */
const names = [
  "Tocsin",
  "HURIDOCS",
  "MISP",
  "SHA-256",
  "ISO 3166-1 alpha-3",
  "Ctrl K",
  "Ctrl Enter",
  "Ctrl Shift Enter",
  "Esc ×3",
  "OONI: Facebook Messenger",
  "OONI: Psiphon",
  "OONI: Signal",
  "OONI: Telegram",
  "OONI: Tor",
  "OONI: WhatsApp",
  "{$date} UTC",
  ".input {$count :number} {{{$reason}: {$count}}}",
  "{$size :number maximumFractionDigits=1} GB",
  "{$size :number maximumFractionDigits=1} MB",
  "{$size :number maximumFractionDigits=1} kB",
];

const permitted: Readonly<Record<string, readonly string[]>> = {
  es: [
    "5 · Improbable",
    "Civil",
    "Control",
    "Manual",
    "No",
    "No.",
    "Normal",
    "Original",
    "Plan: {$digest}",
    "Bytes",
    "original",
    "total",
    "{$count} bytes",
    "{$count} bytes, {$type}",
  ],
  fr: [
    "incidents",
    "organisations",
    "{$width :number} × {$height :number} pixels",
    "5 · Improbable",
    "Absent",
    "Administrative",
    "Article",
    "Code",
    "Consultation",
    "Contribution",
    "Contributions",
    "Segment",
    "Segments",
    "Colophon",
    "Copies",
    "Question {$number}",
    "Questions",
    "Version {$version}",
    "version {$version :integer}",
    "Date",
    "Description",
    "Document (PDF)",
    "Format",
    "Formats",
    "Incident",
    "Incidents",
    "Indirect",
    "Information",
    "Instrument",
    "Instruments",
    "Intact",
    "Menu",
    "plus",
    "Messages",
    "Note",
    "Notes",
    "Organisation",
    "Organisations",
    "Original",
    "Page (HTML)",
    "Pages",
    "{$amount} pages",
    "Page (HTTP)",
    "Part",
    "Police",
    "Possible",
    "Public",
    "Publication",
    "Question",
    "Questionnaire",
    "Questionnaires",
    "Relation",
    "Relations",
    "Source",
    "Sources",
    "Surveillance",
    "Test",
    "Torture (C)",
    "Type",
    "exact",
    "original",
    "table",
    "total",
    "version",
    "{$file}, table {$table}",
    "{$method}, version {$version :integer}",
    "Version",
  ],
};

/** Names of countries and areas are often the same; they come from the Unicode CLDR, word by word. */
const isPlace = (key: string): boolean => /^(countries|areas)\./.test(key);

function leftInEnglish(locale: string, catalogue: Catalogue): readonly string[] {
  const known = new Set([...names, ...(permitted[locale] ?? [])]);
  const isText = (text: string): boolean => /\p{L}{2,}/u.test(text.replace(/\{[^{}]*\}/g, ""));
  return Object.entries(catalogue)
    .filter(([key, text]) => text === english[key] && isText(text) && !known.has(text) && !isPlace(key))
    .map(([key, text]) => `${key}: ${text}`);
}

const translated = shippedLocales.filter((locale) => locale !== "en");

describe("a text that is the same in English", () => {
  it.each(translated)("is one of those permitted in %s", async (locale) => {
    expect(leftInEnglish(locale, (await loadCatalogues(locale))[locale] ?? {})).toEqual([]);
  });

  it.each(translated)("is found when it is planted in %s, be it one word", async (locale) => {
    const catalogue = (await loadCatalogues(locale))[locale] ?? {};
    const planted = { ...catalogue, "action.save": english["action.save"] ?? "" };
    expect(leftInEnglish(locale, planted)).toEqual(["action.save: Save"]);
  });
});

describe("a key that is left out", () => {
  it.each(translated)("is found in %s", async (locale) => {
    const { "action.save": save = "", ...others } = (await loadCatalogues(locale))[locale] ?? {};
    expect(save).not.toBe("");
    expect(checkCatalogue({ locale, catalogue: others }, english)).toContainEqual({
      key: "action.save",
      problem: "missing",
    });
  });
});
