// A view that waits where the tables are behind the log, so that nobody opens a record as it was. While the tables are
// being filled, lists and searches answer with the part that is there, and the state of the tables says so; records wait.
import type { View } from "@tocsin/records";
import type { TablesState } from "./tables.ts";

export interface Waiting {
  readonly state: () => TablesState;
  /** Resolves when the tables reach to the heads of the log, or cannot be brought there now. */
  readonly ready: () => Promise<void>;
}

/** Not for what runs in the queue of acts, which would wait for itself: there the tables are at the heads already. */
export function createWaitingView(view: View, { state, ready }: Waiting): View {
  const whole = async (): Promise<void> => {
    if (!state().isCurrent) await ready();
  };
  const part = async (): Promise<void> => {
    if (state().filling === null) await whole();
  };
  return {
    read: async (id) => whole().then(() => view.read(id)),
    history: async (id) => whole().then(() => view.history(id)),
    linked: async (id, from) => whole().then(() => view.linked(id, from)),
    list: async (options) => part().then(() => view.list(options)),
    count: async (kind) => part().then(() => view.count(kind)),
    tally: async (kind, facet) => part().then(() => view.tally(kind, facet)),
    // A part of a number is no number.
    counts: async (prefix) => whole().then(() => view.counts(prefix)),
    countLines: async (from, to) => whole().then(() => view.countLines(from, to)),
    search: async (words, options) => part().then(() => view.search(words, options)),
  };
}
