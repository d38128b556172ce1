// An acquisition that lies on disk as a clear folder. Files are opened read-only, symbolic links are never followed,
// and no path leaves the folder.
import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync } from "node:fs";
import type { Dirent, Stats } from "node:fs";
import { join, resolve } from "node:path";
import { PhoneError } from "@tocsin/phone";
import type { Acquisition } from "@tocsin/phone";
import { openEvidenceDatabase } from "../sqlite/evidence-database.ts";
import type { ReadableFile } from "../sqlite/evidence-vfs.ts";
import { createEngines } from "./engines.ts";

interface OpenFile {
  readonly descriptor: number;
  readonly size: number;
}

const hashBlock = 1024 * 1024;
/** Deeper folders are not listed. */
const maximumFolderDepth = 64;

/** Throws `phone.missing-file` if `path` is not a folder. Close it when done. */
export function openFolderAcquisition(path: string): Acquisition {
  const root = resolve(path);
  if (!isFolder(root)) throw new PhoneError("phone.missing-file", "Cannot open acquisition: not a folder");
  const openFiles = new Map<string, OpenFile>();
  const engines = createEngines();
  const fileAt = (relative: string): OpenFile => {
    const known = openFiles.get(relative) ?? openFile(root, relative);
    openFiles.set(relative, known);
    return known;
  };
  return {
    ready: engines.ready,
    list: (depth = maximumFolderDepth) => listFiles(root, "", Math.min(depth, maximumFolderDepth)),
    size: (relative) => sizeOf(root, relative),
    read: (relative, offset, length) => readRange(fileAt(relative), offset, length),
    sha256: (relative) => hashFile(root, relative),
    sha1: (bytes) => createHash("sha1").update(bytes).digest("hex"),
    openDatabase(relative, logPath) {
      const database = toReadable(fileAt(relative));
      const log = logPath === undefined ? {} : { log: toReadable(fileAt(logPath)) };
      return openEvidenceDatabase(engines.current(), { database, ...log });
    },
    close() {
      for (const file of openFiles.values()) closeSync(file.descriptor);
      openFiles.clear();
    },
  };
}

function toReadable(file: OpenFile): ReadableFile {
  return { size: file.size, read: (offset, length) => readRange(file, offset, length) };
}

function isFolder(path: string): boolean {
  return statusOf(path)?.isDirectory() ?? false;
}

/** Each folder on the way must be a real one; the file itself is opened without following links. */
function placeOf(root: string, relative: string): string {
  const parts = relative.split("/");
  const isOutside = relative.includes("\\") || relative.includes("\0") || relative === "";
  if (isOutside || parts.some((part) => part === "" || part === "." || part === ".."))
    throw new PhoneError("phone.bad-path", "Cannot read file: its path leaves the acquisition");
  let place = root;
  for (const part of parts.slice(0, -1)) {
    place = join(place, part);
    if (statusOf(place)?.isSymbolicLink() === true)
      throw new PhoneError("phone.bad-path", "Cannot read file: its path goes through a symbolic link");
  }
  return join(place, parts.at(-1) ?? "");
}

function sizeOf(root: string, relative: string): number | null {
  const found = statusOf(placeOf(root, relative));
  return found?.isFile() === true ? found.size : null;
}

/** Null where nothing lies, or a file stands in the place of a folder. */
function statusOf(place: string): Stats | null {
  try {
    return lstatSync(place, { throwIfNoEntry: false }) ?? null;
  } catch (cause) {
    if (isSystemError(cause) && cause.code === "ENOTDIR") return null;
    throw new PhoneError("phone.unreadable-file", "Cannot read file: the system refuses to look", { cause });
  }
}

function isSystemError(error: unknown): error is Error & { readonly code: unknown } {
  return error instanceof Error && "code" in error;
}

function openFile(root: string, relative: string): OpenFile {
  const place = placeOf(root, relative);
  const found = statusOf(place);
  if (found?.isFile() !== true)
    throw new PhoneError("phone.missing-file", "Cannot read file: there is no such regular file");
  try {
    const descriptor = openSync(place, constants.O_RDONLY | constants.O_NOFOLLOW);
    return { descriptor, size: fstatSync(descriptor).size };
  } catch (cause) {
    throw new PhoneError("phone.unreadable-file", "Cannot read file: the system refuses to open it", {
      cause,
    });
  }
}

function readRange(file: OpenFile, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, Math.min(length, file.size - offset)));
  return bytes.subarray(0, fill(file, offset, bytes));
}

/** Fills `bytes` from `offset` on, up to the end of the file as it was when it was opened; gives how many there are. */
function fill(file: OpenFile, offset: number, bytes: Uint8Array): number {
  const wanted = Math.min(bytes.length, file.size - offset);
  let filled = 0;
  try {
    while (filled < wanted) {
      const count = readSync(file.descriptor, bytes, filled, wanted - filled, offset + filled);
      if (count === 0) break;
      filled += count;
    }
  } catch (cause) {
    throw new PhoneError("phone.unreadable-file", "Cannot read file: the system refuses", { cause });
  }
  return filled;
}

/** Opened anew each time: what counts is what stands on the disk now. */
function hashFile(root: string, relative: string): string {
  const file = openFile(root, relative);
  try {
    const hash = createHash("sha256");
    const block = new Uint8Array(Math.min(hashBlock, file.size));
    for (let at = 0; at < file.size; at += hashBlock) hash.update(block.subarray(0, fill(file, at, block)));
    return hash.digest("hex");
  } finally {
    closeSync(file.descriptor);
  }
}

function* listFiles(root: string, folder: string, depth: number): Generator<string> {
  for (const entry of readFolder(join(root, folder))) {
    const relative = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) yield relative;
    else if (entry.isDirectory() && depth > 0) yield* listFiles(root, relative, depth - 1);
  }
}

function readFolder(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}
