// The port to the embedded SQL engine. The projection speaks plain SQL (SQLite's dialect with FTS5) through it.

export type SqlValue = string | number | null;
export type SqlRow = readonly SqlValue[];

export interface SqlDatabase {
  run(sql: string, values?: readonly SqlValue[]): Promise<void>;
  /** The same statement for each row of values, prepared once. */
  runMany(sql: string, rows: readonly SqlRow[]): Promise<void>;
  all(sql: string, values?: readonly SqlValue[]): Promise<readonly SqlRow[]>;
  /**
   * All of it or nothing. `work` gets the database as it is inside; whoever else asks waits until it is over, so that
   * nobody sees half of it. Inside, `transaction` only calls its work.
   */
  transaction<T>(work: (inside: SqlDatabase) => Promise<T>): Promise<T>;
  /**
   * As `transaction`, for long work: whoever only reads has its turn in between, and sees what is written so far.
   * Transactions wait until it is over.
   */
  bulk<T>(work: (inside: SqlDatabase) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
