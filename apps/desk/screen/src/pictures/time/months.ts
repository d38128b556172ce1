// The months of a table of counts in a row: those between two entries as well, unless there are many, which are folded.
export type MonthCell =
  | { readonly sort: "month"; readonly month: string; readonly row: number | null }
  | { readonly sort: "fold"; readonly months: number };

/** Months without an entry that still stand in the row, one by one. */
const emptyAtMost = 3;

/** `rows` as a table names them (`m2025-03`); those of no month are left out. */
export function monthCells(rows: readonly string[]): readonly MonthCell[] {
  const known = rows
    .flatMap((value, row) => (/^m\d{4}-\d{2}$/.test(value) ? [{ month: value.slice(1), row }] : []))
    .toSorted((a, b) => a.month.localeCompare(b.month, "en"));
  return known.flatMap(({ month, row }, at): readonly MonthCell[] => {
    const before = known[at - 1]?.month;
    const cell: MonthCell = { sort: "month", month, row };
    if (before === undefined) return [cell];
    const empty = numberOf(month) - numberOf(before) - 1;
    if (empty > emptyAtMost) return [{ sort: "fold", months: empty }, cell];
    const between = Array.from({ length: empty }, (_, step): MonthCell => ({
      sort: "month",
      month: monthOf(numberOf(before) + step + 1),
      row: null,
    }));
    return [...between, cell];
  });
}

function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function monthOf(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}
