// A view that takes what it reads from the tables: for pages that show many records and open none of them. What leaves, and
// every record that is opened, is read from the log. What is asked for at once becomes one question: a page of a case asks
// the same of each of its people.
import type { RecordId } from "@tocsin/core";
import type { RecordState, View } from "@tocsin/records";

export function glancing(view: View): View {
  const read = together(async (ids) => new Map((await view.glance(ids)).map((state) => [state.id, state])));
  const linked = new Map<string, (id: RecordId) => Promise<readonly RecordState[] | undefined>>();
  return {
    ...view,
    read,
    linked: async (id, from) => {
      const key = `${from.kind} ${from.field ?? ""}`;
      const ask = linked.get(key) ?? together((ids) => view.glanceLinked(ids, from));
      linked.set(key, ask);
      return (await ask(id)) ?? [];
    },
  };
}

/** Gathers the ids that are asked for until whoever asks waits, and answers them all from one answer. */
function together<Answer>(
  askAll: (ids: readonly RecordId[]) => Promise<ReadonlyMap<RecordId, Answer>>,
): (id: RecordId) => Promise<Answer | undefined> {
  let gathering: {
    readonly ids: RecordId[];
    readonly answer: Promise<ReadonlyMap<RecordId, Answer>>;
  } | null = null;
  return async (id) => {
    if (gathering === null) {
      const ids: RecordId[] = [];
      const answer = Promise.resolve().then(() => {
        gathering = null;
        return askAll(ids);
      });
      gathering = { ids, answer };
    }
    gathering.ids.push(id);
    return (await gathering.answer).get(id);
  };
}
