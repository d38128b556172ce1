// Rows of a table of separated values as its text streams in (RFC 4180, and what spreadsheets make of it): any line end,
// quotes doubled inside quotes, and nothing dropped silently.
import { overLimit, type CellMark, type CellMarkReason, type TableLimits, type TableRow } from "./table.ts";

export interface CsvScanner {
  /** Gives the rows that are whole. */
  push(text: string): readonly TableRow[];
  end(): readonly TableRow[];
}

type State = "start" | "plain" | "quoted" | "after-quote";

export function createCsvScanner(delimiter: string, limits: TableLimits): CsvScanner {
  const separator = delimiter.charCodeAt(0);
  const rows = createRows(limits);
  let state: State = "start";
  let isAfterReturn = false;

  /** Takes the one character that ended a run. */
  const take = (code: number): void => {
    if (state === "quoted") state = "after-quote";
    else if (code === 34 && state === "start") state = "quoted";
    else if (code === 34 && state === "after-quote") {
      rows.add('"');
      state = "quoted";
    } else if (code === separator || code === 10 || code === 13) {
      if (code === separator) rows.endCell();
      else rows.endRow();
      state = "start";
    } else takeRun(String.fromCharCode(code));
    isAfterReturn = code === 13 && state === "start";
  };
  const takeRun = (text: string): void => {
    if (state === "after-quote") rows.mark("stray-quote");
    if (state !== "quoted") state = "plain";
    rows.add(text);
    isAfterReturn = false;
  };

  return {
    push(text) {
      let at = 0;
      while (at < text.length) {
        const end = state === "quoted" ? quoteEnd(text, at) : runEnd(text, at, separator);
        if (end > at) takeRun(text.slice(at, end));
        const code = text.charCodeAt(end);
        if (code === 10 && isAfterReturn) isAfterReturn = false;
        else if (end < text.length) take(code);
        at = end + 1;
      }
      return rows.taken();
    },
    end() {
      if (state === "quoted") rows.mark("unclosed-quote");
      if (state !== "start" || rows.isBegun()) rows.endRow();
      return rows.taken();
    },
  };
}

interface Rows {
  mark(reason: CellMarkReason): void;
  add(text: string): void;
  endCell(): void;
  endRow(): void;
  /** Whether the row has a cell already. */
  isBegun(): boolean;
  taken(): readonly TableRow[];
}

function createRows(limits: TableLimits): Rows {
  let ready: TableRow[] = [];
  let cells: string[] = [];
  let marks: CellMark[] = [];
  let [row, cell] = [1, ""];
  const mark = (reason: CellMarkReason): void => void marks.push({ column: cells.length, reason });
  const endCell = (): void => {
    if (cells.length >= limits.columns)
      throw overLimit(`more than ${limits.columns} columns`, { row, column: cells.length });
    if (cell.includes("\ufffd")) mark("bad-encoding");
    cells.push(cell);
    cell = "";
  };
  return {
    mark,
    endCell,
    add(text) {
      if (cell.length >= limits.cell) return;
      cell += text;
      if (cell.length <= limits.cell) return;
      cell = cell.slice(0, limits.cell);
      mark("cut");
    },
    endRow() {
      endCell();
      if (cells.length > 1 || cells[0] !== "") ready.push({ row, cells, marks });
      [cells, marks] = [[], []];
      row += 1;
      if (row > limits.rows + 1) throw overLimit(`more than ${limits.rows} rows`, { row: row - 1 });
    },
    isBegun: () => cells.length > 0,
    taken() {
      const rows = ready;
      ready = [];
      return rows;
    },
  };
}

function quoteEnd(text: string, from: number): number {
  const at = text.indexOf('"', from);
  return at === -1 ? text.length : at;
}

function runEnd(text: string, from: number, separator: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === separator || code === 10 || code === 13 || code === 34) return at;
  }
  return text.length;
}
