// Runs of words that two texts share, the longest first: how agreed language is found in earlier texts.
import { foldForSearch } from "@tocsin/language";
import { tokensOf, type Token } from "./tokens.ts";

export interface SharedRun {
  /** As the first text has it. */
  readonly text: string;
  readonly words: number;
}

interface Word {
  readonly folded: string;
  /** Its place among the tokens of the text. */
  readonly at: number;
}

/** Texts are cut off after this many words. */
const mostWords = 5_000;
const mostRuns = 5;

/**
 * Runs of at least `least` words, without marks and case; none lies within another in the first text. `language` is BCP 47.
 * Time grows with the lengths of both, and with how often the same words come again.
 */
export function sharedRuns(
  { one, other }: { readonly one: string; readonly other: string },
  language: string,
  least = 5,
): readonly SharedRun[] {
  const tokens = tokensOf(one, language);
  const [mine, theirs] = [wordsOf(tokens, language), wordsOf(tokensOf(other, language), language)];
  const lengths = longestAt(mine, theirs, least);
  const found = [...lengths.entries()].sort(([a, an], [b, bn]) => bn - an || a - b);
  const taken: { readonly from: number; readonly to: number }[] = [];
  for (const [from, length] of found) {
    const to = from + length;
    if (taken.length === mostRuns) break;
    if (taken.every((each) => to <= each.from || from >= each.to)) taken.push({ from, to });
  }
  return taken.map(({ from, to }) => ({ text: textBetween(tokens, mine, { from, to }), words: to - from }));
}

function wordsOf(tokens: readonly Token[], language: string): readonly Word[] {
  return tokens
    .flatMap(({ text }, at) =>
      /[\p{L}\p{N}]/u.test(text) ? [{ folded: foldForSearch(text, language).join(" "), at }] : [],
    )
    .slice(0, mostWords);
}

/** By place in `mine`: how many words from there stand somewhere in `theirs`, where that is at least `least`. */
function longestAt(
  mine: readonly Word[],
  theirs: readonly Word[],
  least: number,
): ReadonlyMap<number, number> {
  const places = placesOfRuns(theirs, least);
  const lengths = new Map<number, number>();
  for (let at = 0; at + least <= mine.length; at += 1) {
    const starts = places.get(keyAt(mine, at, least)) ?? [];
    if (starts.length > 0)
      lengths.set(at, Math.max(...starts.map((place) => sharedFrom(mine.slice(at), theirs.slice(place)))));
  }
  return lengths;
}

/** What comes again more often than this tells nothing. */
const mostPlaces = 50;

function placesOfRuns(words: readonly Word[], least: number): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (let at = 0; at + least <= words.length; at += 1) {
    const key = keyAt(words, at, least);
    const known = places.get(key) ?? [];
    if (known.length < mostPlaces) places.set(key, [...known, at]);
  }
  return places;
}

function keyAt(words: readonly Word[], at: number, least: number): string {
  return words
    .slice(at, at + least)
    .map(({ folded }) => folded)
    .join(" ");
}

function sharedFrom(mine: readonly Word[], theirs: readonly Word[]): number {
  const end = mine.findIndex(({ folded }, at) => folded !== theirs[at]?.folded);
  return end === -1 ? mine.length : end;
}

function textBetween(
  tokens: readonly Token[],
  words: readonly Word[],
  { from, to }: { readonly from: number; readonly to: number },
): string {
  const [first, last] = [words[from]?.at ?? 0, words[to - 1]?.at ?? 0];
  return tokens
    .slice(first, last + 1)
    .map(({ gap, text }) => gap + text)
    .join("")
    .trim();
}
