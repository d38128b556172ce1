// The list of a backup: what it holds, each file with its size and SHA-256 (docs/formats/backup.md).
import { createHash } from "node:crypto";
import {
  encodeCanonical,
  encodeCanonicalText,
  isJsonObject,
  isTocsinError,
  type Json,
  type JsonObject,
  parseCanonical,
} from "@tocsin/core";
import type { Heads } from "@tocsin/vault";
import { BackupError } from "./errors.ts";
import { sortOf } from "./paths.ts";

export interface ListedFile {
  readonly path: string;
  readonly size: number;
  /** Of the first `size` bytes: a segment may have grown behind them. */
  readonly sha256: string;
}

export interface BackupList {
  readonly vault: string;
  /** 32 hexadecimal characters: this copy, among all copies of the vault. */
  readonly copy: string;
  /** ISO 8601 in UTC, as the clock of whoever made it claimed. */
  readonly made: string;
  readonly heads: Readonly<Record<string, { readonly sequence: number; readonly hash: string }>>;
  readonly files: readonly ListedFile[];
  /** Paths of files that the vault had, or had had, and that are not in the copy. */
  readonly lacks: readonly string[];
  /** False while the first backup has not come to its end. */
  readonly finished: boolean;
}

export const listName = "backup.json";
/** Where the next list is made durable before it takes its place, and where the last one stays until then. */
export const nextListName = "backup.new.json";
export const oldListName = "backup.old.json";

/** A list beyond this is not read: room for two million files. */
export const listLimit = 402_653_184;

const version = 0;

export function encodeList(list: BackupList): Uint8Array {
  const value: JsonObject = {
    format: "tocsin-backup",
    version,
    vault: list.vault,
    copy: list.copy,
    made: list.made,
    heads: { ...list.heads },
    files: list.files.map(({ path, size, sha256 }) => ({ path, size, sha256 })),
    lacks: list.lacks,
    finished: list.finished,
  };
  return encodeCanonical({ ...value, checksum: checksumOf(value) });
}

/** Throws `backup.damaged` or `backup.unsupported`. */
export function parseList(bytes: Uint8Array): BackupList {
  const { checksum, ...value } = parseObject(bytes);
  if (value["format"] !== "tocsin-backup" || checksum !== checksumOf(value))
    throw damaged("its checksum does not fit");
  if (value["version"] !== version)
    throw new BackupError("backup.unsupported", `Cannot read list: another version, expected ${version}`);
  const { vault, copy, made, heads, files, lacks, finished } = value;
  if (!isHex(vault, 64) || !isHex(copy, 32) || typeof made !== "string" || Number.isNaN(Date.parse(made)))
    throw damaged("it does not say what it is of");
  if (typeof finished !== "boolean" || !Array.isArray(files) || !Array.isArray(lacks))
    throw damaged("it has no files");
  const missing = lacks.filter((path: Json) => typeof path === "string");
  return { vault, copy, made, heads: toHeads(heads), files: toFiles(files), lacks: missing, finished };
}

export function headsToList(heads: Heads): BackupList["heads"] {
  return Object.fromEntries(heads);
}

/** How many commits the heads cover. */
export function commitsIn(heads: BackupList["heads"]): number {
  return Object.values(heads).reduce((sum, { sequence }) => sum + sequence, 0);
}

function checksumOf(value: JsonObject): string {
  return createHash("sha256").update(encodeCanonicalText(value)).digest("hex");
}

function parseObject(bytes: Uint8Array): JsonObject {
  try {
    const value = parseCanonical(bytes);
    if (isJsonObject(value)) return value;
  } catch (cause) {
    if (!isTocsinError(cause)) throw cause;
  }
  throw damaged("not of its form");
}

function toHeads(value: Json | undefined): BackupList["heads"] {
  if (!isJsonObject(value)) throw damaged("it has no heads");
  return Object.fromEntries(
    Object.entries(value).map(([chain, head]) => {
      if (!isHex(chain, 32) || !isJsonObject(head)) throw damaged("a head is not of its form");
      const { sequence, hash } = head;
      if (!isSize(sequence) || !isHex(hash, 64)) throw damaged("a head is not of its form");
      return [chain, { sequence, hash }];
    }),
  );
}

/** Paths lead to files: only such as a vault has are taken, each once. */
function toFiles(values: readonly Json[]): readonly ListedFile[] {
  const seen = new Set<string>();
  return values.map((value) => {
    if (!isJsonObject(value)) throw damaged("a file is not of its form");
    const { path, size, sha256 } = value;
    if (
      typeof path !== "string" ||
      sortOf(path) === null ||
      seen.has(path) ||
      !isSize(size) ||
      !isHex(sha256, 64)
    )
      throw damaged("a file is not of its form");
    seen.add(path);
    return { path, size, sha256 };
  });
}

function isSize(value: Json | undefined): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isHex(value: Json | undefined, length: number): value is string {
  return typeof value === "string" && value.length === length && /^[0-9a-f]+$/.test(value);
}

function damaged(state: string): BackupError {
  return new BackupError("backup.damaged", `Cannot read list of backup: ${state}`);
}
