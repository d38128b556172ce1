// The parts of an item by which two releases of a library are compared, and how a release keeps them: a hash of each, cut
// short, so that the record says what changed and not what it said.
import { encodeCanonicalText, encodeUtf8, type Json } from "@tocsin/core";
import type { LibraryItem, LibraryTable } from "@tocsin/library";
import { fromPieces, inPieces } from "../pieces.ts";

/** `library.part-of.<part>`. */
export const itemParts = [
  "kind",
  "title",
  "summary",
  "text",
  "languages",
  "authors",
  "dated",
  "source",
  "address",
  "copy",
  "facets",
  "related",
  "pictures",
  "corrections",
  "licence",
  "changed",
  "withdrawn",
] as const;
export type ItemPart = (typeof itemParts)[number];

/** Hashes of parts by their names; what an earlier version did not know is missing. */
export type PartHashes = ReadonlyMap<string, string>;

export interface KeptContents {
  /** By slug. */
  readonly items: ReadonlyMap<string, PartHashes>;
  readonly tables: ReadonlyMap<string, string>;
}

export type Sha256 = (bytes: Uint8Array) => string;

/** Hexadecimal characters: one change in sixteen million would go unseen. */
const length = 6;
const partsKey = " parts";
const tableKey = "numbers/";

/** Of a part that is empty. */
export function hashOfNothing(sha256: Sha256): string {
  return sha256(encodeUtf8("null")).slice(0, length);
}

export function contentsOf(
  { items, tables }: { readonly items: readonly LibraryItem[]; readonly tables: readonly LibraryTable[] },
  sha256: Sha256,
): KeptContents {
  const hash = (value: unknown): string =>
    sha256(encodeUtf8(encodeCanonicalText(value as Json))).slice(0, length);
  return {
    items: new Map(
      items.map((item) => {
        const parts = partsOf(item);
        return [item.slug, new Map(itemParts.map((part) => [part, hash(parts[part])]))];
      }),
    ),
    tables: new Map(tables.map((table) => [table.slug, hash(table)])),
  };
}

function partsOf(item: LibraryItem): Readonly<Record<ItemPart, unknown>> {
  const { editions, ...rest } = item;
  return {
    ...rest,
    title: editions.map(({ lang, title }) => [lang, title]),
    summary: editions.map(({ lang, excerpt }) => [lang, excerpt]),
    text: editions.map(({ lang, body }) => [lang, body]),
    languages: editions.map(({ lang, isOriginal, translatedBy }) => [lang, isOriginal, translatedBy]),
  };
}

/** For the record of the release; each is a string of its own. */
export function encodeContents({ items, tables }: KeptContents): readonly string[] {
  const ofItems = [...items].map(
    ([slug, parts]) => [slug, itemParts.map((part) => parts.get(part) ?? "").join("")] as const,
  );
  const ofTables = [...tables].map(([slug, hash]) => [tableKey + slug, hash] as const);
  return inPieces(Object.fromEntries([[partsKey, itemParts.join(" ")], ...ofTables, ...ofItems]));
}

/** Null where a release kept none. */
export function parseContents(pieces: readonly string[]): KeptContents | null {
  const kept = fromPieces(pieces);
  const named = kept.get(partsKey);
  if (typeof named !== "string") return null;
  const names = named.split(" ");
  const items = new Map<string, PartHashes>();
  const tables = new Map<string, string>();
  for (const [key, hashes] of kept) {
    if (key === partsKey || typeof hashes !== "string") continue;
    if (key.startsWith(tableKey)) tables.set(key.slice(tableKey.length), hashes);
    else
      items.set(key, new Map(names.map((name, at) => [name, hashes.slice(at * length, (at + 1) * length)])));
  }
  return { items, tables };
}
