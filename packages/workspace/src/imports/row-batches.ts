// Rows of a table through a mapping, some at a time, with the problems that they had. Nothing is held but the rows of one
// batch.
import type { Table } from "@tocsin/formats";
import { mappedRows, type MappedRow, type RowsOptions } from "./mapped-rows.ts";
import type { TableMapping } from "./mapping.ts";
import type { TableProblem } from "./problems.ts";

interface RowBatch {
  readonly rows: readonly MappedRow[];
  readonly problems: readonly TableProblem[];
}

const rowsAtOnce = 64;
/** Characters of a batch: a table can have long cells. */
const textAtOnce = 1_000_000;

/** Throws what the rows of the table throw. */
export function* rowBatches(
  table: Table,
  mapping: TableMapping,
  options: Omit<RowsOptions, "problem">,
): Generator<RowBatch> {
  let [rows, problems]: [MappedRow[], TableProblem[]] = [[], []];
  let length = 0;
  const problem = (found: TableProblem): void => void problems.push(found);
  for (const row of mappedRows(table, mapping, { ...options, problem })) {
    rows.push(row);
    length += row.content.length;
    if (rows.length < rowsAtOnce && length < textAtOnce) continue;
    yield { rows, problems };
    [rows, problems, length] = [[], [], 0];
  }
  yield { rows, problems };
}
