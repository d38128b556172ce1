import { integer, query, RecordsError, string, type SearchHit } from "@tocsin/records";

/** `order` is `newest`, unless it is `ranked`. */
export const search = query(
  "search",
  { words: string({ required: true }), kind: string(), limit: integer(), order: string() },
  (view, { words, kind, limit, order = "newest" }, { signal }): Promise<readonly SearchHit[]> => {
    if (order !== "newest" && order !== "ranked")
      throw new RecordsError("records.bad-input", "Cannot search: expected the order newest or ranked");
    return view.search(words, {
      limit: Math.max(1, Math.min(limit ?? 20, 100)),
      order,
      ...(kind === undefined ? {} : { kind }),
      ...(signal ? { signal } : {}),
    });
  },
);
