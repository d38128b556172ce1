import { integer, query, string, type SearchHit } from "@tocsin/records";

export const search = query(
  "search",
  { words: string({ required: true }), kind: string(), limit: integer() },
  (view, { words, kind, limit }): Promise<readonly SearchHit[]> =>
    view.search(words, {
      limit: Math.max(1, Math.min(limit ?? 20, 100)),
      ...(kind === undefined ? {} : { kind }),
    }),
);
