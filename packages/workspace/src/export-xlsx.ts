// Released rows as a workbook. Every text is of the type of texts, so that nothing in it is a formula.
import { encodeWorkbook, workbookCellLength, type WorkbookCell } from "@tocsin/formats";
import type { Cell } from "@tocsin/publish";
import type { TableCells } from "./packed-rows.ts";
import type { SafeTotals } from "./safe-totals.ts";

export interface RowsOfSheet {
  readonly columns: readonly string[];
  /** Gone through twice. */
  readonly rows: Iterable<TableCells>;
}

/** A text that is too long for a cell goes on in columns of its own: `narrative`, `narrative#2`. */
export function xlsxOf(
  sheet: string,
  { columns, rows }: RowsOfSheet,
  totals: SafeTotals | null = null,
): Uint8Array {
  const pieces = columns.map(() => 1);
  for (const row of rows)
    for (const at of columns.keys()) pieces[at] = Math.max(pieces[at] ?? 1, piecesOf(row[at] ?? null).length);
  const headings = columns.flatMap((column, at) =>
    Array.from({ length: pieces[at] ?? 1 }, (_, piece) => (piece === 0 ? column : `${column}#${piece + 1}`)),
  );
  return encodeWorkbook([
    { name: sheet, rows: bodyOf(headings, rows, pieces) },
    ...(totals === null ? [] : [{ name: "totals", rows: totalRows(totals) }]),
  ]);
}

function totalRows({ people, children }: SafeTotals): readonly (readonly WorkbookCell[])[] {
  return [
    ["total", "count"],
    ["people", people],
    ["children", children ?? "hidden"],
  ];
}

function* bodyOf(
  headings: readonly string[],
  rows: RowsOfSheet["rows"],
  pieces: readonly number[],
): Generator<readonly WorkbookCell[]> {
  yield headings;
  for (const row of rows)
    yield pieces.flatMap((count, at) => {
      const parts = piecesOf(row[at] ?? null);
      return Array.from({ length: count }, (_, piece) => parts[piece] ?? null);
    });
}

/** Never cut inside a character. */
function piecesOf(cell: Cell): readonly WorkbookCell[] {
  if (typeof cell !== "string" || cell.length <= workbookCellLength) return [cell];
  const end = /[\ud800-\udbff]/.test(cell.charAt(workbookCellLength - 1))
    ? workbookCellLength - 1
    : workbookCellLength;
  return [cell.slice(0, end), ...piecesOf(cell.slice(end))];
}
