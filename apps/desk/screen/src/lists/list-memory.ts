// Where somebody was in each list, so that coming back from a record is coming back: how they look at it, how far down they
// were, on which row. In memory alone, and gone with the page.
import { everything, type ListChoice } from "./list-choice.ts";

export interface ListPlace {
  readonly choice: ListChoice;
  /** How many rows were shown. */
  readonly rows: number;
  readonly scroll: number;
  /** The record that was opened. */
  readonly opened: string | null;
}

export interface ListMemory {
  placeIn(kind: string): ListPlace;
  keep(kind: string, changes: Partial<ListPlace>): void;
  /** Called when something is kept. */
  subscribe(listener: () => void): () => void;
}

const beginning: ListPlace = { choice: everything, rows: 0, scroll: 0, opened: null };

export function createListMemory(): ListMemory {
  const places = new Map<string, ListPlace>();
  const listeners = new Set<() => void>();
  const placeIn = (kind: string): ListPlace => places.get(kind) ?? beginning;
  return {
    placeIn,
    keep: (kind, changes) => {
      places.set(kind, { ...placeIn(kind), ...changes });
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
