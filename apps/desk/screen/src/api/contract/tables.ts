// A table on its way in: what it looks like, how its columns become records, and what going through it found.
import type { TableLook, TableProblem } from "@tocsin/workspace";

export interface TakenTable extends TableLook {
  readonly table: string;
  readonly fileName: string;
  readonly size: number;
}

export interface KnownMapping {
  readonly id: string;
  readonly name: string;
  /** When a table last came in by it; null for a pattern of the program. */
  readonly imported: number | null;
}

export interface KnownImport {
  readonly id: string;
  /** Of the mapping. */
  readonly name: string;
  readonly fileName: string;
  /** ISO 8601. */
  readonly imported: string | null;
  /** When it was taken back; null while it stands. */
  readonly withdrawn: string | null;
}

export interface GuessInput {
  /** Its place among the sheets. */
  readonly sheet: number;
  /** Row of the headings. */
  readonly headings: number;
  /** Where it is absent, the kind that most headings fit is guessed too; none where none does. */
  readonly kind?: string;
}

export interface TableReport {
  /** The record of the import; null where nothing was written. */
  readonly table: string | null;
  readonly fileName: string;
  readonly rows: number;
  readonly knownRows: number;
  readonly records: Readonly<Record<string, number>>;
  readonly keptCells: number;
  readonly groups: readonly ProblemGroup[];
}

export interface ProblemGroup {
  readonly reason: string;
  readonly count: number;
  /** So many can be looked at one by one. */
  readonly listed: number;
  readonly first: readonly TableProblem[];
}
