// Counts by facet, moved by what a batch changes, never counted anew. The facet "" counts the records of a kind.
import { parseGridCounts, type GridCount, type GridPart, type Rows } from "@tocsin/records";
import { addRow, type Digest } from "./digest.ts";
import { IndexError } from "./errors.ts";
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

/**
 * The counts of one facet. They come as two lists, each one text: a row each of tens of thousands takes four times as long.
 * Throws `index.failed` where they are none.
 */
export async function tallyOf(
  database: SqlDatabase,
  kind: string,
  facet: string,
): Promise<ReadonlyMap<string, number>> {
  const [row] = await database.all(
    "SELECT json_group_array(value), json_group_array(count) FROM tally WHERE kind = ? AND facet = ?",
    [kind, facet],
  );
  const [values, counts] = [listIn(row?.[0]), listIn(row?.[1])];
  return new Map(values.map((value, at) => [String(value), Number(counts[at])]));
}

function listIn(text: unknown): readonly unknown[] {
  const list: unknown = JSON.parse(String(text));
  if (!Array.isArray(list)) throw new IndexError("index.failed", "Cannot read counts: they are no list");
  return list;
}

interface GridAsked extends GridPart {
  readonly kind: string;
  readonly facet: string;
}

/** The counts of a matrix, in the order of their places: one text again, which is walked through once. */
export async function gridOf(
  database: SqlDatabase,
  { kind, facet, to, country }: GridAsked,
): Promise<readonly GridCount[]> {
  const column = to === undefined ? "" : " AND value >= ? || char(9) AND value < ? || char(10)";
  const row = country === undefined ? "" : " AND instr(value, char(9) || ? || char(9)) > 0";
  const [found] = await database.all(
    `SELECT group_concat(value || char(9) || count, char(10)) FROM tally WHERE kind = ? AND facet = ?${column}${row}`,
    [kind, facet, ...(to === undefined ? [] : [to, to]), ...(country === undefined ? [] : [country])],
  );
  return parseGridCounts(String(found?.[0] ?? ""));
}
