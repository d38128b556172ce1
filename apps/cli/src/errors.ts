import { TocsinError } from "@tocsin/core";

export type CliErrorCode =
  /** Words, options or values that the command does not take. */
  | "cli.usage"
  /** Neither `--vault` nor TOCSIN_VAULT names a vault. */
  | "cli.no-vault"
  /** A passphrase is needed, and nobody sits there to type it. */
  | "cli.no-passphrase"
  | "cli.passphrases-differ"
  /** What cannot be undone was not confirmed, or something else was. */
  | "cli.not-confirmed"
  /** Nothing lies at a path. */
  | "cli.missing"
  /** What lies at a path is nothing that an examiner knows. */
  | "cli.not-recognised"
  /** A backup of a phone of which nothing but its label could be read. */
  | "cli.nothing-read"
  | "cli.output-exists"
  /** A path cannot be read or written, a port cannot be had. */
  | "cli.system"
  | "cli.unexpected";

export class CliError extends TocsinError<CliErrorCode> {
  override readonly name = "CliError";
}
