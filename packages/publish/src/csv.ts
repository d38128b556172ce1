// Released rows as CSV (RFC 4180) and JSON. Cells that a spreadsheet would run as a formula are made inert.
import { encodeCanonicalText, runsInSpreadsheets, type Json } from "@tocsin/core";

export type Cell = string | number | boolean | null;

/** Rows that a release has let through, under the names of their columns. */
export interface ReleasedRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * CSV with CR LF, a heading row, and every text in quotes. A cell that begins with `=`, `+`, `-`, `@`, a tab or a
 * line end gets an apostrophe in front: spreadsheets then show it as text. Numbers are left alone.
 */
export function csvOf({ columns, rows }: ReleasedRows): string {
  return csvLines([columns, ...rows]);
}

/** Some lines of the same, headings or rows. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

/** Canonical JSON: a list of objects, one for each row, with a closing line feed. */
export function jsonOf({ columns, rows }: ReleasedRows): string {
  return `[${jsonItems(columns, rows)}]\n`;
}

/** Some items of the same list, with commas between them. */
export function jsonItems(columns: readonly string[], rows: ReleasedRows["rows"]): string {
  return rows.map((row) => encodeCanonicalText(itemOf(columns, row))).join(",");
}

function itemOf(columns: readonly string[], row: readonly Cell[]): Json {
  return Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]));
}

function cellOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const inert = runsInSpreadsheets(cell) ? `'${cell}` : cell;
  return `"${inert.replaceAll('"', '""')}"`;
}
