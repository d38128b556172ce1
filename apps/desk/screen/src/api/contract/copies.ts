// Copies of the vault in other places, and the way back.
/**
 * `POST /api/backup`, answered with `{job}`: brings the copy of the open vault at `path`, an absolute folder that is there
 * already, up to date. Progress is in bytes read, `at` is the file in work. `desk.busy` while one is being made; stopping
 * it leaves the last whole copy, and asking again goes on.
 * @public
 */
export interface BackupRequest {
  readonly path: string;
  /** What people call the place; the folder's name unless told. */
  readonly label?: string;
  /** Language of the label; that of the desk unless told. */
  readonly lang?: string;
  /** Sealed files that were copied before are not hashed again, if their size fits. */
  readonly quick?: boolean;
}

/**
 * Result of the work "backup".
 * @public
 */
export interface BackupResult {
  /** Folder of the copy, inside `path`. */
  readonly folder: string;
  readonly made: string;
  readonly commits: number;
  readonly files: number;
  readonly bytes: number;
  readonly written: { readonly files: number; readonly bytes: number };
  /** Files that an erasure took out of the vault, and that went from the copy. */
  readonly removed: number;
  /** What the vault has not whole any more; texts: `cli.vault.backup.problem.<what>`. */
  readonly problems: readonly {
    readonly path: string;
    readonly what: "altered" | "damaged" | "unreadable" | "gone" | "lost";
  }[];
  /** Every file was read back from the place and fits. False after `quick`. */
  readonly verified: boolean;
  /** The record of the copy, of kind `copy`. */
  readonly record: string;
}

/**
 * `POST /api/restore`, answered with `{job}`; needs no open vault. `backup` is the folder of a backup, or a place that
 * holds one alone; `folder` is new or empty, or left by the same restore when it was stopped.
 * `POST /api/backup/check` takes `backup` alone, and only reads: work "check", with the same result without `restored`.
 * @public
 */
export interface RestoreRequest {
  readonly backup: string;
  readonly folder: string;
  /** What is damaged is taken as it is, and what cannot be read is left out. */
  readonly partial?: boolean;
}

/**
 * Result of the work "restore".
 * @public
 */
export interface RestoreResult {
  readonly folder: string;
  readonly made: string;
  readonly commits: number;
  readonly files: number;
  readonly bytes: number;
  /** Texts: `cli.vault.restore.damaged.<what>`. */
  readonly damaged: readonly { readonly path: string; readonly what: "altered" | "missing" | "unreadable" }[];
  /** Files that the backup did not have when it was made. */
  readonly lacks: readonly string[];
  /** False where something is damaged and `partial` was not asked for: nothing can be opened then. */
  readonly restored: boolean;
}
