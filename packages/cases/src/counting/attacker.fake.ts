// A reader who tries to work hidden numbers out: every sum of a table is an equation, and all of them together are solved
// exactly, in fractions of whole numbers. Written apart from the code that hides.
import type { ShownTable } from "./small-numbers.ts";

/** Numbers that were worked out, by place; totals are `t,column`, `row,t` and `t,t`. */
export function attack(...tables: readonly ShownTable[]): ReadonlyMap<string, bigint> {
  const equations = tables.flatMap(equationsOf);
  const names = [...new Set(equations.flatMap(({ terms }) => [...terms.keys()]))];
  return solve(names, equations);
}

export function recoverable(table: ShownTable): number {
  return attack(table).size;
}

interface Equation {
  readonly terms: ReadonlyMap<string, bigint>;
  readonly equals: bigint;
}

function equationsOf({
  rows,
  columns,
  cells,
  rowTotals,
  columnTotals,
  total,
}: ShownTable): readonly Equation[] {
  if (columns.length === 0)
    return [
      equationOf(
        rows.map((_, y) => [`${y},0`, cells[y]?.[0] ?? null] as const),
        ["t,t", total],
      ),
    ];
  const across = rows.map((_, y) =>
    equationOf(
      columns.map((__, x) => [`${y},${x}`, cells[y]?.[x] ?? null]),
      [`${y},t`, rowTotals[y] ?? null],
    ),
  );
  const down = columns.map((_, x) =>
    equationOf(
      rows.map((__, y) => [`${y},${x}`, cells[y]?.[x] ?? null]),
      [`t,${x}`, columnTotals[x] ?? null],
    ),
  );
  return [
    ...across,
    ...down,
    equationOf(
      rows.map((_, y) => [`${y},t`, rowTotals[y] ?? null]),
      ["t,t", total],
    ),
    equationOf(
      columns.map((_, x) => [`t,${x}`, columnTotals[x] ?? null]),
      ["t,t", total],
    ),
  ];
}

type Named = readonly [name: string, value: number | null];

function equationOf(parts: readonly Named[], whole: Named): Equation {
  const terms = new Map<string, bigint>();
  let equals = 0n;
  for (const [[name, value], sign] of [...parts.map((part) => [part, 1n] as const), [whole, -1n] as const]) {
    if (value === null) terms.set(name, (terms.get(name) ?? 0n) + sign);
    else equals -= sign * BigInt(value);
  }
  return { terms, equals };
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
