// SQLite as WebAssembly (@journeyapps/wa-sqlite, synchronous builds). The bytes come from node_modules and are
// compiled once for each loader; every instance has its own memory, so a database that breaks one harms no other.
/// <reference types="@journeyapps/wa-sqlite" />
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The functions of SQLite's C interface that we call below wa-sqlite's own, asynchronous interface. */
export interface SqliteModule {
  /** Replaced whenever the memory grows: never keep it. */
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  readonly UTF8ToString: (pointer: number) => string;
  readonly getTempRet0: () => number;
  readonly vfs_register: (vfs: object, makeDefault: boolean) => number;
  readonly progress_handler: (
    ...call: [db: number, steps: number, handler: (() => number) | null, argument: number]
  ) => void;
  readonly ccall: (
    ...call: [name: string, result: string, types: readonly string[], values: readonly unknown[]]
  ) => number;
  readonly _malloc: (bytes: number) => number;
  readonly _free: (pointer: number) => void;
  readonly _sqlite3_limit: (db: number, limit: number, value: number) => number;
  readonly _sqlite3_close_v2: (db: number) => number;
  readonly _sqlite3_step: (statement: number) => number;
  readonly _sqlite3_finalize: (statement: number) => number;
  readonly _sqlite3_column_type: (statement: number, column: number) => number;
  readonly _sqlite3_column_text: (statement: number, column: number) => number;
  readonly _sqlite3_column_blob: (statement: number, column: number) => number;
  readonly _sqlite3_column_bytes: (statement: number, column: number) => number;
  readonly _sqlite3_column_double: (statement: number, column: number) => number;
  /** The low half; `getTempRet0` gives the high half. */
  readonly _sqlite3_column_int64: (statement: number, column: number) => number;
  readonly _sqlite3_column_count: (statement: number) => number;
  /** The text stays ours (`destructor` 0), and must stay where it is until the statement is reset. */
  readonly _sqlite3_bind_text: (
    ...call: [statement: number, index: number, pointer: number, bytes: number, destructor: 0]
  ) => number;
  readonly _sqlite3_bind_double: (statement: number, index: number, value: number) => number;
  readonly _sqlite3_bind_int64: (
    ...call: [statement: number, index: number, low: number, high: number]
  ) => number;
  readonly _sqlite3_bind_null: (statement: number, index: number) => number;
  readonly _sqlite3_bind_parameter_count: (statement: number) => number;
  readonly _sqlite3_reset: (statement: number) => number;
}

/** `plain` is SQLite as it is; `ciphers` adds encrypted pages (SQLite3 Multiple Ciphers). */
export type SqliteBuild = "plain" | "ciphers";

export type SqliteLoader = () => Promise<SqliteModule>;

const fileNames = { plain: "wa-sqlite.wasm", ciphers: "mc-wa-sqlite.wasm" } as const;

/** Each call of the loader gives a fresh instance. About 30 ms for the first, 5 ms for the next; 16 MiB each. */
export function createSqliteLoader(build: SqliteBuild = "plain"): SqliteLoader {
  const require = createRequire(import.meta.url);
  const file = require.resolve(`@journeyapps/wa-sqlite/dist/${fileNames[build]}`);
  let compiled: object | undefined;
  return async () => {
    compiled ??= new WebAssembly.Module(readFileSync(file));
    const program = compiled;
    const { default: createModule } =
      build === "plain"
        ? await import("@journeyapps/wa-sqlite/dist/wa-sqlite.mjs")
        : await import("@journeyapps/wa-sqlite/dist/mc-wa-sqlite.mjs");
    const instantiateWasm = (imports: object, done: Instantiated): object => {
      done(new WebAssembly.Instance(program, imports), program);
      return {};
    };
    const sqlite: SqliteModule = await createModule({ instantiateWasm });
    return sqlite;
  };
}

type Instantiated = (instance: object, program: object) => void;

/** Node has it; its types do not. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (program: object, imports: object) => object;
};
