// Sealed files: evidence/<name>.age, written as <name>.partial and renamed once durable; <name>.draft lies beside it meanwhile.
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type BlobReader, type BlobStore, type BlobWriter, VaultError } from "@tocsin/vault";
import { createFolder, freshOf, privateFile, replaceFile, syncFolder } from "./durable.ts";
import { createEarlySync } from "./early-sync.ts";
import { isMissing, namesIn, readAtMost } from "./names.ts";

const endings = ["age", "partial", "draft"] as const;
/** More than a draft may have: what is longer is refused by its reader. */
const mostOfDraft = 32_768;
const namePattern = /^[0-9a-f]{32}$/;

export function openFolderBlobs(folder: string): BlobStore {
  const evidence = join(folder, "evidence");
  const pathOf = (name: string, ending: (typeof endings)[number]): string => {
    if (!namePattern.test(name)) throw new VaultError("vault.limit", "Cannot use evidence file: bad name");
    return join(evidence, `${name}.${ending}`);
  };
  const namesWith = async (ending: string): Promise<readonly string[]> =>
    (await namesIn(evidence))
      .filter((file) => file.endsWith(ending))
      .map((file) => file.slice(0, -ending.length))
      .filter((name) => namePattern.test(name));

  const draftOf = (name: string): string => pathOf(name, "draft");
  const writerOn = (name: string, handle: FileHandle): BlobWriter => {
    const [partial, draft, finished] = [pathOf(name, "partial"), draftOf(name), pathOf(name, "age")];
    return createWriter(handle, { partial, draft, finished });
  };

  return {
    async create(name) {
      await createFolder(evidence);
      return writerOn(name, await open(pathOf(name, "partial"), "wx", privateFile));
    },
    unfinishedSize: async (name) => (await orNull(() => stat(pathOf(name, "partial"))))?.size ?? 0,
    draft: (name) => orNull(() => readAtMost(draftOf(name), mostOfDraft)),
    async resume(name) {
      const handle = await orNull(() =>
        open(pathOf(name, "partial"), constants.O_WRONLY | constants.O_APPEND),
      );
      if (handle === null) return null;
      return { written: openBlob(pathOf(name, "partial")), writer: writerOn(name, handle) };
    },
    open: (name) => orNull(async () => openBlob(pathOf(name, "age"))),
    names: () => namesWith(".age"),
    unfinished: () => namesWith(".partial"),
    async remove(name) {
      for (const ending of endings) await rm(pathOf(name, ending), { force: true });
      await removeDraft(draftOf(name));
      await syncFolder(evidence);
    },
  };
}

interface WriterPaths {
  readonly partial: string;
  readonly draft: string;
  readonly finished: string;
}

function createWriter(handle: FileHandle, { partial, draft, finished }: WriterPaths): BlobWriter {
  const early = createEarlySync(handle);
  let isOpen = true;
  const close = async (): Promise<void> => {
    await early.settled();
    if (isOpen) await handle.close();
    isOpen = false;
  };
  return {
    async write(bytes) {
      await handle.writeFile(bytes);
      early.written(bytes.length);
    },
    keepDraft: (bytes) => replaceFile(draft, bytes),
    async finish() {
      await early.end();
      await handle.sync();
      await close();
      await rename(partial, finished);
      // The passphrase must be nowhere but in the operation that will name the file.
      await removeDraft(draft);
      await syncFolder(dirname(finished));
    },
    async discard() {
      await close();
      await removeDraft(draft);
      await rm(partial, { force: true });
    },
  };
}

/** With one that a killed process had not yet given its name. */
async function removeDraft(draft: string): Promise<void> {
  for (const path of [draft, freshOf(draft)]) await rm(path, { force: true });
}

async function orNull<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work();
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw cause;
  }
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
