import { integer, query, RecordsError, string, type SearchHit } from "@tocsin/records";
import { closedAnswers } from "../assessing/closed-answers.ts";

/** `order` is `newest`, unless it is `ranked`. What stands on a sheet that is closed to others is not found. */
export const search = query(
  "search",
  { words: string({ required: true }), kind: string(), limit: integer(), order: string() },
  async (view, { words, kind, limit, order = "newest" }, { signal }): Promise<readonly SearchHit[]> => {
    if (order !== "newest" && order !== "ranked")
      throw new RecordsError("records.bad-input", "Cannot search: expected the order newest or ranked");
    const hits = await view.search(words, {
      limit: Math.max(1, Math.min(limit ?? 20, 100)),
      order,
      ...(kind === undefined ? {} : { kind }),
      ...(signal ? { signal } : {}),
    });
    const answers = hits.flatMap((hit) => (hit.kind === "answer" ? [hit.id] : []));
    if (answers.length === 0) return hits;
    const closed = await closedAnswers(view, await view.glance(answers));
    return hits.filter(({ id }) => !closed.has(id));
  },
);
