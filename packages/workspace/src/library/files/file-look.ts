// What a file of the evidence is found to be before it may leave with the public library, and why one stays inside.
import type { RecordId } from "@tocsin/core";

export interface FileLook {
  /** By its bytes; null for a sort that is not given out. */
  readonly mediaType: string | null;
  /** What it says beside what it shows: `picture.extra.<kind>`. */
  readonly carries: readonly string[];
  /** A program that opens it might run or send something. */
  readonly isActive: boolean;
  readonly isLocked: boolean;
  /** False where it cannot be opened, or where a part of it cannot be looked through. */
  readonly isWhole: boolean;
  /** What stands in its metadata, as far as it is read. */
  readonly said: string;
  /** Its words, as far as they are letters: what is written in a picture is not read. */
  readonly words: string;
  readonly wordsRead: WordsRead;
}

/** Of how much of it the words could be read. */
export type WordsRead = "all" | "some" | "none";

/** Throws `formats.limit`, and the reason of the signal. */
export type LookAtFile = (bytes: Uint8Array, signal?: AbortSignal) => Promise<FileLook>;

/** `library.file-stop.<stop>`. */
export const fileStops = [
  /** It was given in confidence. */
  "inside",
  "no-bytes",
  /** There is a redacted copy of it: that may leave, and not the original. */
  "redacted",
  /** A newer redacted copy leaves in its place. */
  "another",
  /** The item does not say by what right it may be handed on. */
  "no-rights",
  "too-large",
  /** The files of one library are limited together. */
  "no-room",
  "sort",
  "active",
  "locked",
  "unreadable",
  "metadata",
  "name-of-file",
  "name-in-metadata",
  "name-in-text",
] as const;
export type FileStop = (typeof fileStops)[number];

export interface PlannedFile {
  readonly record: RecordId;
  /** The item that it belongs to. */
  readonly item: RecordId;
  readonly slug: string;
  /** As it is called inside, with characters that can be seen. */
  readonly title: string;
  readonly sha256: string;
  readonly bytes: number;
  /** By its bytes; null for a sort that is not given out, and where nobody looked. */
  readonly mediaType: string | null;
  /** In the folder `files` of the library: of the item's address and the hash, and of no name that somebody gave. */
  readonly name: string | null;
  readonly isRedacted: boolean;
  readonly carries: readonly string[];
  readonly wordsRead: WordsRead;
  readonly stops: readonly FileStop[];
  /** A person named it, now or when the last library left. */
  readonly isApproved: boolean;
  readonly leaves: boolean;
}
