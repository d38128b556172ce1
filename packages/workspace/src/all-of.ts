// Every record of a kind, page by page, read from the log.
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
  const states: RecordState[] = [];
  let after: string | null = null;
  do {
    signal?.throwIfAborted();
    const page = await view.list({ kind, order: "oldest", limit: 200, ...(after === null ? {} : { after }) });
    for (const { id } of page.rows) {
      const state = await view.read(id);
      if (state) states.push(state);
    }
    onRead?.(states.length);
    after = page.next;
  } while (after !== null);
  return states;
}
