// Counts by facet, moved by what a batch changes, never counted anew. The facet "" counts the records of a kind.
import type { RecordState, Rows } from "@tocsin/records";
import type { Entry } from "./apply-operations.ts";
import type { SqlDatabase, SqlRow } from "./sql.ts";

export const everyRecord = "";

export async function moveTallies(
  database: SqlDatabase,
  entries: readonly Entry[],
  rowsFor: (state: RecordState) => Rows | null,
): Promise<void> {
  const moves = new Map<string, { readonly place: readonly string[]; by: number }>();
  const move = (state: RecordState | undefined, by: number): void => {
    const rows = state && rowsFor(state);
    if (!rows) return;
    for (const { facet, value } of [{ facet: everyRecord, value: "" }, ...rows.tallies]) {
      const place = [rows.record.kind, facet, value];
      const key = JSON.stringify(place);
      const known = moves.get(key);
      if (known) known.by += by;
      else moves.set(key, { place, by });
    }
  };
  for (const { before, after } of entries) {
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
