// One batch of operations into the tables: fold, replace the rows of the records that changed, move the tallies.
import { fold, type RecordState, type StampedOperation } from "@tocsin/records";
import { addRecord, addRow, readDigest, writeDigest } from "./digest.ts";
import type { Analyse, ProjectionOptions } from "./options.ts";
import type { SqlDatabase, SqlRow } from "./sql.ts";
import { parseState } from "./state-text.ts";
import { tableRowsOf, type TableRows } from "./table-rows.ts";
import { moveTallies } from "./tallies.ts";

/** A record that the batch touches, before and after. */
interface Entry {
  readonly n: number;
  readonly before: RecordState | undefined;
  after: RecordState | undefined;
}

export async function applyOperations(
  database: SqlDatabase,
  options: ProjectionOptions,
  operations: readonly StampedOperation[],
): Promise<void> {
  const entries = await readEntries(database, operations);
  const applied = new Map<string, SqlRow>();
  for (const { stamp, operation } of operations) {
    const entry = entries.get(operation.record);
    if (entry === undefined) continue;
    const place = [entry.n, stamp.depth, stamp.chain, stamp.sequence, stamp.index];
    const key = place.join(" ");
    if (applied.has(key) || (entry.before && (await isApplied(database, place)))) continue;
    entry.after = fold(entry.after ?? entry.before, stamp, operation);
    applied.set(key, place);
  }
  await database.runMany("INSERT INTO operation VALUES (?, ?, ?, ?, ?)", [...applied.values()]);
  const written = await writeRecords(database, options, [...entries.values()]);
  await moveDigest(database, written, applied.values());
}

/** New records are numbered in the order in which they are first seen. */
async function readEntries(
  database: SqlDatabase,
  operations: readonly StampedOperation[],
): Promise<ReadonlyMap<string, Entry>> {
  const [row] = await database.all("SELECT max(n) FROM record");
  let last = Number(row?.[0] ?? 0);
  const entries = new Map<string, Entry>();
  for (const { operation } of operations) {
    const id = operation.record;
    if (entries.has(id)) continue;
    const [known] = await database.all("SELECT n, state FROM record WHERE id = ?", [id]);
    const entry = known
      ? { n: Number(known[0]), before: parseState(String(known[1])), after: undefined }
      : { n: (last += 1), before: undefined, after: undefined };
    entries.set(id, entry);
  }
  return entries;
}

async function isApplied(database: SqlDatabase, place: SqlRow): Promise<boolean> {
  const found = await database.all(
    "SELECT 1 FROM operation WHERE record = ? AND depth = ? AND chain = ? AND sequence = ? AND position = ?",
    place,
  );
  return found.length > 0;
}

interface Written {
  readonly n: number;
  readonly before: TableRows | null;
  readonly after: TableRows;
}

async function writeRecords(
  database: SqlDatabase,
  { registry, analyse }: ProjectionOptions,
  entries: readonly Entry[],
): Promise<readonly Written[]> {
  const written = entries.flatMap(({ n, before, after }): readonly Written[] =>
    after === undefined
      ? []
      : [
          {
            n,
            before: before ? tableRowsOf(registry, n, before) : null,
            after: tableRowsOf(registry, n, after),
          },
        ],
  );
  const old = written.flatMap(({ n, before }): readonly SqlRow[] => (before === null ? [] : [[n]]));
  for (const table of ["cell", "link"]) await database.runMany(`DELETE FROM ${table} WHERE record = ?`, old);
  await database.runMany("DELETE FROM words WHERE rowid = ?", old);
  const put = (table: string, columns: number, rows: readonly SqlRow[]): Promise<void> =>
    database.runMany(`INSERT OR REPLACE INTO ${table} VALUES (${Array(columns).fill("?").join(", ")})`, rows);
  await put(
    "record",
    9,
    written.map(({ after }) => after.record),
  );
  await put(
    "cell",
    5,
    written.flatMap(({ after }) => after.cells),
  );
  await put(
    "link",
    3,
    written.flatMap(({ after }) => after.links),
  );
  await database.runMany(
    "INSERT INTO words (rowid, high, low, kind) VALUES (?, ?, ?, ?)",
    written.flatMap(({ n, after }) => wordRows(n, after, analyse)),
  );
  await moveTallies(
    database,
    written.map(({ before, after }) => ({ before: before?.rows ?? null, after: after.rows })),
  );
  return written;
}

async function moveDigest(
  database: SqlDatabase,
  written: readonly Written[],
  applied: Iterable<SqlRow>,
): Promise<void> {
  const digest = await readDigest(database);
  for (const place of applied) addRow(digest, place, 1);
  for (const { before, after } of written) {
    if (before) addRecord(digest, before, -1);
    addRecord(digest, after, 1);
  }
  await writeDigest(database, digest);
}

function wordRows(n: number, { rows }: TableRows, analyse: Analyse): readonly SqlRow[] {
  if (rows === null) return [];
  const tokens = (weight: "high" | "low"): string =>
    rows.words
      .filter((row) => row.weight === weight)
      .flatMap(({ text, lang }) => analyse(text, lang))
      .join(" ");
  return [[n, tokens("high"), tokens("low"), rows.record.kind]];
}
