// What was taken from a phone, as examiners see it: files that can be listed, read by range and opened as databases.
// Everything but `ready` is synchronous, because examiners run in a worker and read row by row. Nothing can be written.

export interface Acquisition {
  /** Resolves when databases can be opened; replaces an engine that a hostile file has broken. */
  ready(): Promise<void>;
  /**
   * Paths of all regular files that lie at most `depth` folders down, with forward slashes, in no promised order.
   * Symbolic links, and folders that cannot be opened, are left out.
   */
  list(depth?: number): Iterable<string>;
  /** In bytes; null if there is no such regular file. Throws `phone.bad-path`. */
  size(path: string): number | null;
  /** Fewer bytes than asked for only at the end of the file. Throws `phone.missing-file`, `phone.unreadable-file`. */
  read(path: string, offset: number, length: number): Uint8Array;
  /** Digest of the whole file as it is now, lower-case hexadecimal. */
  sha256(path: string): string;
  /** The platform's SHA-1, with which iOS names the files of a backup; lower-case hexadecimal. */
  sha1(bytes: Uint8Array): string;
  /**
   * Opens an untrusted SQLite file, with its write-ahead log if `logPath` names one. Throws `phone.not-a-database`,
   * `phone.damaged-database`, `phone.missing-file`, `phone.engine-failed`.
   */
  openDatabase(path: string, logPath?: string): EvidenceDatabase;
  close(): void;
}

export interface EvidenceDatabase {
  /** Names of the plain columns of a real table, or null if there is none: views and virtual tables do not count. */
  columns(table: string): readonly string[] | null;
  /**
   * Reads a table from its first row to its last, in the order in which it is stored. No expression of the database
   * runs. Throws `phone.no-table` when the table or a column is not there.
   */
  rows(table: string, columns: readonly string[]): EvidenceRows;
  /** Frames of the write-ahead log that are part of the database as it was read, and frames in the file. */
  readonly log: { readonly used: number; readonly total: number } | null;
  close(): void;
}

/**
 * One row at a time. Columns are counted from 0 in the order asked for, and read only when asked. A negative column,
 * for one that the table lacks, is null.
 */
export interface EvidenceRows {
  /** Steps to the next row. Throws `phone.damaged-database` or `phone.limit`: rows before it stand. */
  next(): boolean;
  /** ROWID, or the integer primary key that is its alias. */
  row(): number;
  /** Null unless the stored value is text. */
  text(column: number): string | null;
  /** Null unless the stored value is an integer or a real number; beyond 2^53 a bigint. */
  number(column: number): number | bigint | null;
  /** A copy; null unless the stored value is a blob. */
  blob(column: number): Uint8Array | null;
  close(): void;
}
