// The page's words in every language that it speaks, and nothing else of the catalogues.
import { createTranslator, type Translator } from "@tocsin/language";
import arabic from "../../../language/src/messages/ar/bundle.json" with { type: "json" };
import english from "../../../language/src/messages/en/bundle.json" with { type: "json" };

export const languages = [
  { locale: "en", name: "English" },
  { locale: "ar", name: "العربية" },
] as const;

export function wordsOf(locale: string): Translator {
  return createTranslator(locale, { en: english, ar: arabic });
}

/** The first language of the browser that the page speaks. */
export function preferredLocale(wanted: readonly string[]): string {
  const codes = wanted.map((tag) => tag.toLowerCase().split("-")[0]);
  return codes.find((code) => languages.some(({ locale }) => locale === code)) ?? "en";
}
