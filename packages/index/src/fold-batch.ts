// Folds a batch of operations into the states that are there, and writes where each operation stands in the log.
import type { RecordId } from "@tocsin/core";
import { fold, type RecordState, type StampedOperation } from "@tocsin/records";
import type { SqlDatabase, SqlRow } from "./sql.ts";

/** A record that the batch changed. */
export interface FoldedRecord {
  readonly n: number;
  readonly before: RecordState | undefined;
  readonly after: RecordState;
}

export interface KnownRecords {
  /** The highest number that was given. */
  readonly last: number;
  readonly find: (id: RecordId) => Promise<{ readonly n: number; readonly state: RecordState } | undefined>;
}

interface Entry {
  readonly n: number;
  readonly before: RecordState | undefined;
  after: RecordState | undefined;
}

/** New records are numbered in the order in which they are first seen; operations that are in already are skipped. */
export async function foldBatch(
  database: SqlDatabase,
  operations: readonly StampedOperation[],
  { last, find }: KnownRecords,
): Promise<{ readonly records: readonly FoldedRecord[]; readonly places: readonly SqlRow[] }> {
  const entries = new Map<string, Entry>();
  const places = new Map<string, SqlRow>();
  let highest = last;
  for (const { stamp, operation } of operations) {
    const id = operation.record;
    let entry = entries.get(id);
    if (entry === undefined) {
      const known = await find(id);
      entry = { n: known?.n ?? (highest += 1), before: known?.state, after: undefined };
      entries.set(id, entry);
    }
    const place = [entry.n, stamp.depth, stamp.chain, stamp.sequence, stamp.index];
    const key = place.join(" ");
    if (places.has(key) || (entry.before && (await isApplied(database, place)))) continue;
    entry.after = fold(entry.after ?? entry.before, stamp, operation);
    places.set(key, place);
  }
  await database.runMany("INSERT INTO operation VALUES (?, ?, ?, ?, ?)", [...places.values()]);
  const records = [...entries.values()].flatMap(({ n, before, after }) =>
    after ? [{ n, before, after }] : [],
  );
  return { records, places: [...places.values()] };
}

async function isApplied(database: SqlDatabase, place: SqlRow): Promise<boolean> {
  const found = await database.all(
    "SELECT 1 FROM operation WHERE record = ? AND depth = ? AND chain = ? AND sequence = ? AND position = ?",
    place,
  );
  return found.length > 0;
}
