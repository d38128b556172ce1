// What can stop the work of the vault. Findings about a log are data (see `Problem`), never errors.
import { TocsinError } from "@tocsin/core";

export type VaultErrorCode =
  /** There is a vault already where one was to be created. */
  | "vault.exists"
  /** There is no vault where one was to be opened. */
  | "vault.missing"
  /** Another process holds the folder. */
  | "vault.in-use"
  /** The folder cannot be written: an opened vault must be able to. */
  | "vault.read-only"
  /** The device file does not carry its own checksum, or nothing readable is left of the log. */
  | "vault.damaged"
  /** Written by a version or suite that this reader does not know. */
  | "vault.unsupported"
  | "vault.wrong-passphrase"
  | "vault.locked"
  /** The vault has no recovery identity, or the secret is not of it. */
  | "vault.wrong-recovery"
  /** This device was removed: it can read what was written before, and write nothing. */
  | "vault.removed"
  /** Bytes could not be made durable; the vault has locked itself. */
  | "vault.not-durable"
  | "vault.too-large"
  /** An argument breaks a limit of the format. */
  | "vault.limit"
  | "vault.not-found"
  /** The operation is there but cannot be opened: dropped, damaged, or sealed to others. */
  | "vault.unreadable"
  | "vault.evidence-damaged"
  | "vault.evidence-missing"
  /** What was to hash and seal evidence ended without doing so; nothing of the file stays. */
  | "vault.sealing-failed"
  /** Evidence that is taken in again is not what was sealed of it before; that is discarded. */
  | "vault.source-changed"
  | "vault.bad-export"
  /** A folder that is no bundle, or one whose description cannot be read. */
  | "vault.not-a-bundle";

export class VaultError extends TocsinError<VaultErrorCode> {
  override readonly name = "VaultError";
}
