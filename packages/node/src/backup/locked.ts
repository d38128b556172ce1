// Backs up a vault that nobody has open, without its passphrase: the copy is whole, and the vault knows nothing of it.
import { stat } from "node:fs/promises";
import { VaultError } from "@tocsin/vault";
import { lockFolder } from "../files/folder-lock.ts";
import { backUpFolder, type BackupInput, type BackupReport } from "./back-up.ts";

/** Throws `vault.in-use` and `vault.missing` too. */
export async function backUpLocked(
  input: Omit<BackupInput, "vault" | "heads" | "mayGo">,
): Promise<BackupReport> {
  const found = await stat(input.folder).catch(() => null);
  if (found?.isDirectory() !== true)
    throw new VaultError("vault.missing", "Cannot back up: no folder is there");
  const lock = await lockFolder(input.folder);
  try {
    return await backUpFolder(input);
  } finally {
    await lock.release();
  }
}
