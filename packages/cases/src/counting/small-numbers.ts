// Small numbers are hidden in what leaves, and with them as many others as it takes that nobody can work them out again
// from the totals. Zeros stay: that nobody was counted is a finding.
import { gridOf, isOpen, sumOf, type Cell, type Grid, type Sum } from "./grid.ts";
import type { CountTable } from "./question.ts";

/**
 * Below this a number is hidden unless a release says otherwise. Our own choice: what we read of other programs hides
 * cells under five, none of it for counts of this kind, and nobody outside has looked at it.
 */
export const usualThreshold = 5;
/** What leaves the organisation never shows a number below this. */
export const leastThreshold = 3;

/** A table as it leaves: null where a number is hidden. Totals are cells like others. */
export interface ShownTable {
  readonly status: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  /** Empty where there are no columns. */
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
}

/** Nothing hidden: for inside. */
export function withTotals(table: CountTable): ShownTable {
  return shownOf(table, gridOf(table));
}

/** `alsoHidden`: cells that another table would give away if they stood here. Zeros stay whatever it says. */
export function hideSmallNumbers(
  table: CountTable,
  threshold: number,
  alsoHidden: (row: number, column: number) => boolean = () => false,
): ShownTable {
  const grid = gridOf(table);
  for (const [at, cell] of grid.cells.entries()) {
    const isToldElsewhere = !cell.isTotal && alsoHidden(Math.floor(at / grid.width), at % grid.width);
    cell.isHidden = cell.value > 0 && (cell.value < threshold || isToldElsewhere);
  }
  for (let next = nextToHide(grid, threshold); next !== null; next = nextToHide(grid, threshold))
    next.isHidden = true;
  return shownOf(table, grid);
}

function shownOf(table: CountTable, grid: Grid): ShownTable {
  const shown = (cell: Cell | undefined): number | null =>
    cell === undefined || cell.isHidden ? null : cell.value;
  const { rows, columns, status } = table;
  const width = Math.max(columns.length, 1);
  const at = (row: number, column: number): Cell | undefined => grid.cells[row * grid.width + column];
  return {
    status,
    rows,
    columns,
    cells: rows.map((_, row) => Array.from({ length: width }, (_, column) => shown(at(row, column)))),
    rowTotals: rows.map((_, row) => shown(at(row, grid.width - 1))),
    columnTotals: columns.map((_, column) => shown(at(rows.length, column))),
    total: shown(at(rows.length, grid.width - 1)),
  };
}

/** A cell whose hiding protects others that are not protected yet; null when all are. */
function nextToHide(grid: Grid, threshold: number): Cell | null {
  for (const sum of grid.sums)
    if (isGivenAway(sum, threshold)) return cheapestIn(sum) ?? smallestOf(grid.cells);
  for (const cell of grid.cells) {
    if (!cell.isHidden || isOpen(cell)) continue;
    const more = cell.sums.map(cheapestIn).find((each) => each !== null) ?? smallestOf(grid.cells);
    if (more !== null) return more;
  }
  return null;
}

/** Anybody can take what is shown off the total: what is left must be of several cells, and not small either. */
function isGivenAway({ cells, total }: Sum, threshold: number): boolean {
  const hidden = cells.filter(({ isHidden }) => isHidden);
  if (hidden.length === 0 || total.isHidden) return false;
  return hidden.length < 2 || sumOf(hidden.map(({ value }) => value)) < threshold;
}

/** Of the cells that are not totals the smallest, first where its other sum has something hidden already. */
function cheapestIn({ cells, total }: Sum): Cell | null {
  const open = cells.filter(({ isHidden, value, isTotal }) => !isHidden && value > 0 && !isTotal);
  const beside = open.filter((cell) =>
    cell.sums.some((sum) => sum.total !== total && sum.cells.some((other) => other.isHidden)),
  );
  return smallestOf(beside) ?? smallestOf(open) ?? smallestOf(cells) ?? smallestOf([total]);
}

function smallestOf(cells: readonly Cell[]): Cell | null {
  const open = cells.filter(({ isHidden, value }) => !isHidden && value > 0);
  return open.reduce<Cell | null>(
    (best, cell) => (best === null || cell.value < best.value ? cell : best),
    null,
  );
}
