// What every part of a letter's document needs: the words of one language, and what people wrote made safe.
import { directionOf, type MessageValues, type Translator } from "@tocsin/language";
import type { DocumentText } from "../documents/model.ts";
import { holdNumbers } from "../documents/telephone-order.ts";
import { shown } from "../words.ts";

export interface LetterComposer {
  readonly translator: Translator;
  say(key: string, values?: MessageValues): DocumentText;
  /** Words of ours in the language of the document. */
  words(text: string): DocumentText;
  /** What a person wrote: characters that are not seen become visible. */
  people(text: string, language: string): DocumentText;
  code(text: string): DocumentText;
}

export function createComposer(translator: Translator): LetterComposer {
  const { locale, direction } = translator;
  const words = (text: string): DocumentText => ({ text, kind: "words", language: locale, direction });
  return {
    translator,
    words,
    say: (key, values = {}) => {
      const { text, locale: language, fallback } = translator.translate(key, values);
      return fallback ? { ...words(text), language, direction: directionOf(language) } : words(text);
    },
    people: (text, language) => {
      const own = directionOf(language);
      const safe = shown(text, translator);
      return { text: own === "rtl" ? holdNumbers(safe) : safe, kind: "words", language, direction: own };
    },
    code: (text) => ({ text: shown(text, translator), kind: "code", language: "zxx", direction: "ltr" }),
  };
}
