// What a run through a table found, in pieces that a screen can show: problems by kind, each kind with its count.
import type { ImportedTable, TableProblem } from "@tocsin/workspace";

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
  /** All of them. */
  readonly count: number;
  /** So many can be looked at one by one. */
  readonly listed: number;
  readonly first: readonly TableProblem[];
  /** Where the mapping could say what a value means: each value once, the most frequent in front. */
  readonly values: readonly UnknownValue[];
}

export interface UnknownValue {
  readonly field: string;
  readonly value: string;
  readonly count: number;
}

const shownFirst = 10;
const shownAtOnce = 100;
const shownValues = 60;

export function reportOf(fileName: string, imported: ImportedTable): TableReport {
  const { table, rows, knownRows, records, keptCells, counts, problems } = imported;
  const groups = Object.entries(counts).map(([reason, count]): ProblemGroup => {
    const listed = problems.filter((problem) => problem.reason === reason);
    const values = reason === "unknown-value" ? valuesIn(listed) : [];
    return { reason, count, listed: listed.length, first: listed.slice(0, shownFirst), values };
  });
  groups.sort((one, other) => other.count - one.count);
  return { table, fileName, rows, knownRows, records, keptCells, groups };
}

/** The next problems of one kind. */
export function problemsOf(
  { problems }: ImportedTable,
  { reason, from }: { readonly reason: string; readonly from: number },
): readonly TableProblem[] {
  return problems.filter((problem) => problem.reason === reason).slice(from, from + shownAtOnce);
}

function valuesIn(problems: readonly TableProblem[]): readonly UnknownValue[] {
  const values = new Map<string, UnknownValue>();
  for (const { field, value } of problems) {
    const key = JSON.stringify([field, value]);
    values.set(key, { field, value, count: (values.get(key)?.count ?? 0) + 1 });
  }
  return [...values.values()].sort((one, other) => other.count - one.count).slice(0, shownValues);
}
