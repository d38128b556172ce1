// The projection's database: SQLite with encrypted, authenticated pages (SQLite3 Multiple Ciphers), in the vault's
// folder. It can be thrown away, so a power cut may take its last changes but never its consistency.
import { setImmediate } from "node:timers/promises";
import type { SecretKey } from "@tocsin/crypto";
import type { SqlDatabase, SqlRow } from "@tocsin/index";
import { createSqliteLoader, type SqliteModule } from "./engine.ts";
import { openConnection, type Connection } from "./projection-connection.ts";
import { registerProjectionFiles, type ProjectionFiles } from "./projection-files.ts";

export interface ProjectionDatabaseOptions {
  readonly path: string;
  /** 32 random bytes: no passphrase stands behind it, so nothing is stretched. */
  readonly key: SecretKey<"projection">;
  /** The cipher of pages; another one only to compare. */
  readonly cipher?: string;
}

/**
 * Opens the database or makes it. Throws `index.unreadable` where the key does not open it or a page is damaged: then
 * make it anew; `index.failed` where the disk does not play along. About 40 ms and 20 MiB; one writer, one process.
 */
export async function openProjectionDatabase(options: ProjectionDatabaseOptions): Promise<SqlDatabase> {
  const sqlite = await createSqliteLoader("ciphers")();
  const files = registerProjectionFiles(sqlite, options.path);
  try {
    const connection = openConnection(sqlite, files, wrapWithCiphers(sqlite, files.name));
    for (const setting of settingsFor(options)) connection.all(setting, []);
    return createDatabase(connection, files);
  } catch (error) {
    files.close();
    throw error;
  }
}

/** Registers the file system that seals what goes through to `name`. */
function wrapWithCiphers(sqlite: SqliteModule, name: string): string {
  sqlite.ccall("sqlite3mc_vfs_create", "number", ["string", "number"], [name, 1]);
  return `multipleciphers-${name}`;
}

/** In this order: the key before anything is read, exclusive before write-ahead, so that no shared memory is needed. */
function settingsFor({ key, cipher = "chacha20" }: ProjectionDatabaseOptions): readonly string[] {
  return [
    `PRAGMA cipher = '${cipher}'`,
    `PRAGMA key = "raw:${Buffer.from(key.expose()).toString("hex")}"`,
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    // 32 MB of log before it is folded back: at the usual 4 MB every twentieth edit waited for the disk (measured).
    "PRAGMA wal_autocheckpoint = 8000",
    "PRAGMA cache_size = -32000",
    "SELECT count(*) FROM sqlite_master",
  ];
}

function createDatabase(connection: Connection, files: ProjectionFiles): SqlDatabase {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => T | Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  // Work in pieces between which others read; what needs a transaction of its own waits for it.
  let bulk: Promise<unknown> | null = null;
  const transaction = <T>(work: (inside: SqlDatabase) => Promise<T>): Promise<T> =>
    inTurn(() => transact(inside, () => work(inside)));
  const inside: SqlDatabase = {
    run: async (sql, values = []) => void connection.all(sql, values),
    runMany: (sql, rows) => runInPieces(async (some) => connection.runMany(sql, some), rows),
    all: async (sql, values = []) => connection.all(sql, values),
    transaction: (work) => work(inside),
    bulk: (work) => work(inside),
    close: async () => undefined,
  };
  const breathe = createBreath();
  const inPieces: SqlDatabase = {
    ...inside,
    run: (sql, values) => inTurn(() => inside.run(sql, values)),
    runMany: (sql, rows) => runInPieces((some) => inTurn(() => connection.runMany(sql, some)), rows),
    async all(sql, values) {
      const found = await inTurn(() => inside.all(sql, values));
      await breathe();
      return found;
    },
  };
  return {
    run: (sql, values) => inTurn(() => inside.run(sql, values)),
    runMany: (sql, rows) => inTurn(() => inside.runMany(sql, rows)),
    all: (sql, values) => inTurn(() => inside.all(sql, values)),
    transaction: async (work) => {
      while (bulk !== null) await bulk;
      return transaction(work);
    },
    bulk: async (work) => {
      while (bulk !== null) await bulk;
      const done = transact(inPieces, () => work(inPieces));
      bulk = done.then(
        () => (bulk = null),
        () => (bulk = null),
      );
      return done;
    },
    close: () =>
      inTurn(() => {
        connection.close();
        files.close();
      }),
  };
}

const pieceLength = 50;
const longestPiece = 15;

/** Lets whatever else waits have its turn, unless it had one just now. */
function createBreath(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < longestPiece) return;
    await setImmediate();
    last = performance.now();
  };
}

/** Lets whatever else waits have its turn within a long list; who asks the database itself waits for its end. */
async function runInPieces(
  run: (rows: readonly SqlRow[]) => Promise<void>,
  rows: readonly SqlRow[],
): Promise<void> {
  const breathe = createBreath();
  for (let at = 0; at < rows.length; at += pieceLength) {
    await run(rows.slice(at, at + pieceLength));
    await breathe();
  }
}

async function transact<T>(database: SqlDatabase, work: () => Promise<T>): Promise<T> {
  await database.run("BEGIN IMMEDIATE");
  try {
    const result = await work();
    await database.run("COMMIT");
    // Lets whatever else waits have its turn between two batches.
    await setImmediate();
    return result;
  } catch (error) {
    // SQLite may have rolled back itself; the first error is the one that counts.
    await database.run("ROLLBACK").catch(() => undefined);
    throw error;
  }
}
