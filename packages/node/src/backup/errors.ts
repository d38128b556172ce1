// What can stop a backup or a restore. A file that does not fit its hash is a finding, never an error.
import { TocsinError } from "@tocsin/core";

export type BackupErrorCode =
  /** Nothing lies where the backup was to go: a stick that is not there makes no folder elsewhere. */
  | "backup.no-place"
  /** The copy would lie in the vault's own folder, or the restored vault in its own backup. */
  | "backup.inside"
  /** There is no backup here. */
  | "backup.missing"
  /** More than one backup lies here, and none was named. */
  | "backup.several"
  /** No list of the backup can be read. */
  | "backup.damaged"
  /** Written by a version that this program does not know. */
  | "backup.unsupported"
  /** What lies here is the backup of another vault. */
  | "backup.other-vault"
  /** The copy holds commits that this vault does not hold. */
  | "backup.newer"
  /** The first backup was never finished. */
  | "backup.unfinished"
  /** The log does not tell which vault it is. */
  | "backup.unknown-vault"
  /** The vault cannot be read where it lies. */
  | "backup.source"
  /** The vault changed under the copy, again and again. */
  | "backup.changed"
  | "backup.full"
  /** The file system of the place takes no file of this size. */
  | "backup.too-large"
  | "backup.read-only"
  /** The place went away, or fails. */
  | "backup.place-lost"
  /** What was read back is not what was written. */
  | "backup.not-kept"
  /** What was to be opened is a backup, or half restored. */
  | "backup.restore-first"
  /** There is something in the folder into which was to be restored. */
  | "backup.not-empty";

export class BackupError extends TocsinError<BackupErrorCode> {
  override readonly name = "BackupError";
}

const codesBySystemCode: ReadonlyMap<string, BackupErrorCode> = new Map([
  ["ENOSPC", "backup.full"],
  ["EDQUOT", "backup.full"],
  ["EFBIG", "backup.too-large"],
  ["EROFS", "backup.read-only"],
  ["EACCES", "backup.read-only"],
  ["EPERM", "backup.read-only"],
]);

/** Runs work on the place that is written to; what the system refuses there becomes an error of ours. */
export function atPlace<Result>(work: () => Promise<Result>): Promise<Result> {
  const codeOf = (system: string): BackupErrorCode => codesBySystemCode.get(system) ?? "backup.place-lost";
  return orRefused(work, { codeOf, what: "Cannot write copy" });
}

/** Runs work on the files that are copied from. */
export function atSource<Result>(work: () => Promise<Result>): Promise<Result> {
  return orRefused(work, { codeOf: () => "backup.source", what: "Cannot read what is to be copied" });
}

interface Refusal {
  readonly what: string;
  codeOf(system: string): BackupErrorCode;
}

async function orRefused<Result>(work: () => Promise<Result>, { codeOf, what }: Refusal): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    const system = systemCodeOf(cause);
    if (system === null) throw cause;
    const details = { system };
    throw new BackupError(codeOf(system), `${what}: the system says ${system}`, { cause, details });
  }
}

function systemCodeOf(cause: unknown): string | null {
  return cause instanceof Error && "syscall" in cause && "code" in cause && typeof cause.code === "string"
    ? cause.code
    : null;
}
