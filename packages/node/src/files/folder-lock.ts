// One process at a time in a folder: a lock file that names the process and when it started, so that the lock of a
// process that is gone, or whose number went to another, is recognised.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { link, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { VaultError } from "@tocsin/vault";
import { createFolder, privateFile } from "./durable.ts";
import { isMissing, readAtMost } from "./names.ts";

export interface FolderLock {
  release(): Promise<void>;
}

interface Holder {
  readonly pid: number;
  /** What the system says about when the process started; empty where it says nothing. */
  readonly started: string;
}

/** A lock says less; what is longer is none. */
const mostBytes = 4096;

/**
 * Throws `vault.in-use` while another process, or another part of this one, holds the folder, and `vault.read-only` where
 * nothing can be written.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, "vault.lock");
  const own = `${path}.${randomUUID()}`;
  try {
    await writeOwn(folder, own);
    // A link appears whole or not at all, and never over another.
    if (!(await tryLink(own, path))) await replaceStale(own, path);
  } finally {
    // Where nothing can be written, nothing of it is there, and nothing can be removed.
    await rm(own, { force: true }).catch(() => undefined);
  }
  return { release: () => rm(path, { force: true }) };
}

async function writeOwn(folder: string, own: string): Promise<void> {
  const holder = JSON.stringify({ pid: process.pid, started: startOf(process.pid) ?? "" });
  try {
    await createFolder(folder);
    await writeFile(own, holder, { mode: privateFile });
  } catch (cause) {
    if (!isForbidden(cause)) throw cause;
    const state = "its folder cannot be written; copy it to a place that can, or change its rights";
    throw new VaultError("vault.read-only", `Cannot open vault: ${state}`, { cause });
  }
}

function isForbidden(cause: unknown): boolean {
  const code = cause instanceof Error && "code" in cause ? cause.code : "";
  return code === "EROFS" || code === "EACCES" || code === "EPERM";
}

/** False when there is a lock already. */
async function tryLink(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return true;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") return false;
    throw cause;
  }
}

async function replaceStale(own: string, path: string): Promise<void> {
  const holder = await readHolder(path);
  if (holder !== null && isAlive(holder)) throw inUse(holder.pid);
  // Moving it away is for one process only; what was moved may be the fresh lock of one that was faster.
  const moved = `${own}.stale`;
  try {
    await rename(path, moved);
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
  }
  const found = await readHolder(moved);
  if (found !== null && isAlive(found)) await tryLink(moved, path);
  await rm(moved, { force: true });
  if (!(await tryLink(own, path))) throw inUse((await readHolder(path))?.pid ?? null);
}

function inUse(pid: number | null): VaultError {
  const who = pid === null ? "another process" : `process ${pid}`;
  return new VaultError("vault.in-use", `Cannot open vault: ${who} has it open`, {
    details: pid === null ? {} : { pid },
  });
}

/** Null for a lock that says nothing: left by a process that was stopped while it wrote it. */
async function readHolder(path: string): Promise<Holder | null> {
  try {
    const bytes = await readAtMost(path, mostBytes);
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array(0)));
    if (typeof value !== "object" || value === null || !("pid" in value) || !("started" in value))
      return null;
    const { pid, started } = value;
    return typeof pid === "number" && typeof started === "string" ? { pid, started } : null;
  } catch (cause) {
    if (isMissing(cause) || cause instanceof SyntaxError) return null;
    throw cause;
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    // Not permitted means that it is there, and somebody else's.
    if (!(cause instanceof Error && "code" in cause && cause.code === "EPERM")) return false;
  }
  const now = startOf(pid);
  return now === null || started === "" || now === started;
}

/** Start of a process in ticks since the system started, with the system's own start; null where nothing tells. */
function startOf(pid: number): string | null {
  if (process.platform !== "linux") return null;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets can hold anything; the fields behind its last bracket are numbers, the 20th is the start.
    const ticks = text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? "";
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${ticks}`;
  } catch {
    return null;
  }
}
