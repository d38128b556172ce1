// A view that waits where the tables are behind the log, so that nobody opens a record as it was. While the tables are
// being filled, lists and searches answer with the part that is there, and the state of the tables says so; records wait.
// A place that cannot be read is made anew before the answer.
import type { View } from "@tocsin/records";
import { readAgain } from "./read-again.ts";
import type { TablesState } from "./tables.ts";

export interface Waiting {
  readonly state: () => TablesState;
  /** Resolves when the tables reach to the heads of the log, or cannot be brought there now. */
  readonly ready: () => Promise<void>;
  /** Makes tables anew that cannot be read. */
  readonly mend: () => Promise<void>;
}

/** Not for what runs in the queue of acts, which would wait for itself: there the tables are at the heads already. */
export function createWaitingView(view: View, { state, ready, mend }: Waiting): View {
  const whole = <Result>(read: () => Promise<Result>): Promise<Result> =>
    readAgain(async () => {
      if (!state().isCurrent) await ready();
      return read();
    }, mend);
  const part = <Result>(read: () => Promise<Result>): Promise<Result> =>
    state().filling === null ? whole(read) : readAgain(read, mend);
  return {
    read: (id) => whole(() => view.read(id)),
    readMany: (ids, options) => whole(() => view.readMany(ids, options)),
    history: (id) => whole(() => view.history(id)),
    linked: (id, from) => whole(() => view.linked(id, from)),
    linkedIds: (id, from) => whole(() => view.linkedIds(id, from)),
    linkedRows: (id, from) => whole(() => view.linkedRows(id, from)),
    linkCounts: (id) => whole(() => view.linkCounts(id)),
    glance: (ids) => part(() => view.glance(ids)),
    glanceLinked: (ids, from) => whole(() => view.glanceLinked(ids, from)),
    briefs: (ids, from) => whole(() => view.briefs(ids, from)),
    briefCounts: (ids, from) => whole(() => view.briefCounts(ids, from)),
    briefTargets: (ids, from) => whole(() => view.briefTargets(ids, from)),
    leadingTo: (ids) => whole(() => view.leadingTo(ids)),
    written: (options) => whole(() => view.written(options)),
    list: (options) => part(() => view.list(options)),
    count: (kind) => part(() => view.count(kind)),
    tally: (kind, facet) => part(() => view.tally(kind, facet)),
    grid: (kind, facet, of) => part(() => view.grid(kind, facet, of)),
    rowsHaving: (kind, field, values) => part(() => view.rowsHaving(kind, field, values)),
    // A part of a number is no number.
    counts: (prefix) => whole(() => view.counts(prefix)),
    countLines: (from, to) => whole(() => view.countLines(from, to)),
    linesOf: (events) => whole(() => view.linesOf(events)),
    search: (words, options) => part(() => view.search(words, options)),
  };
}
