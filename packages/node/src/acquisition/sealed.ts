// An acquisition that lies sealed in a vault: an archive read by range, with the listing of what is where in it.
// Nothing is unpacked; what is needed is opened in memory, piece by piece.
import { createHash } from "node:crypto";
import type { RangeReader } from "@tocsin/crypto";
import { PhoneError, type Acquisition } from "@tocsin/phone";
import type { PackedFile } from "../evidence/tar-packer.ts";
import { openEvidenceDatabase } from "../sqlite/evidence-database.ts";
import type { ReadableFile } from "../sqlite/evidence-vfs.ts";
import { createEngines } from "./engines.ts";

const hashBlock = 1024 * 1024;

/** Throws `phone.unreadable-file` when the listing is not one of ours. */
export function parseListing(text: string): readonly PackedFile[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const file: Partial<Record<keyof PackedFile, unknown>> = parseLine(line);
      const { path, offset, size, sha256 } = file;
      const numbers = [offset, size].every((each) => Number.isSafeInteger(each) && Number(each) >= 0);
      if (typeof path !== "string" || typeof sha256 !== "string" || !numbers) throw badListing();
      return { path, offset: Number(offset), size: Number(size), sha256 };
    });
}

export function openSealedAcquisition(archive: RangeReader, listing: readonly PackedFile[]): Acquisition {
  const files = new Map(listing.map((file) => [file.path, file]));
  const engines = createEngines();
  const fileAt = (path: string): ReadableFile => {
    const found = files.get(path);
    if (!found) throw new PhoneError("phone.missing-file", "Cannot read file: there is no such regular file");
    return rangeOf(archive, found);
  };
  return {
    ready: engines.ready,
    list: (depth = Number.POSITIVE_INFINITY) =>
      [...files.keys()].filter((path) => path.split("/").length <= depth + 1),
    size: (path) => files.get(path)?.size ?? null,
    read: (path, offset, length) => fileAt(path).read(offset, length),
    sha256: (path) => hashOf(fileAt(path)),
    sha1: (bytes) => createHash("sha1").update(bytes).digest("hex"),
    openDatabase: (path, logPath) =>
      openEvidenceDatabase(engines.current(), {
        database: fileAt(path),
        ...(logPath === undefined ? {} : { log: fileAt(logPath) }),
      }),
    close: () => undefined,
  };
}

/** One file of the archive, as bytes that begin at 0. */
export function rangeOf(archive: RangeReader, { offset: start, size }: PackedFile): ReadableFile {
  return {
    size,
    read: (offset, length) => {
      const within = Math.max(0, Math.min(length, size - offset));
      return within === 0 ? new Uint8Array(0) : readArchive(archive, start + offset, within);
    },
  };
}

/** Sealed bytes that no longer open are a file that cannot be read: the examination goes on with the others. */
function readArchive(archive: RangeReader, offset: number, length: number): Uint8Array {
  try {
    return archive.read(offset, length);
  } catch (cause) {
    throw new PhoneError("phone.unreadable-file", "Cannot read file: its sealed bytes are damaged", {
      cause,
    });
  }
}

function hashOf(file: ReadableFile): string {
  const hash = createHash("sha256");
  for (let at = 0; at < file.size; at += hashBlock) hash.update(file.read(at, hashBlock));
  return hash.digest("hex");
}

function parseLine(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null) return { ...value };
  } catch (cause) {
    throw badListing(cause);
  }
  throw badListing();
}

function badListing(cause?: unknown): PhoneError {
  return new PhoneError("phone.unreadable-file", "Cannot open acquisition: its listing is damaged", {
    cause,
  });
}
