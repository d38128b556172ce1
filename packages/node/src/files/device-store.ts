// The device's secrets: one file, replaced whole.
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { DeviceStore } from "@tocsin/vault";
import { createFolder, replaceFile } from "./durable.ts";
import { isMissing } from "./names.ts";

export function openFolderDevice(folder: string): DeviceStore {
  const path = join(folder, "device.json");
  return {
    async read() {
      try {
        return new Uint8Array(await readFile(path));
      } catch (cause) {
        if (isMissing(cause)) return null;
        throw cause;
      }
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
 * systems that do not know, which then say when it was changed last, or nothing.
 */
async function birthOf(chains: string): Promise<string | null> {
  const found = await stat(chains, { bigint: true }).catch(() => null);
  if (found === null || found.birthtimeNs <= 0n || found.birthtimeNs === found.ctimeNs) return null;
  return `born/${found.birthtimeNs}`;
}
