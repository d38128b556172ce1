// A reader who tries to work hidden numbers out: every sum of a table is an equation, and all of them together are solved
// exactly, in fractions of whole numbers. Written apart from the code that hides.
import type { ShownTable } from "./small-numbers.ts";

/** Numbers that are shown by a table or worked out from all, by place; totals are `t,column`, `row,t` and `t,t`. */
export function attack(...tables: readonly ShownTable[]): ReadonlyMap<string, bigint> {
  const equations = tables.flatMap(equationsOf);
  const names = [...new Set(equations.flatMap(({ terms }) => [...terms.keys()]))];
  return solve(names, equations);
}

/** How many numbers a table hides that can be worked out from it, and from others of the same. */
export function recoverable(table: ShownTable, ...others: readonly ShownTable[]): number {
  const shown = equationsOf(table).filter(({ isShown }) => isShown).length;
  return attack(table, ...others).size - shown;
}

interface Equation {
  readonly terms: ReadonlyMap<string, bigint>;
  readonly equals: bigint;
  /** It says what one number is. */
  readonly isShown?: true;
}

function equationsOf(table: ShownTable): readonly Equation[] {
  const numbers = numbersOf(table);
  const { rows, columns } = table;
  const down = (column: number | "t"): readonly string[] => rows.map((_, y) => `${y},${column}`);
  const across = (row: number | "t"): readonly string[] => columns.map((_, x) => `${row},${x}`);
  const sums =
    columns.length === 0
      ? [sumOf(down(0), "t,t")]
      : [
          ...rows.map((_, y) => sumOf(across(y), `${y},t`)),
          ...columns.map((_, x) => sumOf(down(x), `t,${x}`)),
          sumOf(down("t"), "t,t"),
          sumOf(across("t"), "t,t"),
        ];
  const shown = numbers.flatMap(([name, value]): readonly Equation[] =>
    value === null ? [] : [{ terms: new Map([[name, 1n]]), equals: BigInt(value), isShown: true }],
  );
  return [...sums, ...shown];
}

function numbersOf({ rows, columns, cells, rowTotals, columnTotals, total }: ShownTable) {
  const numbers: (readonly [name: string, value: number | null])[] = [["t,t", total]];
  for (const [y] of rows.entries()) {
    for (const [x, value] of (cells[y] ?? []).entries()) numbers.push([`${y},${x}`, value]);
    if (columns.length > 0) numbers.push([`${y},t`, rowTotals[y] ?? null]);
  }
  for (const [x] of columns.entries()) numbers.push([`t,${x}`, columnTotals[x] ?? null]);
  return numbers;
}

function sumOf(parts: readonly string[], whole: string): Equation {
  return { terms: new Map([...parts.map((name) => [name, 1n] as const), [whole, -1n]]), equals: 0n };
}

/** Elimination without fractions: rows are multiplied crosswise. What ends up alone in its row is known. */
function solve(names: readonly string[], equations: readonly Equation[]): ReadonlyMap<string, bigint> {
  const rows = equations.map(({ terms, equals }) => [...names.map((name) => terms.get(name) ?? 0n), equals]);
  let done = 0;
  for (let column = 0; column < names.length; column += 1) {
    const at = rows.findIndex((row, y) => y >= done && row[column] !== 0n);
    const pivot = rows[at];
    if (pivot === undefined) continue;
    rows[at] = rows[done] ?? [];
    rows[done] = pivot;
    for (const [y, row] of rows.entries()) {
      const factor = row[column] ?? 0n;
      if (y === done || factor === 0n) continue;
      rows[y] = row.map((value, x) => value * (pivot[column] ?? 1n) - (pivot[x] ?? 0n) * factor);
    }
    done += 1;
  }
  const known = new Map<string, bigint>();
  for (const row of rows) {
    const used = names.flatMap((name, x) => (row[x] === 0n ? [] : [{ name, factor: row[x] ?? 1n }]));
    const [only, more] = used;
    if (only !== undefined && more === undefined) known.set(only.name, (row.at(-1) ?? 0n) / only.factor);
  }
  return known;
}
