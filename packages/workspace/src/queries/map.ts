// Where incidents happened, for a map: from the counts that the tables keep, without reading a record.
import {
  data,
  flag,
  integer,
  query,
  RecordsError,
  spotFacet,
  string,
  type RecordRow,
  type View,
} from "@tocsin/records";
import type { Json } from "@tocsin/core";
import { gridFor, isAsked, keyOf, layOnMap, spotCounts, type Asked, type OnMap } from "../pictures/on-map.ts";

export type { MapCountry, MapPoint } from "../pictures/on-map.ts";

export interface MapPage extends OnMap {
  /** Each status by itself, with how many incidents have it: how sure we are is never added up. */
  readonly statuses: readonly { readonly status: string; readonly count: number }[];
  readonly status: string;
  /** Of this status: the first and last year that any incident has, and how many have none. */
  readonly years: { readonly first: number; readonly last: number } | null;
  readonly undated: number;
}

export interface MapRecords {
  /** Newest first. */
  readonly rows: readonly RecordRow[];
  readonly total: number;
}

const usualKind = "incident";
const mapped: readonly string[] = [usualKind, "measure"];
const facet = spotFacet("where");
const listed = 100;
const keysAtMost = 2000;
const input = {
  kind: string(),
  status: string(),
  from: integer(),
  to: integer(),
  coarse: flag(),
} as const;

/**
 * Of incidents, or of the measures of one kind, which then stands in the place of a status. Without one, of the one that most
 * records have. `coarse` shows places only as far as they may leave. Throws `records.bad-input` for another kind.
 */
export const map = query("map", input, async (view, asked): Promise<MapPage> => {
  const all = spotCounts(await view.tally(kindOf(asked.kind), facet));
  const statuses = statusesOf(all);
  const status = asked.status ?? statuses[0]?.status ?? "";
  const own = all.filter(({ spot }) => spot.status === status);
  const question = questionOf(asked, status);
  const years = own.flatMap(({ spot: { year } }) => (year === "" ? [] : [Number(year)]));
  return {
    ...layOnMap(
      own.filter(({ spot }) => isAsked(spot, question)),
      question.isCoarse,
    ),
    statuses,
    status,
    years: years.length === 0 ? null : { first: least(years), last: -least(years.map((year) => -year)) },
    undated: own.reduce((sum, { spot, count }) => (spot.year === "" ? sum + count : sum), 0),
  };
});

/** The records behind marks of the map, by their keys and the same question. Throws `records.bad-input`. */
export const mapRecords = query(
  "map.records",
  { ...input, keys: data({ required: true }) },
  async (view, { keys, ...asked }): Promise<MapRecords> => {
    const wanted = keysOf(keys);
    const kind = kindOf(asked.kind);
    const question = questionOf(asked, asked.status ?? "");
    const spots = spotCounts(await view.tally(kind, facet)).filter(({ spot }) => isAsked(spot, question));
    const grid = gridFor(spots, question.isCoarse);
    const behind = spots.filter(({ spot }) => wanted.has(keyOf(spot, grid, question.isCoarse)));
    const newest = behind.toSorted((a, b) => Number(b.spot.year) - Number(a.spot.year));
    return {
      rows: await rowsAt(
        view,
        kind,
        newest.map(({ value }) => value),
      ),
      total: behind.reduce((sum, { count }) => sum + count, 0),
    };
  },
);

function kindOf(kind = usualKind): string {
  if (!mapped.includes(kind))
    throw new RecordsError("records.bad-input", "Cannot make map: no map is kept of this kind");
  return kind;
}

async function rowsAt(view: View, kind: string, values: readonly string[]): Promise<readonly RecordRow[]> {
  const rows: RecordRow[] = [];
  for (const value of values) {
    if (rows.length >= listed) break;
    const where = [{ field: facet, value }];
    const page = await view.list({ kind, where, limit: listed - rows.length });
    rows.push(...page.rows);
  }
  return rows;
}

interface Typed {
  readonly from?: number;
  readonly to?: number;
  readonly coarse?: boolean;
}

function questionOf({ from, to, coarse = false }: Typed, status: string): Asked {
  return { status, from: from ?? null, to: to ?? null, isCoarse: coarse };
}

function statusesOf(spots: ReturnType<typeof spotCounts>): MapPage["statuses"] {
  const counts = new Map<string, number>();
  for (const { spot, count } of spots) counts.set(spot.status, (counts.get(spot.status) ?? 0) + count);
  return [...counts]
    .map(([status, count]) => ({ status, count }))
    .sort((a, b) => b.count - a.count || (a.status < b.status ? -1 : 1));
}

function keysOf(keys: Json): ReadonlySet<string> {
  const given = Array.isArray(keys) ? keys.filter((key) => typeof key === "string") : [];
  if (given.length === 0 || given.length > keysAtMost)
    throw new RecordsError("records.bad-input", "Cannot list records of a map: expected 1 to 2000 keys");
  return new Set(given);
}

/** A list can be longer than a call may have arguments. */
function least(numbers: readonly number[]): number {
  return numbers.reduce((least, each) => Math.min(least, each), Infinity);
}
