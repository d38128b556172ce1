// What every page may look at: cards of all items in their order, and which of them stand under which code.
import { byDate, type Card } from "./card.ts";
import type { LibraryHead, LibraryTable } from "./library-input.ts";
import { facets, type Facet } from "./taking/taken-item.ts";
import type { Tongue } from "./words/tongue.ts";

/** Places in `cards`, in their order. */
export type Places = readonly number[];

export interface Site {
  readonly head: LibraryHead;
  readonly tables: readonly LibraryTable[];
  /** The newest first. */
  readonly cards: readonly Card[];
  readonly placeOf: ReadonlyMap<string, number>;
  readonly under: ReadonlyMap<Facet, ReadonlyMap<string, Places>>;
  /** Both ways: what an item names, and what names it. */
  readonly related: ReadonlyMap<string, readonly string[]>;
  readonly tongues: readonly Tongue[];
}

export function createSite(cards: readonly Card[], rest: Pick<Site, "head" | "tables" | "tongues">): Site {
  const sorted = cards.toSorted(byDate);
  return {
    ...rest,
    cards: sorted,
    placeOf: new Map(sorted.map(({ slug }, place) => [slug, place])),
    under: placesByCode(sorted),
    related: relations(sorted),
  };
}

function placesByCode(cards: readonly Card[]): ReadonlyMap<Facet, ReadonlyMap<string, Places>> {
  const under = new Map<Facet, Map<string, number[]>>(facets.map((facet) => [facet, new Map()]));
  for (const [place, card] of cards.entries()) {
    for (const facet of facets) {
      for (const code of card.facets[facet] ?? []) {
        const codes = under.get(facet);
        const places = codes?.get(code);
        if (places === undefined) codes?.set(code, [place]);
        else places.push(place);
      }
    }
  }
  return under;
}

function relations(cards: readonly Card[]): ReadonlyMap<string, readonly string[]> {
  const known = new Set(cards.map(({ slug }) => slug));
  const related = new Map<string, Set<string>>();
  const add = (from: string, to: string): void => {
    const others = related.get(from);
    if (others === undefined) related.set(from, new Set([to]));
    else others.add(to);
  };
  for (const card of cards) {
    for (const other of card.related) {
      if (!known.has(other)) continue;
      add(card.slug, other);
      add(other, card.slug);
    }
  }
  return new Map([...related].map(([slug, others]) => [slug, [...others].sort()]));
}

export function placesUnder(site: Site, facet: Facet, code: string): Places {
  return site.under.get(facet)?.get(code) ?? [];
}

export interface Counted {
  readonly code: string;
  readonly count: number;
}

/** Codes of `facet` among the cards at `places`, the commonest first. */
export function countCodes(site: Site, facet: Facet, places: Places): readonly Counted[] {
  const counts = new Map<string, number>();
  for (const place of places) {
    for (const code of site.cards[place]?.facets[facet] ?? []) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].map(([code, count]) => ({ code, count })).sort(commonestFirst);
}

/** The same over all cards, without looking at each. */
export function countAll(site: Site, facet: Facet): readonly Counted[] {
  return [...(site.under.get(facet) ?? [])]
    .map(([code, places]) => ({ code, count: places.length }))
    .sort(commonestFirst);
}

/** Facets that have a page of their own: those that the way round names, and every other under which something is. */
export function shownFacets(site: Site): readonly Facet[] {
  const named: readonly Facet[] = ["country", "theme", "commitment"];
  return facets.filter((facet) => named.includes(facet) || (site.under.get(facet)?.size ?? 0) > 0);
}

function commonestFirst(one: Counted, other: Counted): number {
  return other.count - one.count || (one.code < other.code ? -1 : 1);
}
