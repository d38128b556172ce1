// A file or folder of this computer as a source of evidence. A folder becomes a tar archive, in the order of its paths.
import { createReadStream } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { EvidenceSource } from "@tocsin/workspace";
import { FilesError } from "./errors.ts";
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
  return {
    mediaType: mediaTypeOf(root),
    original: root,
    bytes: info.size,
    files: 1,
    skipped: 0,
    stream: () => readFileOf(root),
    listing: () => null,
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
        packed.push(yield* packer.pack({ ...file, content: readFileOf(join(root, file.path)) }));
      }
      yield* packer.finish();
    },
    listing: () => listingOf(packed),
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

const mediaTypes: Readonly<Record<string, string>> = {
  json: "application/json",
  jsonl: "application/jsonl",
  gz: "application/gzip",
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  mp4: "video/mp4",
  txt: "text/plain",
  zip: "application/zip",
};

/** By the name alone: what it claims to be. */
export function mediaTypeOf(path: string): string {
  const ending = path.split(".").at(-1)?.toLowerCase() ?? "";
  return mediaTypes[ending] ?? "application/octet-stream";
}
