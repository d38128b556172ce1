// A sheet of an XLSForm as rows under headings, each cell with its place; and the languages that headings name.
import { columnName, type Sheet } from "@tocsin/formats";
import type { XlsPlace } from "./remarks.ts";

export interface GridColumn {
  readonly at: number;
  /** `label` of `label::English (en)`, small, with `_` for spaces between. */
  readonly name: string;
  /** `English (en)`; null where the heading names none. */
  readonly tongue: string | null;
  /** BCP 47, where the heading says it. */
  readonly language: string | null;
}

export interface GridRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface Grid {
  readonly sheet: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
}

export const mostRows = 3_000;

export function readGrid(sheet: Sheet): Grid {
  const [head, ...rows] = rowsOf(sheet);
  const columns = (head?.cells ?? []).map(columnOf).filter(({ name }) => name !== "");
  return { sheet: sheet.name, columns, rows };
}

/** One more than there may be, so that whoever reads sees that there are. */
function rowsOf(sheet: Sheet): readonly GridRow[] {
  const rows: GridRow[] = [];
  for (const { row, cells } of sheet.rows()) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    rows.push({ row, cells });
    if (rows.length > mostRows) break;
  }
  return rows;
}

function columnOf(heading: string, at: number): GridColumn {
  const [name = "", ...rest] = heading.slice(0, 200).split("::");
  const tongue = rest.length === 0 ? null : rest.join("::").trim();
  return {
    at,
    name: name.trim().toLowerCase().replaceAll(/\s+/g, "_"),
    tongue,
    language: tongue === null ? null : languageIn(tongue),
  };
}

const tagForm = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/;

/** `English (en)`, or a tag of two or three letters alone. */
export function languageIn(tongue: string): string | null {
  const [, bracketed] = /\(([^()]{1,50})\)\s*$/.exec(tongue) ?? [];
  if (bracketed !== undefined) return tagForm.test(bracketed.trim()) ? bracketed.trim() : null;
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$/.test(tongue) ? tongue : null;
}

export function cellOf({ cells }: GridRow, column: GridColumn | undefined): string {
  return column === undefined ? "" : (cells[column.at] ?? "");
}

export function columnNamed({ columns }: Grid, name: string): GridColumn | undefined {
  return columns.find((each) => each.name === name && each.tongue === null);
}

export function valueOf(grid: Grid, row: GridRow, name: string): string {
  return cellOf(row, columnNamed(grid, name)).trim();
}

export function placeOf({ sheet }: Grid, row: GridRow | null, column?: GridColumn): XlsPlace {
  return { sheet, row: row?.row ?? 0, column: column === undefined ? "" : columnName(column.at) };
}
