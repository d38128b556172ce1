// Records that a person merged: each stays as it is and can be opened; all of them are one person to every rule.
import type { RecordId } from "@tocsin/core";
import { valuesOf, type RecordState, type View } from "@tocsin/records";
import { linkIn } from "./values.ts";

/** Longer chains of merges are followed no further: they can only be a circle that two people made at once. */
const longest = 32;

/** The record that stands for each of `states`; itself where it was not merged. */
export function rootsOf(states: readonly RecordState[]): ReadonlyMap<RecordId, RecordId> {
  const into = new Map(states.map((state) => [state.id, linkIn(valuesOf(state)["mergedInto"])]));
  return new Map(states.map(({ id }) => [id, rootOf(id, into)]));
}

function rootOf(id: RecordId, into: ReadonlyMap<RecordId, RecordId | null>): RecordId {
  const seen: RecordId[] = [id];
  for (let next = into.get(id) ?? null; next !== null; next = into.get(next) ?? null) {
    // In a circle everybody comes to the same one.
    if (seen.includes(next)) return seen.slice(seen.indexOf(next)).sort()[0] ?? id;
    if (!into.has(next) || seen.length > longest) return next;
    seen.push(next);
  }
  return seen.at(-1) ?? id;
}

/** `states` with every record that one of them was merged with, in either direction. */
export async function withMerged(
  view: View,
  kind: string,
  states: readonly RecordState[],
): Promise<readonly RecordState[]> {
  const found = new Map(states.map((state) => [state.id, state]));
  for (let waiting = [...found.values()]; waiting.length > 0;) {
    const others = await Promise.all(waiting.map((state) => mergedWith(view, kind, state)));
    waiting = [...new Map(others.flat().map((state) => [state.id, state])).values()].filter(
      ({ id }) => !found.has(id),
    );
    for (const state of waiting) found.set(state.id, state);
  }
  return [...found.values()];
}

async function mergedWith(view: View, kind: string, state: RecordState): Promise<readonly RecordState[]> {
  const into = linkIn(valuesOf(state)["mergedInto"]);
  const [others, target] = await Promise.all([
    view.linked(state.id, { kind, field: "mergedInto" }),
    into === null ? undefined : view.read(into),
  ]);
  return [...others, ...(target === undefined ? [] : [target])];
}
