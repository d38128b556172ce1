// Rows of one sheet of a workbook (ECMA-376 part 1, 18.3) as its XML streams in.
import { serialToDate } from "./serial-dates.ts";
import {
  badTable,
  overLimit,
  type CellMark,
  type CellMarkReason,
  type TableLimits,
  type TableRow,
} from "./table.ts";
import { unescapeText, type WorkbookParts } from "./workbook-parts.ts";
import type { XmlHandler } from "./xml-scanner.ts";

export interface SheetScanner extends XmlHandler {
  /** The rows that are whole. */
  taken(): readonly TableRow[];
  readonly seen: { merged: string[]; hiddenRows: number };
}

export interface SheetContext extends Pick<WorkbookParts, "is1904" | "sharedTexts" | "isDate"> {
  readonly sheet: string;
  readonly limits: TableLimits;
}

interface CellState {
  column: number;
  type: string;
  style: number;
  value: string;
  isFormula: boolean;
  isCut: boolean;
}

const shownRanges = 20;

export function createSheetScanner(context: SheetContext): SheetScanner {
  const { limits, sheet } = context;
  const seen = { merged: [] as string[], hiddenRows: 0 };
  const ready: TableRow[] = [];
  let [cells, marks]: [string[], CellMark[]] = [[], []];
  let row = 0;
  let cell: CellState = emptyCell(-1);
  let isValue = false;
  let isPhonetic = false;

  const endCell = (): void => {
    const { text, reason } = shownCell(cell, context);
    if (text === "" && reason === null) return;
    const place = { sheet, row, column: cell.column };
    if (cell.column >= limits.columns) throw overLimit(`more than ${limits.columns} columns`, place);
    while (cells.length < cell.column) cells.push("");
    cells[cell.column] = text;
    if (reason !== null) marks.push({ column: cell.column, reason });
  };
  const openers: Openers = {
    row(attribute) {
      row = nextRow(attribute("r"), row, context);
      if (attribute("hidden") === "1" || attribute("hidden") === "true") seen.hiddenRows += 1;
      [cells, marks] = [[], []];
      cell = emptyCell(-1);
    },
    c(attribute) {
      const reference = attribute("r");
      cell = emptyCell(reference === undefined ? cell.column + 1 : columnOf(reference));
      cell.type = attribute("t") ?? "n";
      cell.style = Number(attribute("s") ?? "0");
    },
    f: () => void (cell.isFormula = true),
    v: () => void (isValue = true),
    t: () => void (isValue = !isPhonetic && cell.type === "inlineStr"),
    rPh: () => void (isPhonetic = true),
    mergeCell(attribute) {
      if (seen.merged.length < shownRanges) seen.merged.push(attribute("ref") ?? "");
    },
  };
  const closers: Readonly<Record<string, () => void>> = {
    v: () => void (isValue = false),
    t: () => void (isValue = false),
    rPh: () => void (isPhonetic = false),
    c: endCell,
    row() {
      if (cells.length > 0) ready.push({ row, cells, marks });
    },
  };

  return {
    seen,
    open: (name, attributes) => openers[name]?.(attributes),
    close: (name) => closers[name]?.(),
    text(piece) {
      if (isValue) addText(cell, piece, limits.cell);
    },
    taken: () => ready.splice(0),
  };
}

type Openers = Readonly<Record<string, (attribute: (name: string) => string | undefined) => void>>;

/** Throws where rows are not in order, and behind the last that we read. */
function nextRow(given: string | undefined, before: number, { sheet, limits }: SheetContext): number {
  const row = Number(given ?? before + 1);
  if (!Number.isSafeInteger(row) || row <= before)
    throw badTable("rows are not in order", { sheet, row: before });
  if (row > limits.rows) throw overLimit(`more than ${limits.rows} rows`, { sheet, row });
  return row;
}

function addText(cell: CellState, piece: string, longest: number): void {
  if (cell.isCut) return;
  cell.value += piece;
  if (cell.value.length <= longest) return;
  cell.value = cell.value.slice(0, longest);
  cell.isCut = true;
}

function emptyCell(column: number): CellState {
  return { column, type: "n", style: 0, value: "", isFormula: false, isCut: false };
}

/** `AB12` is column 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < Math.min(reference.length, 4); at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

interface ShownCell {
  readonly text: string;
  readonly reason: CellMarkReason | null;
}

function shownCell(cell: CellState, context: SheetContext): ShownCell {
  const usual = cell.isFormula ? "formula" : null;
  if (cell.isCut) return { text: cell.value, reason: "cut" };
  switch (cell.type) {
    case "s":
      return sharedText(context, cell, usual);
    case "inlineStr":
    case "str":
      return { text: unescapeText(cell.value), reason: usual };
    case "b":
      return { text: cell.value === "" ? "" : cell.value === "1" ? "true" : "false", reason: usual };
    case "e":
      return { text: cell.value, reason: "error" };
    case "d":
      return { text: cell.value, reason: usual };
    default:
      return numberText(context, cell, usual);
  }
}

function sharedText(
  { sharedTexts, limits }: SheetContext,
  { value }: CellState,
  usual: CellMarkReason | null,
): ShownCell {
  const text = value === "" ? "" : (sharedTexts[Number(value)] ?? "");
  return text.length > limits.cell
    ? { text: text.slice(0, limits.cell), reason: "cut" }
    : { text, reason: usual };
}

function numberText(
  { isDate, is1904 }: SheetContext,
  { value, style }: CellState,
  usual: CellMarkReason | null,
): ShownCell {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return { text: value.trim(), reason: usual };
  if (isDate[style] !== true) return { text: String(number), reason: usual };
  const date = serialToDate(number, is1904);
  return date === null ? { text: String(number), reason: "bad-date" } : { text: date, reason: usual };
}
