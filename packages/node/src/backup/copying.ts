// Bytes from one file to another: hashed as they are read, made durable, read back and hashed again.
import { createHash, type Hash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { privateFile } from "../files/durable.ts";
import { atPlace, atSource, BackupError } from "./errors.ts";

/** What goes along with long work: how many bytes were read since the last call, and a way to stop it. */
export interface Watch {
  readonly signal?: AbortSignal;
  onBytes(count: number): void;
}

export interface BackupProgress {
  /** Bytes read, of those that will be: what is there is read as well as what is written. */
  readonly done: number;
  readonly total: number;
  /** Path of the file in work. */
  readonly at: string;
}

/** One for each file of long work, whose bytes were estimated: where more are read, the total grows. */
export function createWatches(
  input: { readonly signal?: AbortSignal; readonly onProgress?: (progress: BackupProgress) => void },
  estimated: number,
): (path: string) => Watch {
  const { signal, onProgress } = input;
  let total = estimated;
  let done = 0;
  return (at) => ({
    ...(signal ? { signal } : {}),
    onBytes: (count) => {
      done += count;
      total = Math.max(total, done);
      onProgress?.({ done, total, at });
    },
  });
}

const pieceSize = 1_048_576;

/** SHA-256 of the first `length` bytes; null for a file that is shorter. What the system refuses is thrown as it is. */
export async function hashStart(path: string, length: number, watch: Watch): Promise<string | null> {
  const handle = await open(path, "r");
  try {
    const hash = createHash("sha256");
    return (await readStart(handle, length, { watch, take: (piece) => void hash.update(piece) }))
      ? hash.digest("hex")
      : null;
  } finally {
    await handle.close();
  }
}

export interface CopyJob {
  readonly from: string;
  /** Bytes of `from` that count. */
  readonly size: number;
  /** Written anew, over whatever an interrupted run left. */
  readonly to: string;
}

/** The SHA-256 of what was copied. Throws `backup.changed` where `from` is shorter, `backup.not-kept`. */
export async function copyWhole({ from, size, to }: CopyJob, watch: Watch): Promise<string> {
  const target = await atPlace(() => open(to, "w+", privateFile));
  try {
    return await copyBytes({ from, size, target, skip: 0 }, watch);
  } finally {
    await target.close();
  }
}

/** As `copyWhole`, where the first `skip` bytes are there already: whatever lies behind them is written anew. */
export async function copyTail(job: CopyJob & { readonly skip: number }, watch: Watch): Promise<string> {
  const target = await atPlace(() => open(job.to, "r+"));
  try {
    await atPlace(() => target.truncate(job.skip));
    return await copyBytes({ ...job, target }, watch);
  } finally {
    await target.close();
  }
}

interface OpenJob {
  readonly from: string;
  readonly size: number;
  readonly target: FileHandle;
  readonly skip: number;
}

async function copyBytes({ from, size, target, skip }: OpenJob, watch: Watch): Promise<string> {
  const hash = createHash("sha256");
  let at = 0;
  const take = async (piece: Uint8Array): Promise<void> => {
    hash.update(piece);
    const start = Math.max(0, skip - at);
    if (start < piece.length) await writeAt(target, piece.subarray(start), at + start);
    at += piece.length;
  };
  const source = await atSource(() => open(from, "r"));
  try {
    if (!(await readStart(source, size, { watch, take })))
      throw new BackupError("backup.changed", "Cannot copy file: it became shorter");
  } finally {
    await source.close();
  }
  await atPlace(() => target.sync());
  const sha256 = hash.digest("hex");
  if ((await hashOpen(target, size, watch)) !== sha256)
    throw new BackupError("backup.not-kept", "Cannot copy file: what was read back is not what was written");
  return sha256;
}

async function writeAt(target: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await atPlace(() =>
      target.write(bytes, written, bytes.length - written, position + written),
    );
    written += bytesWritten;
  }
}

async function hashOpen(handle: FileHandle, length: number, watch: Watch): Promise<string | null> {
  const hash: Hash = createHash("sha256");
  const isWhole = await atPlace(() =>
    readStart(handle, length, { watch, take: (piece) => void hash.update(piece) }),
  );
  return isWhole ? hash.digest("hex") : null;
}

interface Reading {
  readonly watch: Watch;
  take(piece: Uint8Array): void | Promise<void>;
}

/** False when the file ends before `length` bytes. */
async function readStart(handle: FileHandle, length: number, { watch, take }: Reading): Promise<boolean> {
  const buffer = new Uint8Array(Math.min(pieceSize, Math.max(length, 1)));
  let at = 0;
  while (at < length) {
    watch.signal?.throwIfAborted();
    const wanted = Math.min(buffer.length, length - at);
    const { bytesRead } = await handle.read(buffer, 0, wanted, at);
    if (bytesRead === 0) return false;
    await take(buffer.subarray(0, bytesRead));
    at += bytesRead;
    watch.onBytes(bytesRead);
  }
  return true;
}
