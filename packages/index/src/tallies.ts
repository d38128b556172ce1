// Counts by facet, moved by what a batch changes, never counted anew. The facet "" counts the records of a kind.
import type { Rows } from "@tocsin/records";
import type { SqlDatabase, SqlRow } from "./sql.ts";

export const everyRecord = "";

/** Rows of one record before and after; null where there was none, or its kind is not known. */
export interface Moved {
  readonly before: Rows | null;
  readonly after: Rows | null;
}

export async function moveTallies(database: SqlDatabase, moved: readonly Moved[]): Promise<void> {
  const moves = new Map<string, { readonly place: readonly string[]; by: number }>();
  const move = (rows: Rows | null, by: number): void => {
    if (rows === null) return;
    for (const { facet, value } of [{ facet: everyRecord, value: "" }, ...rows.tallies]) {
      const place = [rows.record.kind, facet, value];
      const key = place.join("\0");
      const known = moves.get(key);
      if (known) known.by += by;
      else moves.set(key, { place, by });
    }
  };
  for (const { before, after } of moved) {
    move(before, -1);
    move(after, 1);
  }
  const rows = [...moves.values()].flatMap(({ place, by }): readonly SqlRow[] =>
    by === 0 ? [] : [[...place, by]],
  );
  await database.runMany(
    "INSERT INTO tally VALUES (?, ?, ?, ?) ON CONFLICT (kind, facet, value) DO UPDATE SET count = count + excluded.count",
    rows,
  );
  await database.runMany(
    "DELETE FROM tally WHERE kind = ? AND facet = ? AND value = ? AND count = 0",
    rows.map((row) => row.slice(0, 3)),
  );
}
