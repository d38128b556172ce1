// What an earlier opening found in the log, as one file that can be thrown away.
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { IndexStore } from "@tocsin/vault";
import { freshOf, privateFile } from "./durable.ts";
import { isMissing, readAtMost } from "./names.ts";

/** About a million commits. One that is longer does not open, and the log is read instead. */
const mostBytes = 134_217_728;

export const indexName = "log.index";

export function openFolderIndex(folder: string): IndexStore {
  const path = join(folder, indexName);
  return {
    async read() {
      try {
        return await readAtMost(path, mostBytes);
      } catch (cause) {
        if (isMissing(cause)) return null;
        throw cause;
      }
    },
    // Not synced: what a power cut leaves of it does not open, and is not used.
    async write(bytes) {
      await writeFile(freshOf(path), bytes, { mode: privateFile });
      await rename(freshOf(path), path);
    },
  };
}
