// A vault in a folder of this computer: stores, lock and Node's cryptography put together.
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  createVault,
  type CreateVaultOptions,
  type ErasureProgress,
  openVault,
  recoverVault,
  type RecoverVaultOptions,
  surveyLog,
  type Vault,
  VaultError,
  type VaultPorts,
  type WorkOptions,
} from "@tocsin/vault";
import { BackupError } from "../backup/errors.ts";
import { listName } from "../backup/list.ts";
import { restoreMark } from "../backup/paths.ts";
import { createNodePrimitives } from "../crypto/primitives.ts";
import { openFolderBlobs } from "../files/blob-store.ts";
import { openFolderDevice } from "../files/device-store.ts";
import { indexName, openFolderIndex } from "../files/index-store.ts";
import { lockFolder } from "../files/folder-lock.ts";
import { openFolderLog } from "../files/log-store.ts";
import { createUnsentSeal } from "../crypto/unsent-seal.ts";
import { carryUnsent } from "../unsent/carry-unsent.ts";
import { createWorkerSealing } from "../workers/seal-in-worker.ts";

export interface VaultFolder {
  readonly vault: Vault;
  /** What `exportOpen` and `importOpen` need beside the vault. */
  readonly ports: VaultPorts;
  /** Locks the vault, lets what is being written become durable, and frees the folder. */
  close(): Promise<void>;
}

/** Ports of a vault in `folder`; made by hand only in tests, since they take no lock. */
export function folderPorts(folder: string): VaultPorts {
  const createSealer = createWorkerSealing();
  return {
    ...(createSealer === undefined ? {} : { createSealer }),
    primitives: createNodePrimitives(),
    clock: () => Date.now(),
    log: openFolderLog(folder),
    blobs: openFolderBlobs(folder),
    device: openFolderDevice(folder),
    index: openFolderIndex(folder),
    beforeRenewal: ({ vault, old, next }) =>
      carryUnsent(folder, {
        from: createUnsentSeal(vault, () => old),
        to: createUnsentSeal(vault, () => next),
      }),
  };
}

/** As `createVault`; throws `vault.in-use` too. What an earlier creation left that was broken off is cleared away. */
export async function createVaultFolder(folder: string, options: CreateVaultOptions): Promise<VaultFolder> {
  return openLocked(folder, async (ports) => {
    await clearBrokenCreation(folder, ports);
    return createVault(ports, options);
  });
}

/** As `openVault`; throws `vault.in-use` and `backup.restore-first` too. Makes no folder where there is none. */
export async function openVaultFolder(
  folder: string,
  passphrase: string,
  options: WorkOptions<ErasureProgress> = {},
): Promise<VaultFolder> {
  await checkFolder(folder);
  return openLocked(folder, (ports) => openVault(ports, passphrase, options));
}

/** As `recoverVault`; throws `vault.in-use` and `backup.restore-first` too. */
export async function recoverVaultFolder(folder: string, options: RecoverVaultOptions): Promise<VaultFolder> {
  await checkFolder(folder);
  return openLocked(folder, (ports) => recoverVault(ports, options));
}

async function checkFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() !== true)
    throw new VaultError("vault.missing", "Cannot open vault: no folder is there");
  // Working in a backup would change files behind its list; half a vault would be taken for a damaged one.
  const names = await readdir(folder);
  if (names.includes(listName) || names.includes(restoreMark))
    throw new BackupError(
      "backup.restore-first",
      "Cannot open vault: the folder is a backup, or half restored",
    );
}

/** One commit without a device file, and nothing else: nobody was ever told that this was a vault, nothing is in it. */
async function clearBrokenCreation(folder: string, { primitives, log, device }: VaultPorts): Promise<void> {
  if ((await device.read()) !== null) return;
  const { heads } = await surveyLog({ primitives, log });
  const commits = [...heads.values()].reduce((sum, { sequence }) => sum + sequence, 0);
  const others = (await readdir(folder)).filter(
    (name) => name !== "chains" && !name.startsWith("vault.lock") && !name.startsWith(indexName),
  );
  if (commits <= 1 && others.length === 0) await rm(join(folder, "chains"), { recursive: true, force: true });
}

async function openLocked(folder: string, open: (ports: VaultPorts) => Promise<Vault>): Promise<VaultFolder> {
  const lock = await lockFolder(folder);
  try {
    const ports = folderPorts(folder);
    const vault = await open(ports);
    return {
      vault,
      ports,
      close: async () => {
        await vault.close();
        await lock.release();
      },
    };
  } catch (cause) {
    await lock.release();
    throw cause;
  }
}
