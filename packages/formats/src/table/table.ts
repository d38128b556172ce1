// What a table is, whatever file it came in: sheets of rows of texts, with marks where a cell is not simply its text.
import { FormatError } from "../errors.ts";

/** Beyond these a file is refused, or a cell is cut: a person's table is smaller. */
export const tableLimits = {
  /** Bytes of the file as it lies there. */
  file: 268_435_456,
  /** Characters of one cell; what is longer is cut and marked. */
  cell: 1_048_576,
  columns: 1_024,
  rows: 1_048_576,
  sheets: 256,
  /** Characters of all texts that the sheets of a workbook share. */
  sharedTexts: 134_217_728,
  /** Bytes of one part of a workbook, unpacked. */
  part: 1_073_741_824,
  /** A part that unpacks to more than this many times its size is refused once it is larger than `packedFrom`. */
  packedRatio: 200,
  packedFrom: 67_108_864,
} as const;

export type TableLimits = { readonly [Name in keyof typeof tableLimits]: number };

export type CellMarkReason =
  /** The text is what a formula last gave; the formula itself is not read. */
  | "formula"
  /** A formula that failed: the text is the error's name. */
  | "error"
  /** Longer than a cell may be: only its beginning is here. */
  | "cut"
  /** A number with the form of a date that is none. */
  | "bad-date"
  /** A quoted cell with text behind its closing quote. */
  | "stray-quote"
  /** A quoted cell that the file never closes. */
  | "unclosed-quote"
  /** Bytes that are no text in the file's encoding; a replacement character stands for them. */
  | "bad-encoding"
  /** An item of a JSON file that is no JSON object: its beginning, in a column behind all others. */
  | "bad-item";

export interface CellMark {
  /** 0 is the first column. */
  readonly column: number;
  readonly reason: CellMarkReason;
}

export interface TableRow {
  /** As spreadsheets count: 1 is the first. */
  readonly row: number;
  /** Texts by column; a missing cell is an empty text. */
  readonly cells: readonly string[];
  readonly marks: readonly CellMark[];
}

export type TableNoticeReason =
  | "hidden-sheet"
  /** Only the first cell of a merged range has a value. */
  | "merged-cells"
  | "external-links"
  | "macros"
  /** Remarks on cells are not read. */
  | "comments"
  | "hidden-rows";

export interface TableNotice {
  readonly reason: TableNoticeReason;
  readonly sheet: string | null;
  /** Ranges, or how many. */
  readonly detail: string;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows in order, each time from the beginning; empty rows are passed over. */
  rows(): Iterable<TableRow>;
}

export interface Table {
  readonly format: "csv" | "xlsx" | "json";
  readonly sheets: readonly Sheet[];
  /** Whether it is known at little cost that no cell is cut and no limit is passed; otherwise only its rows tell. */
  isWithinLimits(): boolean;
  /** What is in the file besides rows. Of merged cells and hidden rows it knows once the rows of the sheet were read. */
  notices(): readonly TableNotice[];
}

export function badTable(state: string, place: Place = {}): FormatError {
  return new FormatError("formats.bad-table", `Cannot read table: ${state}${placeText(place)}`, {
    details: detailsOf(place),
  });
}

export function overLimit(state: string, place: Place = {}): FormatError {
  return new FormatError("formats.limit", `Cannot read table: ${state}${placeText(place)}`, {
    details: detailsOf(place),
  });
}

interface Place {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: number;
}

function detailsOf({ sheet, row, column }: Place): Readonly<Record<string, string | number>> {
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column: columnName(column) }),
  };
}

function placeText({ sheet, row, column }: Place): string {
  const parts = [
    ...(sheet === undefined ? [] : [`sheet "${sheet.slice(0, 40)}"`]),
    ...(row === undefined ? [] : [`row ${row}`]),
    ...(column === undefined ? [] : [`column ${columnName(column)}`]),
  ];
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

/** A, B, ... Z, AA: as spreadsheets name them. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
