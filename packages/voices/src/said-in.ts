// A text in the language that was asked for, or in the original's, said with the language that it is in.
import type { Texts } from "./questionnaire.ts";

export interface Said {
  readonly text: string;
  readonly lang: string;
  /** Whether it is in another language than was asked for. */
  readonly isFallback: boolean;
}

export function saidIn(texts: Texts, language: string, original: string): Said {
  const own = texts[language];
  if (own !== undefined) return { text: own, lang: language, isFallback: false };
  return { text: texts[original] ?? "", lang: original, isFallback: true };
}
