// The page's own words in every language that it speaks, and nothing else of the catalogues. What is asked comes with the
// questionnaire, in its languages.
import { createTranslator, type Translator } from "@tocsin/language";
import type { Questionnaire } from "@tocsin/voices";
import arabic from "../../../language/src/messages/ar/form-page.json" with { type: "json" };
import english from "../../../language/src/messages/en/form-page.json" with { type: "json" };
import spanish from "../../../language/src/messages/es/form-page.json" with { type: "json" };
import french from "../../../language/src/messages/fr/form-page.json" with { type: "json" };

export function wordsOf(language: string): Translator {
  return createTranslator(language.toLowerCase().split("-")[0] ?? "en", {
    en: english,
    ar: arabic,
    es: spanish,
    fr: french,
  });
}

/** The first language of the browser that the questionnaire has; the original's otherwise. */
export function preferredLanguage({ languages }: Questionnaire, wanted: readonly string[]): string {
  const found = wanted.flatMap(
    (tag) =>
      languages.find((each) => each.toLowerCase() === tag.toLowerCase()) ??
      languages.find((each) => each.split("-")[0] === tag.toLowerCase().split("-")[0]) ??
      [],
  );
  return found[0] ?? languages[0] ?? "en";
}
