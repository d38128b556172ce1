// A table of counts with its totals as cells of their own, and what can be worked out from the sums that they stand in.
import type { CountTable } from "./question.ts";

export interface Cell {
  readonly value: number;
  readonly isTotal: boolean;
  /** Total of totals, or one that is neither row's nor column's: such cells move the other way round. */
  readonly moves: 1 | -1;
  isHidden: boolean;
  /** Sums that it stands in; two for a table, one for a list. */
  readonly sums: Sum[];
}

/** The cells of a row or a column, with its total: they come to nothing when the total is taken off. */
export interface Sum {
  readonly cells: readonly Cell[];
  readonly total: Cell;
}

export interface Grid {
  readonly cells: readonly Cell[];
  /** Columns, the one of totals included. */
  readonly width: number;
  readonly sums: readonly Sum[];
}

/** One more row and one more column hold the totals; a list has a row more alone. */
export function gridOf({ columns, cells }: CountTable): Grid {
  const isList = columns.length === 0;
  const withTotals = isList ? cells : cells.map((row) => [...row, sumOf(row)]);
  const width = isList ? 1 : columns.length + 1;
  const last = Array.from({ length: width }, (_, at) => sumOf(withTotals.map((row) => row[at] ?? 0)));
  const grid = [...withTotals, last].map((row, y) =>
    row.map((value, x): Cell => {
      const totals = Number(y === withTotals.length) + Number(!isList && x === width - 1);
      return { value, isTotal: totals > 0, moves: totals === 1 ? -1 : 1, isHidden: false, sums: [] };
    }),
  );
  const lines = isList ? [] : grid;
  const across = Array.from({ length: width }, (_, x) => grid.flatMap((row) => row[x] ?? []));
  const sums = [...lines, ...across].flatMap((line): readonly Sum[] => {
    const total = line.at(-1);
    return total === undefined ? [] : [{ cells: line.slice(0, -1), total }];
  });
  for (const sum of sums) for (const cell of [...sum.cells, sum.total]) cell.sums.push(sum);
  return { cells: grid.flat(), width, sums };
}

/**
 * Whether a hidden cell could as well be another number: one more, or one less, with every sum as it is shown and no
 * hidden cell below one, because whoever knows our rule knows that zeros are never hidden.
 */
export function isOpen(cell: Cell): boolean {
  return canMove(cell, 1) || canMove(cell, -1);
}

/** A sum that no longer comes to nothing, and the cell by which it was reached. */
interface Step {
  readonly sum: Sum;
  readonly excess: 1 | -1;
  readonly from: Cell;
}

/** Looks for others that move along, from sum to sum, until the last one is back in order. */
function canMove(start: Cell, by: 1 | -1): boolean {
  if (by === -1 && start.value < 2) return false;
  const [first, last] = start.sums;
  if (first === undefined) return true;
  const excess = by === start.moves ? 1 : -1;
  const seen = new Set<Sum>();
  const waiting: Step[] = [{ sum: first, excess, from: start }];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop())
    for (const { sum, ...rest } of stepsFrom(step, start)) {
      if (sum === null || sum === last) return true;
      // Rows are always left with the one excess and columns with the other: once is enough.
      if (seen.has(sum)) continue;
      seen.add(sum);
      waiting.push({ sum, ...rest });
    }
  return false;
}

function stepsFrom(
  { sum, excess, from }: Step,
  start: Cell,
): readonly (Omit<Step, "sum"> & { readonly sum: Sum | null })[] {
  const opposite = excess === 1 ? -1 : 1;
  return [...sum.cells, sum.total]
    .filter((cell) => cell !== from && cell !== start && cell.isHidden)
    .filter((cell) => opposite === cell.moves || cell.value > 1)
    .map((cell) => ({ sum: cell.sums.find((other) => other !== sum) ?? null, excess: opposite, from: cell }));
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
