// What changes between the last release of the library and what would leave now: item by item, and which parts of each.
import type { LibraryItem, LibraryTable } from "@tocsin/library";
import { encodeCanonicalText, type Json } from "@tocsin/core";
import type { LastLibrary } from "./before.ts";
import { contentsOf, itemParts, type PartHashes, type Sha256 } from "./item-parts.ts";
import type {
  ChangedItem,
  ChangedTable,
  LeavingItem,
  LibraryAbout,
  LibraryChanges,
} from "./library-types.ts";

export interface Leaving {
  readonly about: LibraryAbout;
  readonly items: readonly LibraryItem[];
  readonly tables: readonly LibraryTable[];
  readonly leaving: readonly LeavingItem[];
}

export function changesSince(last: LastLibrary | null, now: Leaving, sha256: Sha256): LibraryChanges {
  const fresh = contentsOf(now, sha256);
  const kept = last?.contents ?? null;
  const items = now.leaving.flatMap((item): readonly ChangedItem[] => {
    const parts = fresh.items.get(item.slug) ?? noParts;
    const change =
      kept === null ? changeByRecord(last, item) : changeOf(kept.items.get(item.slug), parts, item);
    return change === null ? [] : [{ ...item, ...change }];
  });
  return {
    since: last === null ? null : sinceOf(last),
    isWhole: last === null || kept !== null,
    items,
    unchanged: kept === null ? 0 : now.leaving.length - items.length,
    tables: kept === null ? [] : tablesChanged(kept.tables, fresh.tables, now.tables),
    about: aboutChanged(last?.about ?? null, now.about),
  };
}

const noParts: PartHashes = new Map();

function sinceOf({ release, approved, isWithdrawn }: LastLibrary): LibraryChanges["since"] {
  return { release, approved, isWithdrawn };
}

type Change = Pick<ChangedItem, "change" | "parts">;

function changeOf(before: PartHashes | undefined, now: PartHashes, { state }: LeavingItem): Change | null {
  if (before === undefined) return { change: "added", parts: [] };
  const parts = itemParts.filter((part) => before.has(part) && before.get(part) !== now.get(part));
  if (parts.length === 0) return null;
  if (!parts.includes("withdrawn")) return { change: "changed", parts };
  return { change: state === "withdrawn" ? "removed" : "again", parts: [] };
}

/** Of a release that kept no list: what it named, and what it did not. */
function changeByRecord(last: LastLibrary | null, { record, state }: LeavingItem): Change | null {
  const wasThere = last?.records.has(record) === true;
  if (state === "withdrawn") return wasThere ? { change: "removed", parts: [] } : null;
  return wasThere ? null : { change: "added", parts: [] };
}

function tablesChanged(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  tables: readonly LibraryTable[],
): readonly ChangedTable[] {
  const shown = tables.flatMap(({ slug, title }): readonly ChangedTable[] => {
    const was = before.get(slug);
    if (was === now.get(slug)) return [];
    return [{ slug, title: title[0]?.text ?? slug, change: was === undefined ? "added" : "changed" }];
  });
  const gone = [...before.keys()].filter((slug) => !now.has(slug));
  return [...shown, ...gone.map((slug): ChangedTable => ({ slug, title: slug, change: "removed" }))];
}

function aboutChanged(before: LibraryAbout | null, now: LibraryAbout): LibraryChanges["about"] {
  if (before === null) return [];
  const text = (value: unknown): string => encodeCanonicalText((value ?? null) as Json);
  return (["title", "about", "publisher", "locales", "address", "onion", "mirrors"] as const).filter(
    (part) => text(before[part]) !== text(now[part]),
  );
}
