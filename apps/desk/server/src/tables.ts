// Tables that wait to be imported: in memory only, because a file that a person hands over must not lie on the disk in
// clear because of us. They go when they were imported, when newer ones push them out, and when the vault is locked.
import type { ImportedTable, TableFile, TableLook, TableMapping } from "@tocsin/workspace";
import { DeskError } from "./errors.ts";

export interface WaitingTable {
  /** Of all its files. */
  readonly fileName: string;
  readonly look: TableLook;
  /** One, or several that belong together; null once it was imported. */
  files: readonly TableFile[] | null;
  /** By the job that went through it: what was checked, and what was found. */
  readonly runs: Map<string, TableRun>;
}

export interface TableRun {
  readonly mapping: TableMapping;
  /** Null while it goes on, and where it failed. */
  report: ImportedTable | null;
}

export interface Tables {
  add(table: Omit<WaitingTable, "runs">): string;
  /** Throws `desk.no-such-table`. */
  get(id: string): WaitingTable;
  drop(id: string): void;
  clear(): void;
}

const keptTables = 3;
const keptRuns = 4;

export function createTables(newId: () => string): Tables {
  const tables = new Map<string, WaitingTable>();
  return {
    add: (table) => {
      const id = newId();
      tables.set(id, { ...table, runs: new Map() });
      dropOldest(tables, keptTables);
      return id;
    },
    get: (id) => {
      const table = tables.get(id);
      if (table === undefined)
        throw new DeskError("desk.no-such-table", "Cannot go on: this table is no longer kept");
      return table;
    },
    drop: (id) => void tables.delete(id),
    clear: () => tables.clear(),
  };
}

/** Each has a list of problems: only of the last few are they kept. */
export function noteRun(table: WaitingTable, job: string, mapping: TableMapping): TableRun {
  const run: TableRun = { mapping, report: null };
  table.runs.set(job, run);
  dropOldest(table.runs, keptRuns);
  return run;
}

function dropOldest(entries: Map<string, unknown>, most: number): void {
  const [oldest] = entries.keys();
  if (entries.size > most && oldest !== undefined) entries.delete(oldest);
}
