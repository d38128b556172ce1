// The file of the tables in a vault's folder. It can be thrown away: what cannot be read is made anew under a new key.
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isTocsinError } from "@tocsin/core";
import type { SecretKey } from "@tocsin/crypto";
import { openProjection, type Projection, type ProjectionOptions, type SqlDatabase } from "@tocsin/index";
import type { Vault } from "@tocsin/vault";
import { syncFolder } from "../files/durable.ts";
import { openProjectionDatabase } from "../sqlite/projection-database.ts";

export interface TableFiles {
  readonly projection: Projection;
  /**
   * Throws the file away with its key, and begins an empty one under a new key. The key goes first, durably: whatever is
   * left of the old file after a crash cannot be opened, and is removed at the next opening.
   */
  renew(): Promise<void>;
  /** Tells of a place that cannot be read, met from here on. */
  onUnreadable(listener: () => void): void;
  close(): Promise<void>;
}

/** Throws `index.failed` where the disk does not play along. */
export async function openTableFiles(
  folder: string,
  vault: Pick<Vault, "projectionKey" | "renewProjectionKey">,
  options: ProjectionOptions,
): Promise<TableFiles> {
  const path = join(folder, "projection.db");
  let current = openPrepared(path, vault.projectionKey(), options);
  const renew = async (): Promise<void> => {
    const old = current;
    current = (async () => {
      await (await old.catch(() => undefined))?.close();
      const key = await vault.renewProjectionKey();
      for (const suffix of ["", "-journal", "-wal"]) await rm(`${path}${suffix}`, { force: true });
      await syncFolder(dirname(path));
      return openPrepared(path, key, options);
    })();
    await current;
  };
  await current.catch(async (error: unknown) => {
    if (!isTocsinError(error) || !error.code.startsWith("index.")) throw error;
    await renew();
  });
  let listener = (): void => undefined;
  const database = whicheverIs(
    () => current,
    () => listener(),
  );
  return {
    projection: await openProjection(database, options),
    renew,
    onUnreadable: (next) => void (listener = next),
    close: async () => (await current.catch(() => undefined))?.close(),
  };
}

/** A database whose tables are there and fit. */
async function openPrepared(
  path: string,
  key: SecretKey<"projection">,
  options: ProjectionOptions,
): Promise<SqlDatabase> {
  const database = await openProjectionDatabase({ path, key });
  try {
    await openProjection(database, options);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** While the file is exchanged, whoever asks waits for the new one. */
function whicheverIs(current: () => Promise<SqlDatabase>, onUnreadable: () => void): SqlDatabase {
  const ask = async <T>(work: (database: SqlDatabase) => Promise<T>): Promise<T> => {
    try {
      return await work(await current());
    } catch (error) {
      if (isTocsinError(error) && error.code === "index.unreadable") onUnreadable();
      throw error;
    }
  };
  return {
    run: (sql, values) => ask((database) => database.run(sql, values)),
    runMany: (sql, rows) => ask((database) => database.runMany(sql, rows)),
    all: (sql, values) => ask((database) => database.all(sql, values)),
    transaction: (work) => ask((database) => database.transaction(work)),
    bulk: (work) => ask((database) => database.bulk(work)),
    close: () => ask((database) => database.close()),
  };
}
