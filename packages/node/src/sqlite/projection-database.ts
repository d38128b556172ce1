// The engine of the projection: SQLite with encrypted, authenticated pages (SQLite3 Multiple Ciphers, ChaCha20-Poly1305),
// in one file of the vault's folder. Nothing of it goes to temporary files.
import * as SQLite from "@journeyapps/wa-sqlite";
import { encodeHex } from "@tocsin/core";
import type { SecretKey } from "@tocsin/crypto";
import { IndexError, type SqlDatabase, type SqlRow, type SqlValue } from "@tocsin/index";
import { createSqliteLoader } from "./engine.ts";
import { projectionVfsName, registerProjectionVfs } from "./projection-vfs.ts";

export interface ProjectionDatabaseOptions {
  /** File of the database; its journal lies beside it. */
  readonly path: string;
  readonly key: SecretKey<"projection">;
}

const settings = [
  "PRAGMA temp_store = MEMORY",
  "PRAGMA secure_delete = ON",
  "PRAGMA trusted_schema = OFF",
  "PRAGMA locking_mode = EXCLUSIVE",
  "PRAGMA journal_mode = TRUNCATE",
  "PRAGMA synchronous = NORMAL",
  "PRAGMA cache_size = -65536",
];

type Api = ReturnType<typeof SQLite.Factory>;

interface Handle {
  readonly api: Api;
  readonly db: number;
}

/** Throws `index.unreadable` when the file opens with another key, or is damaged. */
export async function openProjectionDatabase({ path, key }: ProjectionDatabaseOptions): Promise<SqlDatabase> {
  const sqlite = await createSqliteLoader("ciphers")();
  registerProjectionVfs(sqlite, path);
  const cipherVfs = sqlite.ccall(
    "sqlite3mc_vfs_create",
    "number",
    ["string", "number"],
    [projectionVfsName, 1],
  );
  if (cipherVfs !== 0)
    throw new IndexError("index.failed", "Cannot open projection: the engine has no ciphers");
  const api = SQLite.Factory(sqlite);
  const db = await api.open_v2(
    path,
    SQLite.SQLITE_OPEN_READWRITE | SQLite.SQLITE_OPEN_CREATE,
    `multipleciphers-${projectionVfsName}`,
  );
  const handle = { api, db };
  try {
    await api.exec(db, "PRAGMA cipher = 'chacha20'");
    await api.exec(db, `PRAGMA hexkey = '${encodeHex(key.expose())}'`);
    for (const setting of settings) await api.exec(db, setting);
    await api.exec(db, "SELECT count(*) FROM sqlite_master");
  } catch (cause) {
    await api.close(db);
    throw new IndexError("index.unreadable", "Cannot open projection: it does not open with this key", {
      cause,
    });
  }
  return createDatabase(handle);
}

function createDatabase(handle: Handle): SqlDatabase {
  const { api, db } = handle;
  const guard = <T>(work: () => Promise<T>): Promise<T> =>
    work().catch((cause: unknown) => Promise.reject(failure(cause)));
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (sql, values = []) => guard(async () => void (await query(handle, sql, values))),
    runMany: (sql, rows) => guard(() => runMany(handle, sql, rows)),
    all: (sql, values = []) => guard(() => query(handle, sql, values)),
    transaction: (work) => {
      const next = last.then(
        () => transact(handle, work),
        () => transact(handle, work),
      );
      last = next.catch(() => undefined);
      return next;
    },
    close: async () => {
      await last;
      await api.close(db);
    },
  };
}

async function transact<T>({ api, db }: Handle, work: () => Promise<T>): Promise<T> {
  await api.exec(db, "BEGIN IMMEDIATE");
  try {
    const result = await work();
    await api.exec(db, "COMMIT");
    return result;
  } catch (error) {
    await api.exec(db, "ROLLBACK").catch(() => undefined);
    throw error;
  }
}

async function query(
  { api, db }: Handle,
  sql: string,
  values: readonly SqlValue[],
): Promise<readonly SqlRow[]> {
  const rows: SqlRow[] = [];
  for await (const statement of api.statements(db, sql)) {
    api.bind_collection(statement, [...values]);
    while ((await api.step(statement)) === SQLite.SQLITE_ROW) rows.push(api.row(statement).map(sqlValue));
  }
  return rows;
}

async function runMany({ api, db }: Handle, sql: string, rows: readonly SqlRow[]): Promise<void> {
  if (rows.length === 0) return;
  for await (const statement of api.statements(db, sql))
    for (const row of rows) {
      api.bind_collection(statement, [...row]);
      await api.step(statement);
      await api.reset(statement);
    }
}

function sqlValue(value: unknown): SqlValue {
  if (typeof value === "string" || typeof value === "number" || value === null) return value;
  return typeof value === "bigint" ? Number(value) : null;
}

/** Page errors mean damage; everything else is a fault of ours. */
function failure(cause: unknown): IndexError {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
  const damaged = code === SQLite.SQLITE_CORRUPT || code === SQLite.SQLITE_NOTADB;
  return damaged
    ? new IndexError("index.unreadable", "Cannot read projection: it is damaged", { cause })
    : new IndexError("index.failed", "Cannot use projection: the engine refused", { cause });
}
