// Reads an untrusted SQLite file without changing anything beside it and without running anything that it holds:
// only plain columns of real tables are read, in the order in which they are stored, within limits that follow from
// the size of the file (https://sqlite.org/security.html).
import { PhoneError } from "@tocsin/phone";
import type { EvidenceDatabase, EvidenceRows, PhoneErrorCode } from "@tocsin/phone";
import type { SqliteModule } from "./engine.ts";
import type { EvidenceVfs, ReadableFile } from "./evidence-vfs.ts";
import { createEvidenceRows } from "./evidence-rows.ts";
import { countLogFrames } from "./write-ahead-log.ts";

export interface EvidenceFiles {
  readonly database: ReadableFile;
  readonly log?: ReadableFile;
}

/** An engine with its file system. `failed` is set when the engine itself has stopped: it must not be used again. */
export interface EvidenceEngine {
  readonly sqlite: SqliteModule;
  readonly vfs: EvidenceVfs;
  failed: boolean;
}

interface Handle {
  readonly engine: EvidenceEngine;
  readonly db: number;
  /** Set when the budget of steps for one call is spent. */
  budget: number;
}

const header = "SQLite format 3\0";
const row = 100;
const openReadOnlyFlag = 0x1;
/** SQLITE_LIMIT_LENGTH and SQLITE_LIMIT_SQL_LENGTH: a row or a CREATE statement beyond this is refused. */
const limits: readonly (readonly [number, number])[] = [
  [0, 64 * 1024 * 1024],
  [1, 256 * 1024],
];
/** Virtual machine steps between two looks at the budget, and looks in one call: far above what one row takes. */
const stepsPerLook = 100_000;
const looksPerCall = 200;
const settings = [
  "PRAGMA locking_mode=EXCLUSIVE",
  "PRAGMA trusted_schema=OFF",
  "PRAGMA cell_size_check=ON",
  "PRAGMA query_only=ON",
  // One entry of the schema that cannot be read must not hide the tables beside it; nothing can be written anyway.
  "PRAGMA writable_schema=ON",
  "PRAGMA temp_store=MEMORY",
  "PRAGMA cache_size=-4000",
];

/**
 * Throws `phone.not-a-database` if the file does not begin as one, `phone.damaged-database` if its schema cannot be
 * read, `phone.engine-failed` if the engine stopped.
 */
export function openEvidenceDatabase(engine: EvidenceEngine, files: EvidenceFiles): EvidenceDatabase {
  const start = files.database.read(0, header.length);
  if (new TextDecoder("latin1").decode(start) !== header)
    throw new PhoneError("phone.not-a-database", "Cannot open database: no SQLite header");
  const { vfs } = engine;
  vfs.files.clear();
  vfs.failure = undefined;
  vfs.files.set("evidence.db", asDeclared(files.database));
  if (files.log !== undefined) vfs.files.set("evidence.db-wal", files.log);
  const handle: Handle = { engine, db: openHandle(engine), budget: looksPerCall };
  try {
    prepareHandle(handle);
    return createDatabase(handle, files);
  } catch (error) {
    closeHandle(handle);
    throw error;
  }
}

/**
 * The file with the size that its header declares. SQLite refuses a file that was cut off before it reads a row; like
 * this it reads what is there, and stops where something is missing (https://sqlite.org/fileformat2.html, 1.3.8).
 */
function asDeclared(file: ReadableFile): ReadableFile {
  const bytes = file.read(0, 100);
  if (bytes.length < 100) return file;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pageLength = view.getUint16(16) === 1 ? 65_536 : view.getUint16(16);
  // The count is in force only if the same change wrote both counters.
  const declared = view.getUint32(24) === view.getUint32(92) ? view.getUint32(28) * pageLength : 0;
  if (declared <= file.size) return file;
  // Of a page that was cut off nothing is taken: its rows would seem to be there, and be empty.
  const whole = file.size - (file.size % pageLength);
  return {
    size: declared,
    read: (offset, length) => file.read(offset, Math.max(0, Math.min(length, whole - offset))),
  };
}

function createDatabase(handle: Handle, files: EvidenceFiles): EvidenceDatabase {
  refuseManyViews(handle);
  const tables = readTableNames(handle);
  const known = new Map<string, readonly string[]>();
  // Only of tables that the caller names: a stranger's names are never made into SQL.
  const columnsOf = (table: string): readonly string[] | null => {
    if (!tables.has(table)) return null;
    const columns = known.get(table) ?? readColumns(handle, table);
    known.set(table, columns);
    return columns;
  };
  const log = files.log === undefined ? null : countLogFrames(files.log);
  return {
    columns: columnsOf,
    rows(table, columns) {
      const plain = columnsOf(table);
      if (plain === null || columns.some((column) => !plain.includes(column)))
        throw new PhoneError("phone.no-table", "Cannot read table: it or a column is not there");
      return openRows(handle, { table, columns, size: files.database.size + (files.log?.size ?? 0) });
    },
    log,
    close: () => closeHandle(handle),
  };
}

interface Query {
  readonly table: string;
  readonly columns: readonly string[];
  readonly size: number;
}

/** No index is used: an index of a stranger can say anything, the table is what we want to see. */
function openRows(handle: Handle, { table, columns, size }: Query): EvidenceRows {
  const names = ["rowid", ...columns.map(quote)].join(", ");
  const statement = prepare(handle, `SELECT ${names} FROM main.${quote(table)} NOT INDEXED`);
  return createEvidenceRows({
    sqlite: handle.engine.sqlite,
    statement,
    size,
    step: () => step(handle, statement),
    finalize: () => guard(handle, () => handle.engine.sqlite._sqlite3_finalize(statement)),
  });
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** SQLite works out every view before it lists tables, and views of views of views cost it a second each. */
const mostViews = 16;
const plainStatements = ["TABLE", "INDEX", "UNIQUE INDEX", "TRIGGER", "VIRTUAL TABLE"];

/** Databases of iOS that we read have none. Whatever does not begin as another statement counts. */
function refuseManyViews(handle: Handle): void {
  const isOther = plainStatements.map((name) => `sql NOT LIKE 'CREATE ${name} %'`).join(" AND ");
  const views = readTexts(
    handle,
    `SELECT name FROM main.sqlite_schema WHERE ${isOther} LIMIT ${mostViews + 1}`,
    1,
  );
  if (views.length > mostViews)
    throw new PhoneError("phone.limit", "Cannot read database: it has more views than any that is known");
}

/** Ordinary tables. What SQLite itself made of the schema counts, not what the schema says. */
function readTableNames(handle: Handle): ReadonlySet<string> {
  const tables = new Set<string>();
  for (const [, name = "", type = ""] of readTexts(handle, "PRAGMA main.table_list", 3))
    if (type === "table" && !name.startsWith("sqlite_")) tables.add(name);
  return tables;
}

/** Hidden and generated columns are left out: reading the latter would run an expression. */
function readColumns(handle: Handle, table: string): readonly string[] {
  const described = readTexts(handle, `PRAGMA main.table_xinfo(${quote(table)})`, 7);
  // The last column tells hidden and generated columns from plain ones.
  return described.filter((column) => column[6] === "0").map((column) => column[1] ?? "");
}

function readTexts(handle: Handle, sql: string, columns: number): readonly (readonly string[])[] {
  const { sqlite } = handle.engine;
  const statement = prepare(handle, sql);
  const rows: string[][] = [];
  while (step(handle, statement))
    rows.push(
      Array.from({ length: columns }, (_, i) =>
        sqlite.UTF8ToString(sqlite._sqlite3_column_text(statement, i)),
      ),
    );
  guard(handle, () => sqlite._sqlite3_finalize(statement));
  return rows;
}

function openHandle(engine: EvidenceEngine): number {
  const { sqlite, vfs } = engine;
  const pointer = sqlite._malloc(8);
  const result = sqlite.ccall(
    "sqlite3_open_v2",
    "number",
    ["string", "number", "number", "string"],
    ["evidence.db", pointer, openReadOnlyFlag, vfs.name],
  );
  const db = new DataView(sqlite.HEAPU8.buffer).getInt32(pointer, true);
  sqlite._free(pointer);
  if (result !== 0)
    throw new PhoneError("phone.damaged-database", `Cannot open database: SQLite says ${result}`);
  return db;
}

function prepareHandle(handle: Handle): void {
  const { sqlite } = handle.engine;
  for (const [limit, value] of limits) sqlite._sqlite3_limit(handle.db, limit, value);
  const look = (): number => {
    handle.budget -= 1;
    return handle.budget > 0 ? 0 : 1;
  };
  sqlite.progress_handler(handle.db, stepsPerLook, look, 0);
  for (const setting of settings) readTexts(handle, setting, 0);
}

function prepare(handle: Handle, sql: string): number {
  const { sqlite } = handle.engine;
  const pointer = sqlite._malloc(8);
  handle.budget = looksPerCall;
  const result = guard(handle, () =>
    sqlite.ccall(
      "sqlite3_prepare_v2",
      "number",
      ["number", "string", "number", "number", "number"],
      [handle.db, sql, -1, pointer, 0],
    ),
  );
  const statement = new DataView(sqlite.HEAPU8.buffer).getInt32(pointer, true);
  sqlite._free(pointer);
  if (result !== 0) throw damaged(handle, result);
  return statement;
}

/** Whether there is another row. */
function step(handle: Handle, statement: number): boolean {
  handle.budget = looksPerCall;
  const result = guard(handle, () => handle.engine.sqlite._sqlite3_step(statement));
  if (result === row) return true;
  if (result !== 101) throw damaged(handle, result);
  return false;
}

const interrupted = 9;
const tooBig = 18;

function damaged(handle: Handle, result: number): unknown {
  if (handle.engine.vfs.failure !== undefined) return handle.engine.vfs.failure;
  const code: PhoneErrorCode =
    result === interrupted || result === tooBig ? "phone.limit" : "phone.damaged-database";
  return new PhoneError(code, `Cannot read database: SQLite says ${result}`, { details: { result } });
}

/** A trap of the machine (its stack, its memory) leaves the engine in no known state. */
function guard(handle: Handle, call: () => number): number {
  try {
    return call();
  } catch (cause) {
    handle.engine.failed = true;
    throw new PhoneError("phone.engine-failed", "Cannot read database: it made the engine stop", { cause });
  }
}

function closeHandle(handle: Handle): void {
  if (handle.engine.failed) return;
  handle.engine.sqlite.progress_handler(handle.db, 0, null, 0);
  guard(handle, () => handle.engine.sqlite._sqlite3_close_v2(handle.db));
}
