// The index in pieces, so that a search loads some kilobytes of it. A piece is a script that hands over its data, because a
// page that was opened from a disk may load scripts beside it and nothing else.
import type { PagePlan } from "../page-plan.ts";
import type { IndexEntry } from "./index-builder.ts";

/** Letters by which a word finds its piece: the stem of a word, and what is left of it without an end, lie in the same. */
const lettersOfKey = 4;
/** About so many characters a piece: some ten kilobytes compressed. */
const lengthOfPiece = 40_000;
const lengthOfPlace = 3;

export interface Pieces {
  readonly count: number;
  readonly plans: () => Generator<PagePlan>;
}

export function createPieces(entries: ReadonlyMap<string, IndexEntry>): Pieces {
  let length = 1;
  for (const [token, { places }] of entries) length += token.length + lengthOfPlace * places.length;
  const count = Math.max(1, 2 ** Math.ceil(Math.log2(length / lengthOfPiece)));
  return { count, plans: () => piecePlans(entries, count) };
}

function* piecePlans(entries: ReadonlyMap<string, IndexEntry>, count: number): Generator<PagePlan> {
  const tokens: string[][] = Array.from({ length: count }, () => []);
  for (const token of entries.keys()) tokens[pieceOf(token, count)]?.push(token);
  for (const [number, own] of tokens.entries()) {
    const rows = own.sort().map((token) => [token, valueOf(entries.get(token))] as const);
    const text = `libraryPiece(${number},${scriptJson(Object.fromEntries(rows))})\n`;
    yield { path: `search/${number}.js`, from: text, make: () => text };
  }
}

/** Distances of the places in base 36, then the stems of the word, if it has some. */
function valueOf(entry: IndexEntry | undefined): string {
  if (entry === undefined) return "";
  let before = 0;
  const places = entry.places.map((place) => {
    const distance = place - before;
    before = place;
    return distance.toString(36);
  });
  return entry.stems.length === 0 ? places.join(".") : `${places.join(".")}|${entry.stems.join(" ")}`;
}

/** FNV-1a over the first letters, without the mark of a stem. The script in the page has the same. */
function pieceOf(token: string, count: number): number {
  const key = token.slice(token.indexOf(":") + 1).slice(0, lettersOfKey);
  let hash = 2_166_136_261;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 16_777_619);
  return (hash >>> 0) % count;
}

export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
