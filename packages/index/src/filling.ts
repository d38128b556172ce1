// Making the tables anew, in two passes that can be broken off anywhere. The first folds the log into states alone; the
// second makes every row of every record once, sorted, so that nothing has to be looked up, taken out or written twice.
import { createNumbersById, parseId, type NumbersById, type RecordId } from "@tocsin/core";
import type { RecordState, StampedOperation } from "@tocsin/records";
import { fillCounts } from "./counts/fill-counts.ts";
import { addRecord, addRow, readDigest, sumRows, writeDigest } from "./digest.ts";
import { foldBatch } from "./fold-batch.ts";
import type { FillOptions, ProjectionOptions } from "./options.ts";
import { fillSettings, indexes, lineIndexes, schema, usualSettings } from "./schema.ts";
import type { SqlDatabase, SqlRow } from "./sql.ts";
import { parseState } from "./state-text.ts";
import { stateRow, tableRowsOf } from "./table-rows.ts";
import { createTallyMoves } from "./tallies.ts";
import { insertWords, wordRow } from "./word-rows.ts";

/** Numbers of the records that were seen, kept while the log is read: looking each up costs a third of the time. */
export type KnownIds = NumbersById;

export async function readIds(database: SqlDatabase): Promise<KnownIds> {
  const ids = createNumbersById();
  for (let from = 0; ;) {
    const rows = await database.all("SELECT n, id FROM state WHERE n > ? ORDER BY n LIMIT 5000", [from]);
    for (const [n, id] of rows) ids.set(parseId(String(id)), Number(n));
    if (rows.length < 5000) return ids;
    from = Number(rows.at(-1)?.[0]);
  }
}

/** The first pass. `ids` learns the new records; should this fail, it is to be read anew. */
export async function fillStates(
  database: SqlDatabase,
  ids: KnownIds,
  operations: readonly StampedOperation[],
): Promise<void> {
  const digest = await readDigest(database);
  const find = async (
    id: RecordId,
  ): Promise<{ readonly n: number; readonly state: RecordState } | undefined> => {
    const n = ids.get(id);
    if (n === undefined) return undefined;
    const [row] = await database.all("SELECT text FROM state WHERE n = ?", [n]);
    return { n, state: parseState(String(row?.[0])) };
  };
  const { records, places } = await foldBatch(database, operations, { last: ids.size(), find });
  for (const place of places) addRow(digest, ["operation", ...place], 1);
  const states = records.map(({ n, before, after }) => {
    if (before) addRow(digest, ["state", ...stateRow(n, before)], -1);
    const row = stateRow(n, after);
    addRow(digest, ["state", ...row], 1);
    ids.set(after.id, n);
    return row;
  });
  await database.runMany("INSERT OR REPLACE INTO state VALUES (?, ?, ?)", states);
  await writeDigest(database, digest);
}

const rowTables = ["term", "words", "counted", "line", "tally", "link", "cell", "record"];
const groupLength = 5_000;
const sliceLength = 250;

/** The second pass: goes on behind the last record that is done. */
export async function fillRows(
  database: SqlDatabase,
  options: ProjectionOptions,
  { onProgress, signal }: FillOptions,
): Promise<void> {
  const [row] = await database.all("SELECT max(n) FROM state");
  const total = Number(row?.[0] ?? 0);
  for (const setting of fillSettings) await database.run(setting);
  for (let done = await filledTo(database); done < total; done = await filledTo(database)) {
    const to = Math.min(done + groupLength, total);
    const tell = (n: number): void => onProgress?.({ step: "rows", done: n, total });
    await database.bulk((inside) =>
      fillGroup(inside, options, { from: done + 1, to, tell, ...(signal ? { signal } : {}) }),
    );
  }
  const runAll = async (statements: readonly string[]): Promise<void> => {
    for (const statement of statements) {
      signal?.throwIfAborted();
      await database.run(statement);
    }
  };
  await runAll([...indexes, ...usualSettings]);
  if (options.counter)
    await fillCounts(database, options.counter, {
      ...(onProgress ? { onProgress } : {}),
      ...(signal ? { signal } : {}),
    });
  await runAll(lineIndexes);
}

interface Group {
  readonly from: number;
  readonly to: number;
  readonly tell: (n: number) => void;
  readonly signal?: AbortSignal;
}

async function fillGroup(
  database: SqlDatabase,
  options: ProjectionOptions,
  { from, to, tell, signal }: Group,
): Promise<void> {
  const digest = await readDigest(database);
  const tallies = createTallyMoves();
  const [cells, links]: [SqlRow[], SqlRow[]] = [[], []];
  for (let at = from; at <= to; at += sliceLength) {
    signal?.throwIfAborted();
    const last = Math.min(at + sliceLength - 1, to);
    const slice = await database.all("SELECT n, text FROM state WHERE n BETWEEN ? AND ?", [at, last]);
    const made = slice.map(([n, text]) => tableRowsOf(options.registry, Number(n), parseState(String(text))));
    for (const rows of made) {
      addRecord(digest, rows, 1);
      tallies.move(rows.rows, 1);
      cells.push(...rows.cells);
      links.push(...rows.links);
    }
    await database.runMany(
      "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      made.map(({ record }) => record),
    );
    const words = made.flatMap(({ record: [n], rows }) =>
      rows === null ? [] : [wordRow(Number(n), rows, options)],
    );
    await database.runMany(insertWords, words);
    tell(last);
  }
  await database.runMany("INSERT INTO cell VALUES (?, ?, ?, ?, ?)", cells.sort(compareRows));
  await database.runMany("INSERT INTO link VALUES (?, ?, ?, ?, ?)", links.sort(compareRows));
  await tallies.write(database, digest);
  await writeDigest(database, digest);
  await database.run("INSERT OR REPLACE INTO meta VALUES ('filled', ?)", [String(to)]);
}

/** Takes all rows out again, where more of the log came after some were made: the second pass begins anew. */
export async function clearRows(database: SqlDatabase): Promise<void> {
  for (const table of rowTables) await database.run(`DROP TABLE ${table}`);
  for (const table of rowTables.toReversed())
    for (const statement of schema) if (statement.includes(` TABLE ${table} `)) await database.run(statement);
  await database.run("DELETE FROM meta WHERE key IN ('filled', 'counted')");
  await writeDigest(database, await sumRows(database, undefined, ["state", "operation", "unread"]));
}

/** How many records have their rows. */
export async function filledTo(database: SqlDatabase): Promise<number> {
  const [row] = await database.all("SELECT value FROM meta WHERE key = 'filled'");
  return Number(row?.[0] ?? 0);
}

/** About the order of the keys: neighbours go where neighbours are. */
function compareRows(a: SqlRow, b: SqlRow): number {
  for (const [at, value] of a.entries()) {
    const other = b[at];
    if (value === other || value === null || other === null || other === undefined) continue;
    return value < other ? -1 : 1;
  }
  return 0;
}
