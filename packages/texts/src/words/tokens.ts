// A text cut into words and marks for comparison. Words of scripts that write spaces are never cut; where a script writes
// none (Chinese, Japanese, Thai, Lao, Khmer, Burmese), the platform's dictionary finds them (UAX 29).
import { wordSegmenter } from "@tocsin/language";

export interface Token {
  /** White space before it, as it stands. */
  readonly gap: string;
  /** A word, one mark, or nothing at the end of a text that ends in white space. */
  readonly text: string;
}

/** Letters with the marks, joiners and apostrophes inside a word; one mark of any kind. */
const pieces = /[\p{L}\p{M}\p{N}]+(?:['’ʼ\u200c\u200d\u00ad][\p{L}\p{M}\p{N}]+)*|\S/gu;
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A segmenter takes time with the square of what it is given at once. */
const longestRun = 1000;

/** Joined, gap and text of each, they are `text`. */
export function tokensOf(text: string, language: string): readonly Token[] {
  const tokens: Token[] = [];
  let segmenter: Intl.Segmenter | undefined;
  let end = 0;
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    const gap = text.slice(end, index);
    end = index + piece.length;
    if (piece.length === 1 || !withoutSpaces.test(piece)) {
      tokens.push({ gap, text: piece });
      continue;
    }
    segmenter ??= wordSegmenter(language);
    let isFirst = true;
    for (let at = 0; at < piece.length; at += longestRun)
      for (const { segment } of segmenter.segment(piece.slice(at, at + longestRun))) {
        tokens.push({ gap: isFirst ? gap : "", text: segment });
        isFirst = false;
      }
  }
  if (end < text.length) tokens.push({ gap: text.slice(end), text: "" });
  return tokens;
}
