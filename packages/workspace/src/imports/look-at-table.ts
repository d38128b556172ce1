// What a table looks like before anything of it is taken in: its sheets, and the first rows of each.
import { shownValue } from "./problems.ts";
import { openTableFiles, type TableFile } from "./table-files.ts";

export interface LookedRow {
  /** As spreadsheets count: 1 is the first. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface LookedSheet {
  /** Empty for the one sheet of a file that names none. */
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly LookedRow[];
}

export interface TableLook {
  readonly format: "csv" | "xlsx" | "json";
  readonly sheets: readonly LookedSheet[];
}

/** Looks somewhere, such as in a thread. Throws what `openTable` throws. */
export type LookAt = (files: readonly TableFile[], signal?: AbortSignal) => Promise<TableLook>;

const lookedRows = 24;

/** Of long cells only their beginning. Throws what `openTable` throws. */
export function lookAtTable(files: readonly TableFile[]): TableLook {
  const { format, sheets } = openTableFiles(files);
  return {
    format,
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden,
      rows: firstOf(sheet.rows()).map(({ row, cells }) => ({
        row,
        cells: cells.map((cell) => cell.slice(0, shownValue).toWellFormed()),
      })),
    })),
  };
}

function firstOf<Row>(rows: Iterable<Row>): readonly Row[] {
  const first: Row[] = [];
  for (const row of rows) {
    first.push(row);
    if (first.length === lookedRows) break;
  }
  return first;
}
