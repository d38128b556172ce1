// A vault in a folder with its projection and its workspace: what the command line and the desk work with.
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { isTocsinError } from "@tocsin/core";
import type { SecretKey } from "@tocsin/crypto";
import { createView, openProjection, type Projection, type SqlDatabase } from "@tocsin/index";
import { foldForSearch } from "@tocsin/language";
import type { Registry } from "@tocsin/records";
import type { PassphraseCost, Vault } from "@tocsin/vault";
import { createBuiltInRegistry, createWorkspace, type Workspace } from "@tocsin/workspace";
import { startTableCheck, type TableCheck } from "./table-check.ts";
import { openProjectionDatabase } from "../sqlite/projection-database.ts";
import { createVaultFolder, openVaultFolder, type VaultFolder } from "../vault/folder.ts";

export interface ProgramOptions {
  readonly registry?: Registry;
  /** Cost of the passphrase; lower only in tests. */
  readonly cost?: PassphraseCost;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
}

export interface OpenProgram {
  readonly workspace: Workspace;
  readonly folder: string;
  /** The projection was made anew in this session, because it was missing or did not fit the log. */
  readonly rebuilt: boolean;
  /** The comparison of the tables with what was written; it goes on while people work. */
  readonly tables: Pick<TableCheck, "isChecked" | "ended">;
  /** Drops the keys and closes everything. */
  close(): Promise<void>;
}

/** Makes a vault and loads the commitments that Tocsin knows of. Throws what `createVault` throws. */
export async function createProgram(
  folder: string,
  options: ProgramOptions & { readonly passphrase: string; readonly deviceName: string },
): Promise<OpenProgram> {
  const { passphrase, deviceName, cost } = options;
  const opened = await createVaultFolder(folder, {
    passphrase,
    deviceName,
    ...(cost === undefined ? {} : { cost }),
  });
  const program = await openOver(folder, opened, options);
  try {
    await program.workspace.run("commitment.load", {});
  } catch (error) {
    await program.close();
    throw error;
  }
  return { ...program, rebuilt: false };
}

/** Throws what `openVault` throws, and the reason of `signal`; then the folder is free again. */
export async function openProgram(
  folder: string,
  options: ProgramOptions & { readonly passphrase: string },
): Promise<OpenProgram> {
  return openOver(folder, await openVaultFolder(folder, options.passphrase), options);
}

async function openOver(folder: string, opened: VaultFolder, options: ProgramOptions): Promise<OpenProgram> {
  const registry = options.registry ?? createBuiltInRegistry();
  const { vault } = opened;
  let database: SqlDatabase | undefined;
  let check: TableCheck | undefined;
  const close = async (): Promise<void> => {
    await check?.stop();
    await database?.close();
    await opened.close();
  };
  try {
    const tables = await openTables(folder, vault, registry);
    database = tables.database;
    const workspace = createWorkspace({
      vault,
      registry,
      projection: tables.projection,
      viewOver: (read) => createView(tables.projection, read),
      clock: () => Date.now(),
      random: (length) => new Uint8Array(randomBytes(length)),
    });
    const { onProgress, signal } = options;
    const rebuilt = await workspace.catchUp({
      fresh: tables.fresh,
      ...(onProgress ? { onProgress } : {}),
      ...(signal ? { signal } : {}),
    });
    check = startTableCheck(tables.projection, workspace);
    return { workspace, folder, rebuilt, tables: check, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Tables {
  readonly database: SqlDatabase;
  readonly projection: Projection;
  readonly fresh: boolean;
}

/** The projection can be thrown away: what cannot be read is made anew under a new key. */
async function openTables(folder: string, vault: Vault, registry: Registry): Promise<Tables> {
  const path = join(folder, "projection.db");
  try {
    return { ...(await openOne(path, vault.projectionKey(), registry)), fresh: false };
  } catch (error) {
    if (!isTocsinError(error) || !error.code.startsWith("index.")) throw error;
    for (const suffix of ["", "-journal", "-wal"]) await rm(`${path}${suffix}`, { force: true });
    return { ...(await openOne(path, await vault.renewProjectionKey(), registry)), fresh: true };
  }
}

async function openOne(
  path: string,
  key: SecretKey<"projection">,
  registry: Registry,
): Promise<Omit<Tables, "fresh">> {
  const database = await openProjectionDatabase({ path, key });
  try {
    return { database, projection: await openProjection(database, { registry, analyse: foldForSearch }) };
  } catch (error) {
    await database.close();
    throw error;
  }
}
