// Writes SQLite files in memory, with a write-ahead log where one is wanted. Straight on the functions of the
// WebAssembly build, because a backup for measuring has some hundred thousand rows.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
/// <reference types="@journeyapps/wa-sqlite" />
import createModule from "@journeyapps/wa-sqlite/dist/wa-sqlite.mjs";

export type Cell = string | number | bigint | Uint8Array | null;

export interface DatabaseWriter {
  run(sql: string): void;
  /** Gives the ROWID of each row to `insert`. */
  insert(sql: string, rows: Iterable<readonly Cell[]>): void;
  /** The bytes of the database, and of its log if it has one. */
  finish(): WrittenDatabase;
}

export interface WrittenDatabase {
  readonly database: Uint8Array;
  readonly log: Uint8Array | undefined;
}

interface Sqlite {
  readonly HEAPU8: Uint8Array;
  readonly UTF8ToString: (pointer: number) => string;
  readonly vfs_register: (vfs: object, makeDefault: boolean) => number;
  readonly ccall: (...call: [name: string, result: string, types: string[], values: unknown[]]) => number;
  readonly _malloc: (bytes: number) => number;
  readonly _sqlite3_step: (statement: number) => number;
  readonly _sqlite3_reset: (statement: number) => number;
  readonly _sqlite3_finalize: (statement: number) => number;
  readonly _sqlite3_errmsg: (db: number) => number;
  readonly _sqlite3_bind_null: (statement: number, at: number) => number;
  readonly _sqlite3_bind_double: (...call: [statement: number, at: number, value: number]) => number;
  readonly _sqlite3_bind_int64: (
    ...call: [statement: number, at: number, low: number, high: number]
  ) => number;
  readonly _sqlite3_bind_text: BindBytes;
  readonly _sqlite3_bind_blob: BindBytes;
}

type BindBytes = (
  ...call: [statement: number, at: number, pointer: number, length: number, destructor: number]
) => number;

declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (program: object, imports: object) => object;
};

const scratchLength = 1024 * 1024;
const copyBytes = -1;

/** Makes writers; one engine serves all databases of a backup. */
export async function createDatabaseWriters(): Promise<(pageSize?: number) => DatabaseWriter> {
  const file = createRequire(import.meta.url).resolve("@journeyapps/wa-sqlite/dist/wa-sqlite.wasm");
  const program = new WebAssembly.Module(readFileSync(file));
  const sqlite: Sqlite = await createModule({
    instantiateWasm(imports: object, done: (instance: object, program: object) => void) {
      done(new WebAssembly.Instance(program, imports), program);
      return {};
    },
  });
  const files = new Map<string, GrowingFile>();
  sqlite.vfs_register(createMemoryVfs(sqlite, files), true);
  const scratch = sqlite._malloc(scratchLength);
  return (pageSize = 4096) => {
    files.clear();
    const writer = openWriter({ sqlite, files, scratch });
    writer.run(`PRAGMA page_size=${pageSize}; PRAGMA locking_mode=EXCLUSIVE; PRAGMA synchronous=OFF;`);
    writer.run("PRAGMA journal_mode=MEMORY;");
    return writer;
  };
}

interface Engine {
  readonly sqlite: Sqlite;
  readonly files: Map<string, GrowingFile>;
  readonly scratch: number;
}

function openWriter({ sqlite, files, scratch }: Engine): DatabaseWriter {
  const name = "made.db";
  const opened = sqlite.ccall("sqlite3_open", "number", ["string", "number"], [name, scratch]);
  const db = new DataView(sqlite.HEAPU8.buffer).getInt32(scratch, true);
  const check = (result: number): void => {
    if (result !== 0 && result !== 100 && result !== 101)
      throw new Error(`Cannot write database: ${sqlite.UTF8ToString(sqlite._sqlite3_errmsg(db))}`);
  };
  check(opened);
  const run = (sql: string): void =>
    check(
      sqlite.ccall(
        "sqlite3_exec",
        "number",
        ["number", "string", "number", "number", "number"],
        [db, sql, 0, 0, 0],
      ),
    );
  return {
    run,
    insert(sql, rows) {
      run("BEGIN");
      const types = ["number", "string", "number", "number", "number"];
      check(sqlite.ccall("sqlite3_prepare_v2", "number", types, [db, sql, -1, scratch, 0]));
      const statement = new DataView(sqlite.HEAPU8.buffer).getInt32(scratch, true);
      for (const row of rows) {
        row.forEach((cell, i) => bind({ sqlite, scratch, statement }, i + 1, cell));
        check(sqlite._sqlite3_step(statement));
        sqlite._sqlite3_reset(statement);
      }
      sqlite._sqlite3_finalize(statement);
      run("COMMIT");
    },
    finish() {
      const log = files.get(`${name}-wal`)?.take();
      const database = files.get(name)?.take() ?? new Uint8Array(0);
      return { database, log: log === undefined || log.length === 0 ? undefined : log };
    },
  };
}

interface Binding {
  readonly sqlite: Sqlite;
  readonly scratch: number;
  readonly statement: number;
}

function bind({ sqlite, scratch, statement }: Binding, at: number, cell: Cell): void {
  if (cell === null) sqlite._sqlite3_bind_null(statement, at);
  else if (typeof cell === "string") {
    const { written } = new TextEncoder().encodeInto(
      cell,
      sqlite.HEAPU8.subarray(scratch, scratch + scratchLength),
    );
    sqlite._sqlite3_bind_text(statement, at, scratch, written, copyBytes);
  } else if (cell instanceof Uint8Array) {
    sqlite.HEAPU8.set(cell, scratch);
    sqlite._sqlite3_bind_blob(statement, at, scratch, cell.length, copyBytes);
  } else if (typeof cell === "number" && !Number.isInteger(cell))
    sqlite._sqlite3_bind_double(statement, at, cell);
  else {
    const value = BigInt.asUintN(64, BigInt(cell));
    sqlite._sqlite3_bind_int64(statement, at, Number(value & 0xffffffffn), Number(value >> 32n));
  }
}

interface GrowingFile {
  read(offset: number, target: Uint8Array): number;
  write(offset: number, bytes: Uint8Array): void;
  truncate(size: number): void;
  size(): number;
  take(): Uint8Array;
}

function createGrowingFile(): GrowingFile {
  let data = new Uint8Array(64 * 1024);
  let size = 0;
  return {
    read(offset, target) {
      const bytes = data.subarray(Math.min(offset, size), Math.min(offset + target.length, size));
      target.set(bytes);
      return bytes.length;
    },
    write(offset, bytes) {
      if (offset + bytes.length > data.length) {
        const larger = new Uint8Array(Math.max(offset + bytes.length, data.length * 2));
        larger.set(data.subarray(0, size));
        data = larger;
      }
      data.set(bytes, offset);
      size = Math.max(size, offset + bytes.length);
    },
    truncate(length) {
      size = Math.min(size, length);
    },
    size: () => size,
    take: () => data.slice(0, size),
  };
}

const ok = 0;
const shortRead = 522;

function createMemoryVfs(sqlite: Sqlite, files: Map<string, GrowingFile>): object {
  const open = new Map<number, GrowingFile>();
  const offsetOf = (low: number, high: number): number => high * 2 ** 32 + (low >>> 0);
  const answer = (pointer: number, value: number): number => {
    new DataView(sqlite.HEAPU8.buffer).setInt32(pointer, value, true);
    return ok;
  };
  return {
    name: "made",
    mxPathname: 64,
    hasAsyncMethod: () => false,
    xOpen(...[, namePointer = 0, file = 0, flags = 0, flagsOut = 0]: number[]) {
      const name = namePointer === 0 ? `temporary ${file}` : sqlite.UTF8ToString(namePointer);
      const known = files.get(name) ?? createGrowingFile();
      files.set(name, known);
      open.set(file, known);
      return flagsOut === 0 ? ok : answer(flagsOut, flags);
    },
    xRead(...[file = 0, target = 0, length = 0, low = 0, high = 0]: number[]) {
      const into = sqlite.HEAPU8.subarray(target, target + length);
      const count = open.get(file)?.read(offsetOf(low, high), into) ?? 0;
      into.fill(0, count);
      return count === length ? ok : shortRead;
    },
    xWrite(...[file = 0, source = 0, length = 0, low = 0, high = 0]: number[]) {
      open.get(file)?.write(offsetOf(low, high), sqlite.HEAPU8.subarray(source, source + length));
      return ok;
    },
    xTruncate(...[file = 0, low = 0, high = 0]: number[]) {
      open.get(file)?.truncate(offsetOf(low, high));
      return ok;
    },
    xFileSize(...[file = 0, sizePointer = 0]: number[]) {
      const size = BigInt(open.get(file)?.size() ?? 0);
      new DataView(sqlite.HEAPU8.buffer).setBigInt64(sizePointer, size, true);
      return ok;
    },
    xAccess: (...[, namePointer = 0, , resultPointer = 0]: number[]) =>
      answer(resultPointer, files.has(sqlite.UTF8ToString(namePointer)) ? 1 : 0),
    xFullPathname(...[, namePointer = 0, , target = 0]: number[]) {
      const name = new TextEncoder().encode(sqlite.UTF8ToString(namePointer));
      sqlite.HEAPU8.set(name, target);
      sqlite.HEAPU8[target + name.length] = 0;
      return ok;
    },
    xDelete(...[, namePointer = 0]: number[]) {
      files.delete(sqlite.UTF8ToString(namePointer));
      return ok;
    },
    xClose(...[file = 0]: number[]) {
      open.delete(file);
      return ok;
    },
    xCheckReservedLock: (...[, resultPointer = 0]: number[]) => answer(resultPointer, 0),
    ...stillMethods,
  };
}

/** What a file in memory has nothing to do for. */
const stillMethods = {
  xLock: () => ok,
  xUnlock: () => ok,
  xSync: () => ok,
  xFileControl: () => 12,
  xSectorSize: () => 512,
  xDeviceCharacteristics: () => 0,
  xGetLastError: () => ok,
};
