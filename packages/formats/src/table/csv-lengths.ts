// How long the cells and rows of separated values are at the most, told from their bytes alone: a tenth of what it costs to
// read them. Quotes are taken as the scanner takes them.
import type { TableLimits } from "./table.ts";

const [lineFeed, carriageReturn, quote] = [10, 13, 34];

type Limits = Pick<TableLimits, "cell" | "columns" | "rows">;

/** `closed`: behind the closing quote of a cell, where another quote stands for itself. */
type State = "plain" | "quoted" | "closed";

/** False also where it cannot be told. */
export function isWithin(bytes: Uint8Array, delimiter: string, limits: Limits): boolean {
  const separator = delimiter.charCodeAt(0);
  if (separator > 127) return false;
  // Behind a mark of order, which is no part of the first cell.
  const first = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const cells = createCells(first, limits);
  let state: State = "plain";
  for (let at = first; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === quote) state = behindQuote(state, cells.isStart(at));
    else if (state !== "quoted") {
      state = "plain";
      const isLine = byte === lineFeed || byte === carriageReturn;
      if ((isLine || byte === separator) && !cells.end(at, isLine)) return false;
    }
  }
  return cells.end(bytes.length, true);
}

function behindQuote(state: State, isStart: boolean): State {
  if (state === "quoted") return "closed";
  return state === "closed" || isStart ? "quoted" : "plain";
}

interface Cells {
  isStart(at: number): boolean;
  /** False where the cell that ends here, or its row, is longer than it may be. */
  end(at: number, isLine: boolean): boolean;
}

function createCells(first: number, { cell, columns, rows }: Limits): Cells {
  let [start, column, row] = [first, 1, 0];
  return {
    isStart: (at) => at === start,
    end(at, isLine) {
      const isShort = at - start <= cell && column <= columns;
      start = at + 1;
      column = isLine ? 1 : column + 1;
      if (isLine) row += 1;
      return isShort && row <= rows;
    },
  };
}
