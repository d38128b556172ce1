// The device's secrets: one file, replaced whole.
import { readFile } from "node:fs/promises";
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
  };
}
