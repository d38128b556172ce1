// The device's secrets: one file, replaced whole.
import { stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type DeviceStore, VaultError } from "@tocsin/vault";
import { createFolder, replaceFile } from "./durable.ts";
import { isMissing, readAtMost } from "./names.ts";

/** More than a device file may have: what is longer is refused by its reader. */
const mostBytes = 2_097_152;

export function openFolderDevice(folder: string): DeviceStore {
  const path = join(folder, "device.json");
  return {
    async read() {
      try {
        const bytes = await readAtMost(path, mostBytes);
        if (bytes !== null) return bytes;
      } catch (cause) {
        if (isMissing(cause)) return null;
        throw cause;
      }
      throw new VaultError("vault.damaged", "Cannot open vault: the device file is no file");
    },
    async write(bytes) {
      await createFolder(folder);
      await replaceFile(path, bytes);
    },
    place: () => birthOf(join(folder, "chains")),
  };
}

/**
 * When the folder of the chains was made: copying makes another one, while moving and mounting again keep it. Null on file
 * systems that do not know, where the system says the time of the last change instead, or nothing.
 */
async function birthOf(chains: string): Promise<string | null> {
  const found = (await timesOf(chains)) ?? (await changedTimesOf(chains));
  return found === null ? null : `born/${found.birthtimeNs}`;
}

/** Null where the times do not tell birth from change. */
async function timesOf(path: string): Promise<{ readonly birthtimeNs: bigint } | null> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found === null || found.birthtimeNs <= 0n || found.birthtimeNs === found.ctimeNs ? null : found;
}

/** Longer than a tick of any file system's clock that knows births. */
const tick = 20;

/** A folder that was made this very moment has not changed since: it is given another time of change. */
async function changedTimesOf(path: string): Promise<{ readonly birthtimeNs: bigint } | null> {
  await delay(tick);
  const now = new Date();
  await utimes(path, now, now).catch(() => undefined);
  return timesOf(path);
}
