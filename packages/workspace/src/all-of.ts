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
  const ids: RecordId[] = [];
  let after: string | null = null;
  do {
    signal?.throwIfAborted();
    const page = await view.list({ kind, order: "oldest", limit: 200, ...(after === null ? {} : { after }) });
    ids.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  return view.readMany(ids, { ...(signal ? { signal } : {}), ...(onRead ? { onRead } : {}) });
}
