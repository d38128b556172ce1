// The lines of events, made from the states that the tables hold: every event with the parts that people had in it, after
// merges. Many at a time, so that a filling does not ask once for each.
import type { CountedPart, Counter, CountLine, RecordState } from "@tocsin/records";
import { isWithdrawn, valuesOf } from "@tocsin/records";
import type { SqlDatabase } from "../sql.ts";
import { parseState } from "../state-text.ts";

/** Lines by event: none for one that is gone, merged into another, or of another kind. */
export async function gatherLines(
  database: SqlDatabase,
  counter: Counter,
  events: readonly string[],
): Promise<ReadonlyMap<string, readonly CountLine[]>> {
  const states = await statesOf(database, events);
  const lines = new Map<string, readonly CountLine[]>(events.map((id) => [id, []]));
  const standing = [...states.values()].filter(({ kind, id }) => kind === counter.event && lines.has(id));
  const whole: RecordState[] = [];
  for (const state of standing)
    if ((await rootOf(database, counter, state)).id === state.id) whole.push(state);
  const parts = await partsOf(database, counter, whole);
  for (const state of whole) lines.set(state.id, counter.lines(state, parts.get(state.id) ?? []));
  return lines;
}

/**
 * The record that another was merged into, at the end of the chain; itself where that leads nowhere. Of a circle, which
 * two people can make without knowing of each other, the one with the first id stands for all.
 */
export async function rootOf(
  database: SqlDatabase,
  counter: Counter,
  start: RecordState,
): Promise<RecordState> {
  const passed: RecordState[] = [];
  for (let at = start; ;) {
    passed.push(at);
    const next = valuesOf(at)[counter.mergedInto];
    const again = passed.findIndex(({ id }) => id === next);
    if (again >= 0) return passed.slice(again).toSorted((a, b) => (a.id < b.id ? -1 : 1))[0] ?? at;
    const state = typeof next === "string" ? (await statesOf(database, [next])).get(next) : undefined;
    if (state?.kind !== at.kind) return at;
    at = state;
  }
}

/** Records that were merged into one of these, and into those, and these themselves. */
export async function mergedWith(
  database: SqlDatabase,
  counter: Counter,
  ids: readonly string[],
): Promise<readonly string[]> {
  const found = new Set(ids);
  for (let next = [...ids]; next.length > 0;) {
    const sources = await linkedBy(database, [counter.mergedInto], next);
    next = sources.map(({ id }) => id).filter((id) => !found.has(id));
    for (const id of next) found.add(id);
  }
  return [...found];
}

export interface LinkedRecord {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

/** Records that lead to one of the targets by one of the fields. */
export async function linkedBy(
  database: SqlDatabase,
  fields: readonly string[],
  targets: readonly string[],
): Promise<readonly LinkedRecord[]> {
  const rows = await inSlices(targets, (slice) =>
    database.all(
      `SELECT record.id, record.kind, link.target FROM link JOIN record ON record.n = link.record
       WHERE link.target IN (${marks(slice)}) AND link.field IN (${marks(fields)})`,
      [...slice, ...fields],
    ),
  );
  return rows.map(([id, kind, target]) => ({ id: String(id), kind: String(kind), target: String(target) }));
}

export async function statesOf(
  database: SqlDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordState>> {
  const rows = await inSlices([...new Set(ids)], (slice) =>
    database.all(
      `SELECT state.text FROM record JOIN state ON state.n = record.n WHERE record.id IN (${marks(slice)})`,
      slice,
    ),
  );
  const states = rows.map(([text]) => parseState(String(text))).filter((state) => !isWithdrawn(state));
  return new Map(states.map((state) => [state.id, state]));
}

/** Parts by event: those of the event and of every one that was merged into it, each with whoever it is about. */
async function partsOf(
  database: SqlDatabase,
  counter: Counter,
  events: readonly RecordState[],
): Promise<ReadonlyMap<string, readonly CountedPart[]>> {
  const eventOf = await eventsByMerged(database, counter, events);
  const leading = await linkedBy(database, [counter.partOf], [...eventOf.keys()]);
  const parts = leading.filter(({ kind }) => kind === counter.part);
  const states = await statesOf(
    database,
    parts.map(({ id }) => id),
  );
  const who = await whoOf(database, counter, [...states.values()]);
  const found = new Map<string, CountedPart[]>();
  for (const { id, target } of parts) {
    const state = states.get(id);
    const event = eventOf.get(target);
    if (state === undefined || event === undefined || valuesOf(state)[counter.partOf] !== target) continue;
    const list = found.get(event) ?? [];
    list.push({ state, who: who.get(id) ?? null });
    found.set(event, list);
  }
  return found;
}

async function eventsByMerged(
  database: SqlDatabase,
  counter: Counter,
  events: readonly RecordState[],
): Promise<ReadonlyMap<string, string>> {
  const eventOf = new Map(events.map(({ id }): [string, string] => [id, id]));
  const merged = await linkedBy(database, [counter.mergedInto], [...eventOf.keys()]);
  for (const { target } of merged)
    for (const id of await mergedWith(database, counter, [target]))
      if (!eventOf.has(id)) {
        const state = (await statesOf(database, [id])).get(id);
        if (state?.kind === counter.event && (await rootOf(database, counter, state)).id === target)
          eventOf.set(id, target);
      }
  return eventOf;
}

async function whoOf(
  database: SqlDatabase,
  counter: Counter,
  parts: readonly RecordState[],
): Promise<ReadonlyMap<string, RecordState>> {
  const named = parts.flatMap((part) => {
    const values = valuesOf(part);
    const id = counter.who.map((field) => values[field]).find((value) => typeof value === "string");
    return typeof id === "string" ? [{ part: part.id, id }] : [];
  });
  const states = await statesOf(
    database,
    named.map(({ id }) => id),
  );
  const found = new Map<string, RecordState>();
  for (const { part, id } of named) {
    const state = states.get(id);
    if (state !== undefined) found.set(part, await rootOf(database, counter, state));
  }
  return found;
}

const sliceLength = 400;

async function inSlices<Row>(
  values: readonly string[],
  read: (slice: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < values.length; at += sliceLength)
    rows.push(...(await read(values.slice(at, at + sliceLength))));
  return rows;
}

export function marks(values: readonly unknown[]): string {
  return values.map(() => "?").join(", ");
}
