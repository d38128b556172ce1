// The projection: folds operations into states and keeps the tables that lists, filters and search are answered from.
// It is never believed where it matters: records are opened from the log, by the positions that it keeps.
import { encodeCanonicalText, isJsonObject, parseCanonical, encodeUtf8, type Json } from "@tocsin/core";
import {
  fold,
  rowsOf,
  type RecordState,
  type Registry,
  type Rows,
  type StampedOperation,
} from "@tocsin/records";
import type { CommitHash, ChainId, Heads } from "@tocsin/vault";
import { IndexError } from "./errors.ts";
import { schema, schemaVersion, tables } from "./schema.ts";
import type { SqlDatabase, SqlRow } from "./sql.ts";

/** Tokens of a text in a language, for the full-text index and for queries alike. */
export type Analyse = (text: string, lang: string) => readonly string[];

export interface ProjectionOptions {
  readonly registry: Registry;
  readonly analyse: Analyse;
}

export interface Projection {
  readonly database: SqlDatabase;
  readonly registry: Registry;
  readonly analyse: Analyse;
  /** How far into the log it reaches; null when it was never brought to its heads. */
  heads(): Promise<Heads | null>;
  /**
   * Folds in operations of one or more commits, in one transaction; those that are in already are skipped.
   * `heads` are those of the log after them, or null when more follow.
   */
  apply(operations: readonly StampedOperation[], heads: Heads | null): Promise<void>;
  /** Empties it, to be made anew. */
  clear(): Promise<void>;
}

/** Throws `index.unreadable` when the tables are of another version. */
export async function openProjection(database: SqlDatabase, options: ProjectionOptions): Promise<Projection> {
  await prepare(database);
  const { registry, analyse } = options;
  return {
    database,
    registry,
    analyse,
    heads: () => readHeads(database),
    apply: (operations, heads) =>
      database.transaction(async (inside) => {
        if (operations.length > 0) await applyAll(inside, options, operations);
        if (heads === null) await inside.run("DELETE FROM meta WHERE key = 'heads'");
        else await inside.run("INSERT OR REPLACE INTO meta VALUES ('heads', ?)", [encodeHeads(heads)]);
      }),
    clear: () =>
      database.transaction(async (inside) => {
        for (const table of tables) await inside.run(`DROP TABLE IF EXISTS ${table}`);
        await createTables(inside);
      }),
  };
}

async function prepare(database: SqlDatabase): Promise<void> {
  const known = await database.all("SELECT name FROM sqlite_master WHERE name = 'meta'");
  if (known.length === 0) {
    await database.transaction(createTables);
    return;
  }
  const [version] = await database.all("SELECT value FROM meta WHERE key = 'version'");
  if (version?.[0] !== String(schemaVersion))
    throw new IndexError("index.unreadable", `Cannot open projection: it is not of version ${schemaVersion}`);
}

async function createTables(database: SqlDatabase): Promise<void> {
  for (const statement of schema) await database.run(statement);
  await database.run("INSERT INTO meta VALUES ('version', ?)", [String(schemaVersion)]);
}

async function readHeads(database: SqlDatabase): Promise<Heads | null> {
  const [row] = await database.all("SELECT value FROM meta WHERE key = 'heads'");
  const text = row?.[0];
  if (typeof text !== "string") return null;
  const value = parseCanonical(encodeUtf8(text));
  if (!isJsonObject(value)) return null;
  return new Map(
    Object.entries(value).map(([chain, head]) => {
      const { sequence, hash } = isJsonObject(head) ? head : {};
      return [chain as ChainId, { sequence: Number(sequence), hash: String(hash) as CommitHash }];
    }),
  );
}

function encodeHeads(heads: Heads): string {
  return encodeCanonicalText(
    Object.fromEntries([...heads].map(([chain, { sequence, hash }]) => [chain, { sequence, hash }])),
  );
}

interface Entry {
  readonly n: number;
  readonly before: RecordState | undefined;
  after: RecordState | undefined;
}

async function applyAll(
  database: SqlDatabase,
  options: ProjectionOptions,
  operations: readonly StampedOperation[],
): Promise<void> {
  const entries = new Map<string, Entry>();
  const applied: SqlRow[] = [];
  for (const { stamp, operation } of operations) {
    const entry = entries.get(operation.record) ?? (await entryOf(database, operation.record));
    entries.set(operation.record, entry);
    const place = [entry.n, stamp.depth, stamp.chain, stamp.sequence, stamp.index];
    if (entry.before && (await isApplied(database, place))) continue;
    entry.after = fold(entry.after ?? entry.before, stamp, operation);
    applied.push(place);
  }
  await database.runMany("INSERT OR IGNORE INTO operation VALUES (?, ?, ?, ?, ?)", applied);
  const changed = [...entries.values()].filter(({ after }) => after !== undefined);
  await writeRows(database, options, changed);
}

/** New records get their number at once, so that later ones in the same batch see it taken. */
async function entryOf(database: SqlDatabase, id: string): Promise<Entry> {
  const [row] = await database.all("SELECT n, state FROM record WHERE id = ?", [id]);
  if (row) return { n: Number(row[0]), before: parseState(String(row[1])), after: undefined };
  await database.run(
    "INSERT INTO record (id, kind, label, lang, sort, created, updated, state) VALUES (?, '', '', '', 0, 0, 0, '')",
    [id],
  );
  const [added] = await database.all("SELECT n FROM record WHERE id = ?", [id]);
  return { n: Number(added?.[0]), before: undefined, after: undefined };
}

async function isApplied(database: SqlDatabase, place: SqlRow): Promise<boolean> {
  const found = await database.all(
    "SELECT 1 FROM operation WHERE record = ? AND depth = ? AND chain = ? AND sequence = ? AND position = ?",
    place,
  );
  return found.length > 0;
}

/** States are our own JSON, written by `writeRows` alone, inside pages that the engine authenticates. */
export function parseState(text: string): RecordState {
  return JSON.parse(text) as RecordState;
}

async function writeRows(
  database: SqlDatabase,
  options: ProjectionOptions,
  entries: readonly Entry[],
): Promise<void> {
  const old = entries.filter(({ before }) => before !== undefined).map(({ n }): SqlRow => [n]);
  for (const table of ["cell", "link"]) await database.runMany(`DELETE FROM ${table} WHERE record = ?`, old);
  await database.runMany("DELETE FROM words WHERE rowid = ?", old);
  const all = entries.map((entry) => ({ ...entry, rows: rowsFor(options.registry, entry.after) }));
  await database.runMany(
    "UPDATE record SET kind = ?, label = ?, lang = ?, sort = ?, created = ?, updated = ?, state = ? WHERE n = ?",
    all.flatMap(({ n, after, rows }) => (after ? [recordValues(n, after, rows)] : [])),
  );
  await database.runMany(
    "INSERT INTO cell VALUES (?, ?, ?, ?)",
    all.flatMap(({ n, rows }) => cellValues(n, rows)),
  );
  await database.runMany(
    "INSERT INTO link VALUES (?, ?, ?)",
    all.flatMap(({ n, rows }) => (rows?.links ?? []).map(({ field, to }): SqlRow => [n, field, to])),
  );
  await database.runMany(
    "INSERT INTO words (rowid, high, low) VALUES (?, ?, ?)",
    all.map(({ n, rows }): SqlRow => [
      n,
      wordsOf(rows, "high", options.analyse),
      wordsOf(rows, "low", options.analyse),
    ]),
  );
  await writeTallies(database, options.registry, entries);
}

function rowsFor(registry: Registry, state: RecordState | undefined): Rows | undefined {
  const kind = state && registry.kinds.get(state.kind);
  return kind && state ? rowsOf(kind, state) : undefined;
}

function recordValues(n: number, state: RecordState, rows: Rows | undefined): SqlRow {
  const { label = "", labelLang = "und", sort = state.created.at } = rows?.record ?? {};
  const text = encodeState(state);
  return [
    rows ? state.kind : `?${state.kind}`,
    label,
    labelLang,
    sort,
    state.created.at,
    state.updated.at,
    text,
    n,
  ];
}

function encodeState(state: RecordState): string {
  return JSON.stringify(state);
}

/** Facets that are only a part of a cell, such as the country of a place, get a cell of their own to be filtered by. */
function cellValues(n: number, rows: Rows | undefined): readonly SqlRow[] {
  if (!rows) return [];
  const cells = rows.cells.map(({ field, text, number }): SqlRow => [n, field, text, number]);
  const known = new Set(rows.cells.map(({ field, text }) => `${field} ${text}`));
  const facets = rows.tallies.filter(({ facet, value }) => !known.has(`${facet} ${value}`));
  return [...cells, ...facets.map(({ facet, value }): SqlRow => [n, facet, value, null])];
}

function wordsOf(rows: Rows | undefined, weight: "high" | "low", analyse: Analyse): string {
  const words = (rows?.words ?? []).filter((row) => row.weight === weight);
  return words.flatMap(({ text, lang }) => analyse(text, lang)).join(" ");
}

async function writeTallies(
  database: SqlDatabase,
  registry: Registry,
  entries: readonly Entry[],
): Promise<void> {
  const counts = new Map<string, { readonly row: readonly [string, string, string]; count: number }>();
  const add = (state: RecordState | undefined, by: number): void => {
    for (const { facet, value } of rowsFor(registry, state)?.tallies ?? []) {
      const row = [state?.kind ?? "", facet, value] as const;
      const key = encodeCanonicalText(row as Json);
      const entry = counts.get(key) ?? { row, count: 0 };
      entry.count += by;
      counts.set(key, entry);
    }
  };
  for (const { before, after } of entries) {
    add(before, -1);
    add(after, 1);
  }
  const changed = [...counts.values()].filter(({ count }) => count !== 0);
  await database.runMany(
    "INSERT INTO tally VALUES (?, ?, ?, ?) ON CONFLICT (kind, facet, value) DO UPDATE SET count = count + excluded.count",
    changed.map(({ row, count }): SqlRow => [...row, count]),
  );
}
