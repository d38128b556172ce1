// Reads a ZIP archive that is held in memory: names are compared and never become paths, and nothing unpacks further than
// the limits.
import { concatBytes } from "@tocsin/core";
import { FormatError } from "../errors.ts";
import { parseZipEntries, unpackEntry, type UnpackLimits } from "../table/zip.ts";
import { mostArchiveFiles } from "./write-archive.ts";

export interface OpenArchive {
  readonly names: readonly string[];
  /** Undefined where the archive has no such part. Throws `formats.bad-table`, `formats.limit`. */
  read(name: string): Uint8Array | undefined;
}

/** Throws `formats.bad-table` on what is no archive. */
export function openArchive(bytes: Uint8Array, limits: UnpackLimits): OpenArchive {
  if (bytes.length < 22) throw new FormatError("formats.bad-table", "Cannot read archive: it is too short");
  const entries = parseZipEntries(bytes, mostArchiveFiles);
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      return entry === undefined ? undefined : concatBytes(...unpackEntry(bytes, entry, limits));
    },
  };
}
