// What lists keep of an item while a library is built: some hundred bytes, so that 10,000 fit in memory. And its order.
import type { ItemKind, LibraryText } from "./library-input.ts";
import type { Facet, TakenItem } from "./taking/taken-item.ts";

export interface Card {
  readonly slug: string;
  readonly kind: ItemKind;
  readonly at: number | null;
  readonly dated: string | null;
  readonly changed: string;
  readonly faces: readonly CardFace[];
  readonly source: LibraryText | null;
  readonly authors: readonly string[];
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
  readonly related: readonly string[];
  readonly isWithdrawn: boolean;
  /** Digest of the whole item as it was taken in. */
  readonly digest: string;
}

export interface CardFace {
  readonly lang: string;
  readonly isOriginal: boolean;
  readonly title: string;
  /** Beginning of the excerpt. */
  readonly gist: string;
}

const gistLength = 220;

export function cardOf(item: TakenItem, digest: string): Card {
  return {
    slug: item.slug,
    kind: item.kind,
    at: item.at,
    dated: item.dated,
    changed: item.changed,
    faces: item.editions.map(({ lang, isOriginal, title, excerpt }) => ({
      lang,
      isOriginal,
      title,
      gist: gistOf(excerpt),
    })),
    source: item.source,
    authors: item.authors,
    facets: item.facets,
    related: item.related,
    isWithdrawn: item.withdrawn !== null,
    digest,
  };
}

function gistOf(excerpt: string): string {
  const line = excerpt.slice(0, 2 * gistLength).replace(/\s+/g, " ");
  if (line.length <= gistLength) return line;
  const cut = line.slice(0, gistLength).toWellFormed();
  const space = cut.lastIndexOf(" ");
  return `${space > gistLength / 2 ? cut.slice(0, space) : cut}…`;
}

/** The newest first; without a date last; then by address, so that the order is always the same. */
export function byDate(one: Card, other: Card): number {
  const difference = (other.at ?? Number.NEGATIVE_INFINITY) - (one.at ?? Number.NEGATIVE_INFINITY);
  if (difference !== 0 && !Number.isNaN(difference)) return difference;
  return one.slug < other.slug ? -1 : Number(one.slug > other.slug);
}
