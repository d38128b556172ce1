// What changed in the public library from release to release: which items, which parts of them, and why where an editor said
// so. Nothing of what stood there before is kept or told.
import type { RecordId } from "@tocsin/core";
import type { ItemCorrection, LibraryItem, LibraryText } from "@tocsin/library";
import type { LanguageText } from "@tocsin/records";
import { fromPieces, inPieces } from "../pieces.ts";
import type { KeptContents, PartHashes } from "./item-parts.ts";
import type { ItemPart } from "./item-parts.ts";
import { slugOf } from "./slug-of.ts";

/** A release of the library, as far as what changed goes by it. */
export interface KeptRelease {
  /** ISO 8601 in UTC; null for what has not left yet. */
  readonly approved: string | null;
  /** Null where it kept no list of what was in it. */
  readonly contents: KeptContents | null;
  /** By slug. */
  readonly reasons: ReadonlyMap<string, LibraryText>;
}

export interface HistoryChange extends Omit<ItemCorrection, "when" | "change"> {
  readonly change: NonNullable<ItemCorrection["change"]>;
  /** Null for what the release that is planned changes. */
  readonly when: string | null;
}

/** By slug, the newest change first. */
export type LibraryHistory = ReadonlyMap<string, readonly HistoryChange[]>;

/**
 * Parts that pages tell of. `related` is none of them: that it changed would tie an item to another one that was withdrawn on
 * the same day.
 */
const toldParts: ReadonlySet<ItemPart> = new Set([
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
  "pictures",
  "licence",
]);

/** `releases`: in their order, what is planned last. `nothing`: the hash of a part that is empty. */
export function historyOf(releases: readonly KeptRelease[], nothing: string): LibraryHistory {
  const history = new Map<string, HistoryChange[]>();
  let before: KeptContents | null = null;
  for (const { approved, contents, reasons } of releases) {
    for (const [slug, parts] of contents?.items ?? []) {
      const was: PartHashes | undefined = before?.items.get(slug);
      const found = was === undefined ? null : changeBetween(was, parts, nothing);
      if (found === null) continue;
      const change: HistoryChange = { ...found, when: approved, text: reasons.get(slug) ?? null };
      history.set(slug, [change, ...(history.get(slug) ?? [])]);
    }
    before = contents;
  }
  return history;
}

function changeBetween(
  was: PartHashes,
  is: PartHashes,
  nothing: string,
): Pick<HistoryChange, "change" | "parts"> | null {
  const [wasGone, isGone] = [was, is].map((parts) => (parts.get("withdrawn") ?? nothing) !== nothing);
  if (isGone === true) return wasGone === true ? null : { change: "removed", parts: [] };
  if (wasGone === true) return { change: "again", parts: [] };
  const parts = [...toldParts].filter((part) => was.has(part) && was.get(part) !== is.get(part));
  return parts.length === 0 ? null : { change: "changed", parts };
}

/** Without the days, which nobody knows before it leaves: the same again before and after. Null where nothing changed. */
export function historyContent(history: LibraryHistory): object | null {
  const told = [...history].toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (told.length === 0) return null;
  return Object.fromEntries(
    told.map(([slug, changes]) => [
      slug,
      changes.map(({ change, parts, text }) => [change, parts ?? [], text]),
    ]),
  );
}

/** What an item's page tells of it, once it is known when it leaves. `isDated`: it says by itself when it was withdrawn. */
export function withHistory(
  item: LibraryItem,
  { history, approved, isDated }: { history: LibraryHistory; approved: string; isDated: boolean },
): LibraryItem {
  const changes = (history.get(item.slug) ?? []).map(({ when, ...rest }) => ({
    ...rest,
    when: when ?? approved,
  }));
  const [newest] = changes;
  if (item.withdrawn === null) return { ...item, corrections: changes };
  if (newest?.change !== "removed") return item;
  const reason = item.withdrawn.reason ?? newest.text;
  if (isDated) return { ...item, withdrawn: { ...item.withdrawn, reason } };
  return { ...item, changed: newest.when, withdrawn: { when: newest.when, reason } };
}

/** For the record of the release. */
export function encodeReasons(reasons: ReadonlyMap<string, LibraryText>): readonly string[] {
  return inPieces(
    Object.fromEntries([...reasons].map(([slug, { text, lang }]) => [slug, `${lang} ${text}`])),
  );
}

export function parseReasons(pieces: readonly string[]): ReadonlyMap<string, LibraryText> {
  const reasons = new Map<string, LibraryText>();
  for (const [slug, told] of fromPieces(pieces)) {
    const [, lang, text] = typeof told === "string" ? (/^(\S+) ([^]+)$/.exec(told) ?? []) : [];
    if (lang !== undefined && text !== undefined) reasons.set(slug, { text, lang });
  }
  return reasons;
}

/** Longer ones are cut: each stands in one piece of the record. */
const longestReason = 600;

export function reasonsBySlug(
  given: ReadonlyMap<RecordId, LanguageText> | undefined,
): ReadonlyMap<string, LibraryText> {
  return new Map(
    [...(given ?? [])].flatMap(([record, { text, lang }]) => {
      const cut = text.trim().slice(0, longestReason).toWellFormed();
      return cut === "" ? [] : [[slugOf(record), { text: cut, lang }] as const];
    }),
  );
}
