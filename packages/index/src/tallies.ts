// Counts by facet, moved by what a batch changes, never counted anew. The facet "" counts the records of a kind.
import type { Rows } from "@tocsin/records";
import { addRow, type Digest } from "./digest.ts";
import type { SqlDatabase } from "./sql.ts";

export const everyRecord = "";

export interface TallyMoves {
  /** Rows of one record before or after; null where there was none, or its kind is not known. */
  move(rows: Rows | null, by: 1 | -1): void;
  write(database: SqlDatabase, digest: Digest): Promise<void>;
}

export function createTallyMoves(): TallyMoves {
  const moves = new Map<string, { readonly place: readonly string[]; by: number }>();
  return {
    move(rows, by) {
      if (rows === null) return;
      for (const { facet, value } of [{ facet: everyRecord, value: "" }, ...rows.tallies]) {
        const place = [rows.record.kind, facet, value];
        const key = place.join("\0");
        const known = moves.get(key);
        if (known) known.by += by;
        else moves.set(key, { place, by });
      }
    },
    async write(database, digest) {
      for (const { place, by } of moves.values())
        if (by !== 0) await writeMove(database, digest, { place, by });
    },
  };
}

async function writeMove(
  database: SqlDatabase,
  digest: Digest,
  { place, by }: { readonly place: readonly string[]; readonly by: number },
): Promise<void> {
  const [row] = await database.all(
    "SELECT count FROM tally WHERE kind = ? AND facet = ? AND value = ?",
    place,
  );
  const before = Number(row?.[0] ?? 0);
  const after = before + by;
  if (before !== 0) addRow(digest, ["tally", ...place, before], -1);
  if (after === 0) {
    await database.run("DELETE FROM tally WHERE kind = ? AND facet = ? AND value = ?", place);
    return;
  }
  await database.run("INSERT OR REPLACE INTO tally VALUES (?, ?, ?, ?)", [...place, after]);
  addRow(digest, ["tally", ...place, after], 1);
}
