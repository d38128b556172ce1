// Every record of a kind, read from the log.
import type { RecordId } from "@tocsin/core";
import type { RecordState, View } from "@tocsin/records";

interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onRead?: (done: number) => void;
}

/** Oldest first. */
export async function allOf(
  view: View,
  kind: string,
  { signal, onRead }: ReadOptions = {},
): Promise<readonly RecordState[]> {
  const ids = await idsOf(view, kind, signal);
  return view.readMany(ids, { ...(signal ? { signal } : {}), ...(onRead ? { onRead } : {}) });
}

/** Oldest first. */
export async function idsOf(view: View, kind: string, signal?: AbortSignal): Promise<readonly RecordId[]> {
  const ids: RecordId[] = [];
  let after: string | null = null;
  do {
    signal?.throwIfAborted();
    const page = await view.list({ kind, order: "oldest", limit: 200, ...(after === null ? {} : { after }) });
    ids.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  return ids;
}

/** Many enough to be read together, few enough to be held. */
export const statesAtOnce = 1000;

/** The same records, some at a time, for whoever keeps little of them. */
export async function* pagesOf(
  view: View,
  ids: readonly RecordId[],
  { signal, onRead }: ReadOptions = {},
): AsyncGenerator<readonly RecordState[]> {
  for (let from = 0; from < ids.length; from += statesAtOnce) {
    const some = ids.slice(from, from + statesAtOnce);
    yield await view.readMany(some, signal ? { signal } : {});
    onRead?.(from + some.length);
  }
}
