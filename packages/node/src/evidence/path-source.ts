// A file or folder of this computer as a source of evidence. A folder becomes a tar archive, in the order of its paths.
import { createReadStream } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { mediaTypeOfName } from "@tocsin/formats";
import type { EvidenceSource } from "@tocsin/workspace";
import { FilesError } from "./errors.ts";
import { createLooking } from "./looking.ts";
import { createTarPacker, type PackedFile } from "./tar-packer.ts";

export interface PathSource extends EvidenceSource {
  /** Bytes of all files together. */
  readonly bytes: number;
  readonly files: number;
  /** Links and devices that were left out. */
  readonly skipped: number;
}

interface FoundFile {
  readonly path: string;
  readonly size: number;
  readonly changed: Date;
}

/** Throws `files.missing` or `files.not-readable`. */
export async function openPathSource(path: string): Promise<PathSource> {
  const root = resolve(path);
  const info = await lstat(root).catch((cause: unknown) => {
    throw new FilesError("files.missing", "Cannot take evidence: nothing lies at this path", { cause });
  });
  if (info.isDirectory()) return folderSource(root);
  if (!info.isFile())
    throw new FilesError("files.not-readable", "Cannot take evidence: neither a file nor a folder");
  const looking = createLooking();
  return {
    mediaType: mediaTypeOfName(basename(root)),
    original: root,
    bytes: info.size,
    files: 1,
    skipped: 0,
    stream: () => looking.through(basename(root), readFileOf(root)),
    listing: () => null,
    look: looking.single,
  };
}

async function folderSource(root: string): Promise<PathSource> {
  const found: FoundFile[] = [];
  let skipped = 0;
  for await (const entry of walk(root, "")) {
    if (entry === null) skipped += 1;
    else found.push(entry);
  }
  found.sort((a, b) => (a.path < b.path ? -1 : 1));
  const packed: PackedFile[] = [];
  const looking = createLooking();
  return {
    mediaType: "application/x-tar",
    original: root,
    bytes: found.reduce((sum, { size }) => sum + size, 0),
    files: found.length,
    skipped,
    stream: async function* (signal) {
      const packer = createTarPacker();
      for (const file of found) {
        signal?.throwIfAborted();
        packed.push(
          yield* packer.pack({
            ...file,
            content: looking.through(file.path, readFileOf(join(root, file.path))),
          }),
        );
      }
      yield* packer.finish();
    },
    listing: () => listingOf(packed),
    look: looking.folder,
  };
}

/** One JSON object a line: path, offset and size in the archive, SHA-256 of the content. */
export function listingOf(packed: readonly PackedFile[]): { readonly text: string; readonly files: number } {
  return { text: packed.map((file) => `${JSON.stringify(file)}\n`).join(""), files: packed.length };
}

async function* walk(root: string, folder: string): AsyncGenerator<FoundFile | null> {
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(root, path);
    else if (!entry.isFile()) yield null;
    else {
      const { size, mtime } = await lstat(join(root, path));
      yield { path, size, changed: mtime };
    }
  }
}

async function* readFileOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }))
      yield new Uint8Array(chunk);
  } catch (cause) {
    throw new FilesError("files.not-readable", "Cannot take evidence: a file in it cannot be read", {
      cause,
    });
  }
}
