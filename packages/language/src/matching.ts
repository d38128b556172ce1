// Whether something is meant by what is typed: the one rule of every box in which people look for a word.
import { foldText } from "./fold.ts";

/** Every word of `typed` stands somewhere in `text`, whatever the case, accents and forms of one letter. */
export function isMeant(text: string, typed: string): boolean {
  const folded = foldText(text);
  return foldText(typed)
    .trim()
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

/** Words of a text without case, accents and punctuation, for comparing beginnings. */
export function foldedWords(text: string): readonly string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
