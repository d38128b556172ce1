// Counting from nothing, over all records at once: for tests, and the yardstick of the counts that are kept.
import type { CountedPart, Counter, CountLine } from "./counter.ts";
import { isWithdrawn, valuesOf, type RecordState } from "./fold.ts";

export interface CountedAnew {
  readonly lines: readonly CountLine[];
  readonly counts: ReadonlyMap<string, number>;
}

export function countAnew(counter: Counter, all: readonly RecordState[]): CountedAnew {
  const states = all.filter((state) => !isWithdrawn(state));
  const stateOf = new Map<string, RecordState>(states.map((state) => [state.id, state]));
  const nextOf = (id: string): string | null => {
    const state = stateOf.get(id);
    const next = state && valuesOf(state)[counter.mergedInto];
    return typeof next === "string" && stateOf.get(next)?.kind === state?.kind ? next : null;
  };
  const follow = (id: string): string => {
    const passed = [id];
    for (let next = nextOf(id); next !== null; next = nextOf(next)) {
      const again = passed.indexOf(next);
      if (again >= 0) return passed.slice(again).toSorted()[0] ?? next;
      passed.push(next);
    }
    return passed.at(-1) ?? id;
  };
  const partsOf = (event: string): readonly CountedPart[] =>
    states.flatMap((state) => {
      const values = valuesOf(state);
      const of = values[counter.partOf];
      if (state.kind !== counter.part || typeof of !== "string" || follow(of) !== event) return [];
      const who = counter.who.map((field) => values[field]).find((value) => typeof value === "string");
      return [{ state, who: typeof who === "string" ? (stateOf.get(follow(who)) ?? null) : null }];
    });
  const lines = states
    .filter(({ id, kind }) => kind === counter.event && follow(id) === id)
    .flatMap((state) => counter.lines(state, partsOf(state.id)));
  const counts = new Map<string, number>();
  for (const subject of new Set(lines.map((line) => line.subject)))
    for (const [key, by] of counter.cells(lines.filter((line) => line.subject === subject)))
      counts.set(key, (counts.get(key) ?? 0) + by);
  return { lines, counts };
}
