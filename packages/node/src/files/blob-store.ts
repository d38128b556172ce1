// Sealed files: evidence/<name>.age, written as <name>.partial and renamed once durable.
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type BlobReader, type BlobStore, VaultError } from "@tocsin/vault";
import { createFolder, privateFile, syncFolder } from "./durable.ts";
import { isMissing, namesIn } from "./names.ts";

const namePattern = /^[0-9a-f]{32}$/;

export function openFolderBlobs(folder: string): BlobStore {
  const evidence = join(folder, "evidence");
  const pathOf = (name: string, ending: "age" | "partial"): string => {
    if (!namePattern.test(name)) throw new VaultError("vault.limit", "Cannot use evidence file: bad name");
    return join(evidence, `${name}.${ending}`);
  };
  const namesWith = async (ending: string): Promise<readonly string[]> =>
    (await namesIn(evidence))
      .filter((file) => file.endsWith(ending))
      .map((file) => file.slice(0, -ending.length))
      .filter((name) => namePattern.test(name));

  return {
    async create(name) {
      await createFolder(evidence);
      const partial = pathOf(name, "partial");
      const handle = await open(partial, "wx", privateFile);
      let isOpen = true;
      const close = async (): Promise<void> => {
        if (isOpen) await handle.close();
        isOpen = false;
      };
      return {
        write: (bytes) => handle.writeFile(bytes),
        async finish() {
          await handle.sync();
          await close();
          await rename(partial, pathOf(name, "age"));
          await syncFolder(evidence);
        },
        async discard() {
          await close();
          await rm(partial, { force: true });
        },
      };
    },
    async open(name) {
      try {
        return openBlob(pathOf(name, "age"));
      } catch (cause) {
        if (isMissing(cause)) return null;
        throw cause;
      }
    },
    names: () => namesWith(".age"),
    unfinished: () => namesWith(".partial"),
    async remove(name) {
      for (const ending of ["age", "partial"] as const) await rm(pathOf(name, ending), { force: true });
      await syncFolder(evidence);
    },
  };
}

/** Synchronous reads by range of the file at `path`: for any thread. */
export function openBlob(path: string): BlobReader {
  const file = openSync(path, "r");
  const { size } = fstatSync(file);
  return {
    size,
    read(offset, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      let filled = 0;
      while (filled < bytes.length) {
        const count = readSync(file, bytes, filled, bytes.length - filled, offset + filled);
        if (count === 0) return bytes.subarray(0, filled);
        filled += count;
      }
      return bytes;
    },
    close: () => closeSync(file),
  };
}
