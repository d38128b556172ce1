import type { LibraryPlan } from "./library-types.ts";

/** What a person looks at before approving; what leaves itself stays behind. */
export type ToldPlan = Omit<LibraryPlan, "items" | "tables" | "labels" | "matrix" | "history" | "undated">;

export function toldPlan(plan: LibraryPlan): ToldPlan {
  const { items: _items, tables: _tables, labels: _labels, matrix: _matrix, ...rest } = plan;
  const { history: _history, undated: _undated, ...told } = rest;
  return told;
}
