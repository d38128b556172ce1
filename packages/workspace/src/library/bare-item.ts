// An item of the library of which nothing is said yet.
import type { ItemKind, LibraryItem } from "@tocsin/library";

/** `changed`: ISO 8601 in UTC. */
export function bareItem(slug: string, kind: ItemKind, changed: string): LibraryItem {
  return {
    slug,
    kind,
    editions: [],
    authors: [],
    dated: null,
    source: null,
    address: null,
    copy: null,
    facets: {},
    related: [],
    pictures: [],
    changed,
    corrections: [],
    withdrawn: null,
    licence: null,
  };
}
