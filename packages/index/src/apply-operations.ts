// One batch of operations into the tables: fold, replace the rows of the records that changed, move the tallies.
import {
  fold,
  rowsOf,
  type RecordState,
  type Registry,
  type Rows,
  type StampedOperation,
} from "@tocsin/records";
import type { ProjectionOptions } from "./options.ts";
import type { SqlDatabase, SqlRow } from "./sql.ts";
import { encodeState, parseState } from "./state-text.ts";
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
  await writeRecords(database, options, [...entries.values()]);
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
  readonly before: RecordState | undefined;
  readonly state: RecordState;
  /** Null where the kind is not known: then the state is kept, and nothing is shown. */
  readonly rows: Rows | null;
}

async function writeRecords(
  database: SqlDatabase,
  options: ProjectionOptions,
  entries: readonly Entry[],
): Promise<void> {
  const { registry } = options;
  const written = entries.flatMap(({ n, before, after }): readonly Written[] =>
    after === undefined ? [] : [{ n, before, state: after, rows: rowsFor(registry, after) }],
  );
  const old = written.flatMap(({ n, before }): readonly SqlRow[] => (before === undefined ? [] : [[n]]));
  for (const table of ["cell", "link"]) await database.runMany(`DELETE FROM ${table} WHERE record = ?`, old);
  await database.runMany("DELETE FROM words WHERE rowid = ?", old);
  await database.runMany(
    "INSERT OR REPLACE INTO record (n, id, kind, label, lang, sort, created, updated, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    written.map(recordValues),
  );
  await database.runMany("INSERT OR IGNORE INTO cell VALUES (?, ?, ?, ?, ?)", written.flatMap(cellValues));
  await database.runMany("INSERT OR IGNORE INTO link VALUES (?, ?, ?)", written.flatMap(linkValues));
  await database.runMany(
    "INSERT INTO words (rowid, high, low, kind) VALUES (?, ?, ?, ?)",
    written.flatMap((each) => wordValues(each, options)),
  );
  await moveTallies(
    database,
    written.map(({ before, rows }) => ({ before: before ? rowsFor(registry, before) : null, after: rows })),
  );
}

function rowsFor(registry: Registry, state: RecordState): Rows | null {
  const kind = registry.kinds.get(state.kind);
  return kind ? rowsOf(kind, state) : null;
}

/** The mark keeps kinds that are not known out of every list. */
export const unknownMark = "?";

function recordValues({ n, state, rows }: Written): SqlRow {
  const { label = "", labelLang = "und", sort = state.created.at } = rows?.record ?? {};
  const kind = rows === null ? `${unknownMark}${state.kind}` : state.kind;
  return [n, state.id, kind, label, labelLang, sort, state.created.at, state.updated.at, encodeState(state)];
}

/** Longer texts are found by search, not by filters. */
const maximumCell = 200;

/** Facets that are only a part of a cell, such as the country of a place, get a cell of their own to be filtered by. */
function cellValues({ n, state, rows }: Written): readonly SqlRow[] {
  if (rows === null) return [];
  const cells = [
    ...rows.cells,
    ...rows.tallies.map(({ facet, value }) => ({ field: facet, text: value })),
  ].filter(({ text }) => text.length <= maximumCell);
  return cells.map(({ field, text }): SqlRow => [field, text, state.kind, rows.record.sort, n]);
}

function linkValues({ n, rows }: Written): readonly SqlRow[] {
  return (rows?.links ?? []).map(({ field, to }): SqlRow => [to, field, n]);
}

function wordValues({ n, state, rows }: Written, { analyse }: ProjectionOptions): readonly SqlRow[] {
  if (rows === null) return [];
  const tokens = (weight: "high" | "low"): string =>
    rows.words
      .filter((row) => row.weight === weight)
      .flatMap(({ text, lang }) => analyse(text, lang))
      .join(" ");
  return [[n, tokens("high"), tokens("low"), state.kind]];
}
