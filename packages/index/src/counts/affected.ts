// Which events are to be counted anew after a change: those that changed, whose parts changed, or whose people did.
import { valuesOf, type Counter, type RecordState } from "@tocsin/records";
import type { SqlDatabase } from "../sql.ts";
import { linkedBy, mergedWith, rootOf, statesOf } from "./gather.ts";

export interface ChangedState {
  readonly before: RecordState | undefined;
  readonly after: RecordState;
}

/** After the rows of the changes are written. Some may turn out to be as they were. */
export async function affectedEvents(
  database: SqlDatabase,
  counter: Counter,
  changes: readonly ChangedState[],
): Promise<readonly string[]> {
  const events = new Set<string>();
  const others = new Set<string>();
  for (const { before, after } of changes)
    for (const state of [before, after]) {
      if (state === undefined) continue;
      const values = valuesOf(state);
      const [into, of] = [values[counter.mergedInto], values[counter.partOf]];
      if (state.kind === counter.part) add(events, of);
      else if (state.kind === counter.event) add(events, state.id, into);
      else add(others, state.id, into);
    }
  const people = await mergedWith(database, counter, [...others]);
  const parts = (await linkedBy(database, counter.who, people)).filter(({ kind }) => kind === counter.part);
  const states = await statesOf(
    database,
    parts.map(({ id }) => id),
  );
  for (const state of states.values()) add(events, valuesOf(state)[counter.partOf]);
  return withRoots(database, counter, await mergedWith(database, counter, [...events]));
}

async function withRoots(
  database: SqlDatabase,
  counter: Counter,
  events: readonly string[],
): Promise<readonly string[]> {
  const all = new Set(events);
  const states = await statesOf(database, events);
  for (const state of states.values())
    if (state.kind === counter.event) all.add((await rootOf(database, counter, state)).id);
  return [...all];
}

function add(to: Set<string>, ...ids: readonly unknown[]): void {
  for (const id of ids) if (typeof id === "string") to.add(id);
}
