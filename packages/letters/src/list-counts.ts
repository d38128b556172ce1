// Counts of a frozen list, from what everybody sees of it alone: nothing can be subtracted that does not stand there.
import { tally } from "./freeze.ts";
import type { OpenEntry } from "./frozen-list.ts";

export interface ListCounts {
  readonly all: number;
  readonly named: number;
  readonly withheld: number;
  readonly counted: number;
  /** Largest first. */
  readonly countries: readonly PlaceCount[];
  readonly regions: readonly PlaceCount[];
  /** Entries that show no country, and no region. */
  readonly noCountry: number;
  readonly noRegion: number;
}

export interface PlaceCount {
  readonly code: string;
  readonly count: number;
}

export function listCounts(entries: readonly OpenEntry[]): ListCounts {
  const of = (visibility: OpenEntry["visibility"]): number =>
    entries.filter((entry) => entry.visibility === visibility).length;
  const countries = placesOf(entries.map(({ country }) => country));
  const regions = placesOf(entries.map(({ region }) => region));
  const sum = (places: readonly PlaceCount[]): number => places.reduce((all, { count }) => all + count, 0);
  return {
    all: entries.length,
    named: of("public"),
    withheld: of("withheld"),
    counted: of("counted"),
    countries,
    regions,
    noCountry: entries.length - sum(countries),
    noRegion: entries.length - sum(regions),
  };
}

function placesOf(codes: readonly (string | null)[]): readonly PlaceCount[] {
  return [...tally(codes)]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}
