// One batch of operations into the tables: fold, replace the rows of the records that changed, move tallies and digest.
import type { RecordState, StampedOperation } from "@tocsin/records";
import { moveCounts } from "./counts/counts.ts";
import { addRecord, addRow, readDigest, writeDigest, type Digest } from "./digest.ts";
import { foldBatch, type FoldedRecord } from "./fold-batch.ts";
import type { ProjectionOptions } from "./options.ts";
import type { SqlDatabase, SqlRow } from "./sql.ts";
import { parseState } from "./state-text.ts";
import { stateRow, tableRowsOf, type TableRows } from "./table-rows.ts";
import { createTallyMoves } from "./tallies.ts";
import { insertWords, wordRow } from "./word-rows.ts";

export async function applyOperations(
  database: SqlDatabase,
  options: ProjectionOptions,
  operations: readonly StampedOperation[],
): Promise<void> {
  const digest = await readDigest(database);
  const [row] = await database.all("SELECT max(n) FROM record");
  const { records, places } = await foldBatch(database, operations, {
    last: Number(row?.[0] ?? 0),
    find: (id) => findRecord(database, id),
  });
  for (const place of places) addRow(digest, ["operation", ...place], 1);
  await writeRecords(
    database,
    records.map((record) => changeOf(options, record)),
    { options, digest },
  );
  if (options.counter) await moveCounts(database, { counter: options.counter, digest }, records);
  await writeDigest(database, digest);
}

async function findRecord(
  database: SqlDatabase,
  id: string,
): Promise<{ readonly n: number; readonly state: RecordState } | undefined> {
  const [known] = await database.all(
    "SELECT record.n, state.text FROM record JOIN state ON state.n = record.n WHERE record.id = ?",
    [id],
  );
  return known && { n: Number(known[0]), state: parseState(String(known[1])) };
}

interface Change {
  readonly n: number;
  readonly before: WholeRows | null;
  readonly after: WholeRows;
}

interface WholeRows extends TableRows {
  readonly state: SqlRow;
}

function changeOf({ registry }: ProjectionOptions, { n, before, after }: FoldedRecord): Change {
  const rowsFor = (state: RecordState): WholeRows => ({
    state: stateRow(n, state),
    ...tableRowsOf(registry, n, state),
  });
  return { n, before: before ? rowsFor(before) : null, after: rowsFor(after) };
}

async function writeRecords(
  database: SqlDatabase,
  changes: readonly Change[],
  { options, digest }: { readonly options: ProjectionOptions; readonly digest: Digest },
): Promise<void> {
  const old = changes.flatMap(({ before }) => before ?? []);
  const fresh = changes.map(({ after }) => after);
  await database.runMany(
    "DELETE FROM cell WHERE field = ? AND text = ? AND kind = ? AND sort = ? AND record = ?",
    old.flatMap(({ cells }) => cells),
  );
  await database.runMany(
    "DELETE FROM link WHERE target = ? AND field = ? AND record = ?",
    old.flatMap(({ links }) => links),
  );
  await database.runMany(
    "DELETE FROM words WHERE rowid = ?",
    changes.flatMap(({ n, before }): readonly SqlRow[] => (before?.rows ? [[n]] : [])),
  );
  const put = (table: string, columns: number, rows: readonly SqlRow[]): Promise<void> =>
    database.runMany(`INSERT OR REPLACE INTO ${table} VALUES (${Array(columns).fill("?").join(", ")})`, rows);
  await put(
    "state",
    3,
    fresh.map(({ state }) => state),
  );
  await put(
    "record",
    8,
    fresh.map(({ record }) => record),
  );
  await put(
    "cell",
    5,
    fresh.flatMap(({ cells }) => cells),
  );
  await put(
    "link",
    3,
    fresh.flatMap(({ links }) => links),
  );
  await database.runMany(
    insertWords,
    changes.flatMap(({ n, after: { rows } }) => (rows === null ? [] : [wordRow(n, rows, options.analyse)])),
  );
  const tallies = createTallyMoves();
  for (const { before, after } of changes) {
    for (const [rows, by] of [
      [before, -1],
      [after, 1],
    ] as const) {
      if (rows === null) continue;
      addRow(digest, ["state", ...rows.state], by);
      addRecord(digest, rows, by);
      tallies.move(rows.rows, by);
    }
  }
  await tallies.write(database, digest);
}
