// Rows of a table through a mapping, some at a time, with the problems that they had. Nothing is held but the rows of one
// batch.
import { openTable } from "@tocsin/formats";
import type { Registry } from "@tocsin/records";
import { mappedRows, type MappedRow } from "./mapped-rows.ts";
import type { TableMapping } from "./mapping.ts";
import type { TableProblem } from "./problems.ts";

interface RowBatch {
  readonly rows: readonly MappedRow[];
  readonly problems: readonly TableProblem[];
}

interface TableToRead {
  readonly bytes: Uint8Array;
  readonly mapping: TableMapping;
}

const rowsAtOnce = 64;
/** Characters of a batch: a table can have long cells. */
const textAtOnce = 1_000_000;

/** Throws what `openTable` throws. */
export function* rowBatches({ bytes, mapping }: TableToRead, registry: Registry): Generator<RowBatch> {
  let [rows, problems]: [MappedRow[], TableProblem[]] = [[], []];
  let length = 0;
  const problem = (found: TableProblem): void => void problems.push(found);
  for (const row of mappedRows(openTable(bytes), mapping, { registry, problem })) {
    rows.push(row);
    length += row.content.length;
    if (rows.length < rowsAtOnce && length < textAtOnce) continue;
    yield { rows, problems };
    [rows, problems, length] = [[], [], 0];
  }
  yield { rows, problems };
}
