// Open exports as folders.
import { createReadStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type ExportSink, type ExportSource, VaultError } from "@tocsin/vault";
import { createFolder, privateFile, syncFolder } from "../files/durable.ts";

/** Refuses to write over a file that is there. */
export function exportToFolder(folder: string): ExportSink {
  return {
    async create(path) {
      const target = join(folder, path);
      await createFolder(dirname(target));
      const handle = await open(target, "wx", privateFile);
      return {
        write: (bytes) => handle.writeFile(bytes),
        async finish() {
          await handle.sync();
          await handle.close();
          await syncFolder(dirname(target));
        },
        async discard() {
          await handle.close();
          await rm(target, { force: true });
        },
      };
    },
  };
}

export function exportFromFolder(folder: string): ExportSource {
  return {
    async *open(path) {
      try {
        for await (const piece of createReadStream(join(folder, path), { highWaterMark: 1_048_576 }))
          yield piece as Uint8Array;
      } catch (cause) {
        throw new VaultError("vault.bad-export", `Cannot import: cannot read ${path}`, { cause });
      }
    },
  };
}
