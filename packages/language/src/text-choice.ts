// In which language a reader is shown a text that is there in several, and the notice, in the reader's own language,
// where that is not theirs: what is shown, and what else there is.
import { isSameLanguage, nameInSentence } from "./locale.ts";
import type { Translator } from "./translator.ts";

/** A text with its language (BCP 47, `und` where nobody knows); a translation says by whom it is and who reviewed it. */
export interface SpokenText {
  readonly text: string;
  readonly lang: string;
  readonly origin?: string;
  readonly by?: string;
  readonly reviewedBy?: string;
}

export interface TextChoice {
  readonly original: SpokenText;
  /** In the reader's language where there is one, else the original. */
  readonly shown: SpokenText;
  readonly isOriginal: boolean;
  readonly isWanted: boolean;
  /** Translations that are not shown. */
  readonly others: readonly SpokenText[];
}

/** The original where it is in the reader's language, else a translation into it, one that somebody reviewed first. */
export function chooseText(
  locale: string,
  original: SpokenText,
  translations: readonly SpokenText[],
): TextChoice {
  const wanted = [original, ...translations.filter(isReviewed), ...translations].find(({ lang }) =>
    isSameLanguage(lang, locale),
  );
  const shown = wanted ?? original;
  return {
    original,
    shown,
    isOriginal: shown === original,
    isWanted: wanted !== undefined,
    others: translations.filter((each) => each !== shown),
  };
}

/**
 * Null where the original is in the reader's language, and where nobody noted its language and no translation is there.
 * `statusOf` says of a translation by whom it is and who reviewed it, or that nobody is known to have.
 */
export function textNotice(
  words: Translator,
  choice: TextChoice,
  statusOf: (translation: SpokenText) => string,
): string | null {
  const { original, isOriginal, isWanted, others } = choice;
  if (isOriginal && (isWanted || (isUnnamed(original.lang) && others.length === 0))) return null;
  const first = firstSentence(words, choice, statusOf);
  if (others.length === 0) return isOriginal ? `${first} ${words.t("text.nothing-else")}` : first;
  const list = others.map((each) =>
    words.t("text.other", { language: languageWords(words, each), status: statusOf(each) }),
  );
  return `${first} ${words.t("text.also", { list: new Intl.ListFormat(words.locale, { type: "unit" }).format(list) })}`;
}

/** The texts in what a field of texts or translations holds; what has no text and language is passed over. */
export function spokenTextsOf(value: unknown): readonly SpokenText[] {
  const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
  return elements.filter(isSpokenText);
}

function isSpokenText(value: unknown): value is SpokenText {
  if (typeof value !== "object" || value === null) return false;
  return (
    "text" in value && typeof value.text === "string" && "lang" in value && typeof value.lang === "string"
  );
}

function isReviewed({ reviewedBy }: SpokenText): boolean {
  return reviewedBy !== undefined;
}

function isUnnamed(lang: string): boolean {
  return lang === "und" || lang === "zxx";
}

function languageWords(words: Translator, { lang }: SpokenText): string {
  return isUnnamed(lang) ? words.t(`desk.language.${lang}`) : nameInSentence(lang, words.locale);
}

/** What is shown: the original, or a translation of it. */
function firstSentence(
  words: Translator,
  { original, shown, isOriginal }: TextChoice,
  statusOf: (translation: SpokenText) => string,
): string {
  const key = isOriginal ? "text.lacking" : "text.translated";
  const wanted = nameInSentence(words.locale, words.locale);
  const status = isOriginal ? {} : { status: statusOf(shown) };
  if (isUnnamed(original.lang)) return words.t(`${key}.unnamed`, { wanted, ...status });
  return words.t(key, { wanted, ...status, original: languageWords(words, original) });
}
