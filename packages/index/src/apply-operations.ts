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
  const fresh = changes.map(({ after }) => after);
  // What an edit leaves as it was costs nothing: full text above all, of which most edits change no word.
  const reworded = changes.filter(haveWordsChanged);
  await database.runMany(
    "DELETE FROM cell WHERE field = ? AND text = ? AND kind = ? AND sort = ? AND record = ?",
    changes.flatMap(({ before, after }) => rowsNotIn(before?.cells ?? [], after.cells)),
  );
  await database.runMany(
    "DELETE FROM link WHERE target = ? AND field = ? AND record = ? AND alike = ? AND own = ?",
    changes.flatMap(({ before, after }) => rowsNotIn(before?.links ?? [], after.links)),
  );
  await database.runMany(
    "DELETE FROM words WHERE rowid = ?",
    reworded.flatMap(({ n, before }): readonly SqlRow[] => (before?.rows ? [[n]] : [])),
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
    changes.flatMap(({ before, after }) => rowsNotIn(after.cells, before?.cells ?? [])),
  );
  await put(
    "link",
    5,
    changes.flatMap(({ before, after }) => rowsNotIn(after.links, before?.links ?? [])),
  );
  await database.runMany(
    insertWords,
    reworded.flatMap(({ n, after: { rows } }) => (rows === null ? [] : [wordRow(n, rows, options)])),
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

function haveWordsChanged({ before, after }: Change): boolean {
  const wordsOf = ({ rows }: WholeRows): string | null =>
    rows === null
      ? null
      : JSON.stringify([rows.record.kind, rows.words.map(({ weight, text, lang }) => [weight, text, lang])]);
  return before === null || wordsOf(before) !== wordsOf(after);
}

function rowsNotIn(rows: readonly SqlRow[], others: readonly SqlRow[]): readonly SqlRow[] {
  if (others.length === 0) return rows;
  const known = new Set(others.map((row) => JSON.stringify(row)));
  return rows.filter((row) => !known.has(JSON.stringify(row)));
}
