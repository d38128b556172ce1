// One connection to an encrypted database: synchronous, statements kept prepared, texts and numbers only.
import { IndexError, type SqlRow, type SqlValue } from "@tocsin/index";
import type { SqliteModule } from "./engine.ts";
import type { ProjectionFiles } from "./projection-files.ts";

export interface Connection {
  all(sql: string, values: readonly SqlValue[]): readonly SqlRow[];
  runMany(sql: string, rows: Iterable<SqlRow>): void;
  close(): void;
}

interface State {
  readonly sqlite: SqliteModule;
  readonly files: ProjectionFiles;
  readonly db: number;
  readonly statements: Map<string, number>;
  /** Memory of the engine in which texts lie while a statement that has them runs. */
  scratch: { pointer: number; length: number };
  isClosed: boolean;
}

const [ok, rowReady, done] = [0, 100, 101];
const [corrupt, notADatabase] = [11, 26];
const [integerType, floatType, nullType] = [1, 2, 5];
const openReadWriteCreate = 0x6;
const maximumStatements = 80;

/** `vfs` is the name of the file system to open it through. Throws `index.unreadable`, `index.failed`. */
export function openConnection(sqlite: SqliteModule, files: ProjectionFiles, vfs: string): Connection {
  const pointer = sqlite._malloc(8);
  const result = sqlite.ccall(
    "sqlite3_open_v2",
    "number",
    ["string", "number", "number", "string"],
    [files.database, pointer, openReadWriteCreate, vfs],
  );
  const db = readPointer(sqlite, pointer);
  sqlite._free(pointer);
  const state: State = {
    sqlite,
    files,
    db,
    statements: new Map(),
    scratch: { pointer: 0, length: 0 },
    isClosed: false,
  };
  if (result !== ok) throw failed(state, result);
  return {
    all: (sql, values) => withStatement(state, sql, (statement) => readRows(state, statement, values)),
    runMany: (sql, rows) =>
      withStatement(state, sql, (statement) => {
        for (const row of rows) {
          bind(state, statement, row);
          while (step(state, statement));
          sqlite._sqlite3_reset(statement);
        }
      }),
    close() {
      if (state.isClosed) return;
      state.isClosed = true;
      for (const statement of state.statements.values()) sqlite._sqlite3_finalize(statement);
      state.statements.clear();
      sqlite._sqlite3_close_v2(db);
    },
  };
}

function withStatement<T>(state: State, sql: string, work: (statement: number) => T): T {
  if (state.isClosed) throw new IndexError("index.failed", "Cannot use projection: it is closed");
  const statement = state.statements.get(sql) ?? prepare(state, sql);
  // The one that was used last stands last, so that the first one is the one to let go.
  state.statements.delete(sql);
  state.statements.set(sql, statement);
  const [oldest] = state.statements;
  if (state.statements.size > maximumStatements && oldest) {
    state.sqlite._sqlite3_finalize(oldest[1]);
    state.statements.delete(oldest[0]);
  }
  try {
    return work(statement);
  } finally {
    state.sqlite._sqlite3_reset(statement);
  }
}

function prepare(state: State, sql: string): number {
  const { sqlite, db } = state;
  const pointer = sqlite._malloc(8);
  const result = sqlite.ccall(
    "sqlite3_prepare_v2",
    "number",
    ["number", "string", "number", "number", "number"],
    [db, sql, -1, pointer, 0],
  );
  const statement = readPointer(sqlite, pointer);
  sqlite._free(pointer);
  if (result !== ok) throw failed(state, result);
  return statement;
}

function step(state: State, statement: number): boolean {
  const result = state.sqlite._sqlite3_step(statement);
  if (result === rowReady) return true;
  if (result !== done) throw failed(state, result);
  return false;
}

function bind(state: State, statement: number, values: SqlRow): void {
  const { sqlite } = state;
  const length = values.reduce<number>(
    (sum, value) => sum + (typeof value === "string" ? value.length * 3 : 0),
    1,
  );
  if (length > state.scratch.length) {
    sqlite._free(state.scratch.pointer);
    state.scratch = { pointer: sqlite._malloc(length * 2), length: length * 2 };
  }
  const heap = Buffer.from(sqlite.HEAPU8.buffer);
  let used = state.scratch.pointer;
  values.forEach((value, at) => {
    if (value === null) sqlite._sqlite3_bind_null(statement, at + 1);
    else if (typeof value === "string") {
      const bytes = heap.write(value, used);
      sqlite._sqlite3_bind_text(statement, at + 1, used, bytes, 0);
      used += bytes;
    } else if (Number.isSafeInteger(value))
      sqlite._sqlite3_bind_int64(statement, at + 1, value | 0, Math.floor(value / 2 ** 32));
    else sqlite._sqlite3_bind_double(statement, at + 1, value);
  });
}

function readRows(state: State, statement: number, values: SqlRow): readonly SqlRow[] {
  bind(state, statement, values);
  const columns = state.sqlite._sqlite3_column_count(statement);
  const rows: SqlRow[] = [];
  while (step(state, statement))
    rows.push(Array.from({ length: columns }, (_, column) => readColumn(state.sqlite, statement, column)));
  return rows;
}

function readColumn(sqlite: SqliteModule, statement: number, column: number): SqlValue {
  const type = sqlite._sqlite3_column_type(statement, column);
  if (type === nullType) return null;
  if (type === integerType || type === floatType) return sqlite._sqlite3_column_double(statement, column);
  const pointer = sqlite._sqlite3_column_text(statement, column);
  const length = sqlite._sqlite3_column_bytes(statement, column);
  return Buffer.from(sqlite.HEAPU8.buffer, pointer, length).toString("utf8");
}

function readPointer(sqlite: SqliteModule, pointer: number): number {
  return new DataView(sqlite.HEAPU8.buffer).getInt32(pointer, true);
}

/** SQLite's own words stay out: they can name tables and values. */
function failed({ files }: State, result: number): IndexError {
  const primary = result & 0xff;
  const isUnreadable = primary === corrupt || primary === notADatabase;
  const cause = files.failure;
  files.failure = undefined;
  return isUnreadable
    ? new IndexError("index.unreadable", `Cannot read projection: SQLite says ${result}`)
    : new IndexError("index.failed", `Cannot use projection: SQLite says ${result}`, { cause });
}
