// The index in pieces, so that a search loads some kilobytes of it. A piece is a script that hands over its data, because a
// page that was opened from a disk may load scripts beside it and nothing else.
import type { PagePlan } from "../page-plan.ts";
import { bytesOfText } from "../pages/in-pages.ts";
import type { IndexEntry } from "./index-builder.ts";

/** Letters by which a word finds its piece: the stem of a word, and what is left of it without an end, lie in the same. */
const lettersOfKey = 4;
/** A piece is loaded whole, on a plain server uncompressed. */
const bytesOfPiece = 36_000;
const mostPieces = 2 ** 13;

export interface Pieces {
  readonly count: number;
  readonly plans: () => Generator<PagePlan>;
}

export function createPieces(entries: ReadonlyMap<string, IndexEntry>): Pieces {
  const keys = [...entries].map(([token, entry]) => ({
    hash: hashOf(token),
    bytes: bytesOfText(token) + bytesOfText(valueOf(entry)) + 6,
  }));
  const all = keys.reduce((sum, { bytes }) => sum + bytes, 1);
  let count = Math.max(1, 2 ** Math.ceil(Math.log2(all / bytesOfPiece)));
  while (count < mostPieces && heaviest(keys, count) > bytesOfPiece) count *= 2;
  return { count, plans: () => piecePlans(entries, count) };
}

interface Key {
  readonly hash: number;
  readonly bytes: number;
}

/** A word that stands nearly everywhere can weigh as much as hundreds of others. */
function heaviest(keys: readonly Key[], count: number): number {
  const sums = Array.from({ length: count }, () => 0);
  for (const { hash, bytes } of keys) sums[hash % count] = (sums[hash % count] ?? 0) + bytes;
  // One word that is too heavy by itself gets no lighter in smaller pieces.
  const single = keys.reduce((most, { bytes }) => Math.max(most, bytes), 0);
  const most = sums.reduce((one, other) => Math.max(one, other), 0);
  return single > bytesOfPiece ? 0 : most;
}

function* piecePlans(entries: ReadonlyMap<string, IndexEntry>, count: number): Generator<PagePlan> {
  const tokens: string[][] = Array.from({ length: count }, () => []);
  for (const token of entries.keys()) tokens[hashOf(token) % count]?.push(token);
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
function hashOf(token: string): number {
  const key = token.slice(token.indexOf(":") + 1).slice(0, lettersOfKey);
  let hash = 2_166_136_261;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 16_777_619);
  return hash >>> 0;
}

export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
