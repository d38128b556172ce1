// The view over operations in memory: plain lists, a record worked out anew, from all its operations, once one came to it.
// For tests, and the yardstick of the view over the projection's tables.
import type { RecordId } from "@tocsin/core";
import { createBriefsInMemory } from "./memory-briefs.fake.ts";
import { countAnew, type CountedAnew } from "./count-anew.fake.ts";
import type { Counter } from "./counter.ts";
import { parseGridPlace } from "./grid.ts";
import { localMark } from "./local-terms.ts";
import { compareStamps, fold, isWithdrawn, type RecordState } from "./fold.ts";
import type { Registry } from "./registry.ts";
import { rowsOf, type Rows } from "./rows.ts";
import { hasWords, searchRows, type Tools } from "./memory-search.fake.ts";
import type { Analyse, WordForms } from "./search/analysis.ts";
import type {
  LinkCount,
  ListOptions,
  Page,
  StampedOperation,
  View,
  Written,
  WrittenOptions,
} from "./view.ts";

export { countAnew } from "./count-anew.fake.ts";

export interface MemoryView {
  readonly view: View;
  /** Operations in an order in which each stands behind those that its writer had seen; known ones are skipped. */
  apply(operations: readonly StampedOperation[]): void;
}

export interface Shown {
  /** Order in which the records were first seen, from 1. */
  readonly n: number;
  readonly rows: Rows;
}

const maximumCell = 200;

/** Tokens, and what finds more than those: a function alone gives tokens. */
export type MemoryAnalysis = Analyse | { readonly analyse: Analyse; readonly forms: WordForms };

export function createMemoryView(
  registry: Registry,
  analysis: MemoryAnalysis,
  counter?: Counter,
): MemoryView {
  const { analyse, forms } =
    typeof analysis === "function" ? { analyse: analysis, forms: undefined } : analysis;
  const tools: Tools = { analyse, ...(forms ? { forms } : {}) };
  const operationsById = new Map<RecordId, StampedOperation[]>();
  const operationsOf = (id: RecordId): readonly StampedOperation[] =>
    (operationsById.get(id) ?? []).toSorted((a, b) => compareStamps(a.stamp, b.stamp));
  const stateOf = (id: RecordId): RecordState | undefined => {
    const folded = operationsOf(id).reduce<RecordState | undefined>(
      (state, { stamp, operation }) => fold(state, stamp, operation),
      undefined,
    );
    return folded === undefined || isWithdrawn(folded) ? undefined : folded;
  };
  const rowsById = new Map<RecordId, Rows | undefined>();
  const rowsFor = (id: RecordId): Rows | undefined => {
    if (rowsById.has(id)) return rowsById.get(id);
    const state = stateOf(id);
    const kind = state && registry.kinds.get(state.kind);
    const rows = kind && rowsOf(kind, state);
    rowsById.set(id, rows);
    return rows;
  };
  const shown = (): readonly Shown[] =>
    [...operationsById.keys()].flatMap((id, at): readonly Shown[] => {
      const rows = rowsFor(id);
      return rows ? [{ n: at + 1, rows }] : [];
    });
  const ofKind = (name: string): readonly Shown[] => shown().filter(({ rows }) => rows.record.kind === name);
  const idsLinked: View["linkedIds"] = async (id, { kind, field }) =>
    ofKind(kind)
      .filter(({ rows }) =>
        rows.links.some((row) => row.to === id && (field === undefined || row.field === field)),
      )
      .toSorted(({ rows: { record: a } }, { rows: { record: b } }) =>
        a.created === b.created ? (a.id < b.id ? -1 : 1) : a.created - b.created,
      )
      .map(({ rows }) => rows.record.id);

  const countNow = (): CountedAnew =>
    counter === undefined
      ? { lines: [], counts: new Map() }
      : countAnew(
          counter,
          [...operationsById.keys()].flatMap((id) => stateOf(id) ?? []),
        );
  let lastCounted: CountedAnew | undefined;
  const counted = (): CountedAnew => (lastCounted ??= countNow());

  return {
    apply(operations) {
      lastCounted = undefined;
      for (const each of operations) {
        const known = operationsById.get(each.operation.record) ?? [];
        if (!known.some(({ stamp }) => compareStamps(stamp, each.stamp) === 0)) known.push(each);
        operationsById.set(each.operation.record, known);
        rowsById.delete(each.operation.record);
      }
    },
    view: {
      read: async (id) => stateOf(id),
      readMany: async (ids) => [...new Set(ids)].flatMap((id) => stateOf(id) ?? []),
      history: async (id) => operationsOf(id).toReversed(),
      written: async (options) => writtenPage([...operationsById.values()].flat(), options),
      list: async (options) => listPage(matching(shown(), options, tools), options),
      linked: async (id, from) => (await idsLinked(id, from)).flatMap((each) => stateOf(each) ?? []),
      linkedIds: idsLinked,
      linkedRows: async (id, { kind, field, limit, from = 0 }) =>
        ofKind(kind)
          .filter(({ rows }) => rows.links.some((row) => row.to === id && row.field === field))
          .toReversed()
          .slice(from, from + limit)
          .map(({ rows }) => rows.record),
      linkCounts: async (id) => linkCounts(shown(), id),
      glanceLinked: async (ids, from) => {
        const found = new Map<RecordId, readonly RecordState[]>();
        for (const id of ids)
          found.set(
            id,
            (await idsLinked(id, from)).flatMap((each) => stateOf(each) ?? []),
          );
        return found;
      },
      glance: async (ids) => [...new Set(ids)].flatMap((id) => stateOf(id) ?? []),
      ...createBriefsInMemory((kind) => ofKind(kind).map(({ rows }) => rows)),
      leadingTo: async (ids) =>
        shown().flatMap(({ rows: { record, links } }) =>
          links
            .filter(({ to }) => ids.includes(to))
            .map(({ to }) => ({ to, from: record.id, kind: record.kind })),
        ),
      count: async (kind) => ofKind(kind).length,
      tally: async (kind, facet) => tallyOf(ofKind(kind), facet),
      grid: async (kind, facet, { to, country } = {}) =>
        Array.from(tallyOf(ofKind(kind), facet), ([value, count]) => ({
          ...parseGridPlace(value),
          count,
        })).filter(
          (each) =>
            (to === undefined || each.to === to) && (country === undefined || each.country === country),
        ),
      rowsHaving: async (kind, field, values) =>
        ofKind(kind).flatMap(({ rows }) =>
          [...new Set(values)]
            .filter((value) => hasCell(rows, field, value))
            .map((value) => ({ row: rows.record, value })),
        ),
      counts: async (prefix) => new Map([...counted().counts].filter(([key]) => key.startsWith(prefix))),
      countLines: async (from, to) =>
        counted().lines.filter(({ when }) => when.slice(0, 7) >= from && when.slice(0, 7) <= to),
      linesOf: async (events) => counted().lines.filter(({ event }) => events.includes(event)),
      search: async (words, options = {}) =>
        searchRows(words, options, { registry, ...tools, shown: shown() }),
    },
  };
}

/** A key is how many stand in front of the page. */
function writtenPage(
  all: readonly StampedOperation[],
  { limit, after = "0", kind }: WrittenOptions,
): Written {
  const newest = all
    .filter(({ operation }) => kind === undefined || operation.kind === kind)
    .toSorted((a, b) => compareStamps(b.stamp, a.stamp));
  const [from, to] = [Number(after), Number(after) + limit];
  return { operations: newest.slice(from, to), next: newest.length > to ? String(to) : null };
}

function linkCounts(all: readonly Shown[], id: RecordId): readonly LinkCount[] {
  const counts = new Map<string, LinkCount>();
  for (const { rows } of all)
    for (const field of new Set(rows.links.filter(({ to }) => to === id).map((row) => row.field))) {
      const { kind } = rows.record;
      const { count } = counts.get(`${kind} ${field}`) ?? { count: 0 };
      counts.set(`${kind} ${field}`, { kind, field, count: count + 1 });
    }
  return [...counts.values()];
}

function matching(all: readonly Shown[], options: ListOptions, tools: Tools): readonly Shown[] {
  const { kind, where = [], from = -Infinity, to = Infinity, words } = options;
  const isAsked = words === undefined ? () => true : hasWords(words, tools);
  return all.filter(
    (each) =>
      (kind === undefined || each.rows.record.kind === kind) &&
      where.every(({ field, value }) => hasCell(each.rows, field, value)) &&
      each.rows.record.sort >= from &&
      each.rows.record.sort <= to &&
      isAsked(each.rows),
  );
}

/** The text of the field that it is ordered by, in front; records without it come last. */
type Place = readonly [text: string | null, sort: number, n: number];

function writtenLast(found: readonly Shown[], after: number, { limit, kinds }: ListOptions): Page {
  const written = found.filter(
    ({ rows }) => rows.record.updated > after && (kinds?.includes(rows.record.kind) ?? true),
  );
  const sorted = written.toSorted((a, b) => b.rows.record.updated - a.rows.record.updated || b.n - a.n);
  return { rows: sorted.slice(0, limit).map(({ rows }) => rows.record), next: null };
}

function listPage(found: readonly Shown[], options: ListOptions): Page {
  const { kind, by, order = "newest", limit = 50, after, countTo, writtenAfter } = options;
  if (writtenAfter !== undefined) return writtenLast(found, writtenAfter, { ...options, limit });
  const placeOf = ({ n, rows }: Shown): Place => {
    const text = by === undefined || kind === undefined ? null : orderedText(rows, by);
    return [text, rows.record.sort, n];
  };
  const sign = order === "newest" ? -1 : 1;
  const compare = (a: Place, b: Place): number => {
    if (a[0] !== b[0]) return a[0] === null ? 1 : b[0] === null ? -1 : sign * (a[0] < b[0] ? -1 : 1);
    return sign * (a[1] === b[1] ? a[2] - b[2] : a[1] - b[1]);
  };
  const sorted = found.toSorted((a, b) => compare(placeOf(a), placeOf(b)));
  const last = placeIn(after);
  const behind = sorted.filter((each) => last === null || compare(last, placeOf(each)) < 0);
  const page = behind.slice(0, limit);
  const end = page.at(-1);
  return {
    rows: page.map(({ rows }) => rows.record),
    next: end && behind.length > limit ? keyOf(placeOf(end), by) : null,
    ...(countTo === undefined ? {} : { total: Math.min(found.length, countTo) }),
  };
}

/** As the view over tables writes them. */
function keyOf([text, sort, n]: Place, by: string | undefined): string {
  if (by === undefined) return `${sort}:${n}`;
  return text === null ? `~${sort}:${n}` : `=${sort}:${n}:${text}`;
}

function placeIn(after: string | undefined): Place | null {
  const match = /^([=~]?)(-?\d+):(\d+):?(.*)$/s.exec(after ?? "");
  if (match === null) return null;
  return [match[1] === "=" ? (match[4] ?? "") : null, Number(match[2]), Number(match[3])];
}

function orderedText(rows: Rows, by: string): string | null {
  const texts = [...rows.cells, ...rows.tallies.map(({ facet, value }) => ({ field: facet, text: value }))]
    .filter(({ field, text }) => field === by && text.length <= maximumCell && !text.includes(localMark))
    .map(({ text }) => text);
  return texts[0] ?? null;
}

function hasCell(rows: Rows, field: string, value: string): boolean {
  const cells = rows.cells.some((cell) => cell.field === field && cell.text === value);
  const facets = rows.tallies.some((tally) => tally.facet === field && tally.value === value);
  return value.length <= maximumCell && (cells || facets);
}

function tallyOf(all: readonly Shown[], facet: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rows } of all)
    for (const row of rows.tallies)
      if (row.facet === facet) counts.set(row.value, (counts.get(row.value) ?? 0) + 1);
  return counts;
}
