import { integer, query, RecordsError, string, type SearchHit } from "@tocsin/records";
import { closedAnswers } from "../assessing/closed-answers.ts";
import type { QuestionWords } from "../assessing/question-words.ts";
import { withQuestions } from "./linked-rows.ts";

/** A hit, and of what is known by a question the words of it. */
export interface FoundRecord extends SearchHit {
  readonly question?: QuestionWords;
}

/** `order` is `newest`, unless it is `ranked`. What stands on a sheet that is closed to others is not found. */
export const search = query(
  "search",
  { words: string({ required: true }), kind: string(), limit: integer(), order: string() },
  async (view, { words, kind, limit, order = "newest" }, { signal }): Promise<readonly FoundRecord[]> => {
    if (order !== "newest" && order !== "ranked")
      throw new RecordsError("records.bad-input", "Cannot search: expected the order newest or ranked");
    const hits = await view.search(words, {
      limit: Math.max(1, Math.min(limit ?? 20, 100)),
      order,
      ...(kind === undefined ? {} : { kind }),
      ...(signal ? { signal } : {}),
    });
    const answers = hits.flatMap((hit) => (hit.kind === "answer" ? [hit.id] : []));
    if (answers.length === 0) return withQuestions(view, hits);
    const closed = await closedAnswers(view, await view.glance(answers));
    return withQuestions(
      view,
      hits.filter(({ id }) => !closed.has(id)),
    );
  },
);
