// A vault in a folder of this computer: stores, lock and Node's cryptography put together.
import { stat } from "node:fs/promises";
import {
  createVault,
  type CreateVaultOptions,
  openVault,
  type Vault,
  VaultError,
  type VaultPorts,
} from "@tocsin/vault";
import { createNodePrimitives } from "../crypto/primitives.ts";
import { openFolderBlobs } from "../files/blob-store.ts";
import { openFolderDevice } from "../files/device-store.ts";
import { lockFolder } from "../files/folder-lock.ts";
import { openFolderLog } from "../files/log-store.ts";

export interface VaultFolder {
  readonly vault: Vault;
  /** What `exportOpen` and `importOpen` need beside the vault. */
  readonly ports: VaultPorts;
  /** Locks the vault, lets what is being written become durable, and frees the folder. */
  close(): Promise<void>;
}

/** Ports of a vault in `folder`; made by hand only in tests, since they take no lock. */
export function folderPorts(folder: string): VaultPorts {
  return {
    primitives: createNodePrimitives(),
    clock: () => Date.now(),
    log: openFolderLog(folder),
    blobs: openFolderBlobs(folder),
    device: openFolderDevice(folder),
  };
}

/** As `createVault`; throws `vault.in-use` too. */
export async function createVaultFolder(folder: string, options: CreateVaultOptions): Promise<VaultFolder> {
  return openLocked(folder, (ports) => createVault(ports, options));
}

/** As `openVault`; throws `vault.in-use` too. Makes no folder where there is none. */
export async function openVaultFolder(folder: string, passphrase: string): Promise<VaultFolder> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() !== true)
    throw new VaultError("vault.missing", "Cannot open vault: no folder is there");
  return openLocked(folder, (ports) => openVault(ports, passphrase));
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
