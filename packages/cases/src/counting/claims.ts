// Released tables as claims: of whom each number is, in a form in which numbers of different tables can be compared.
import { everPeriod, parsePeriod, spans } from "./periods.ts";
import type { Breakdown, CountQuestion } from "./question.ts";
import type { ShownTable } from "./small-numbers.ts";

/** What a release says of its counts; it stands in the record of the release. */
export interface ReleasedCounts {
  readonly method: string;
  readonly version: number;
  readonly question: CountQuestion;
  /** Numbers below it are hidden. */
  readonly threshold: number;
  readonly tables: readonly ShownTable[];
}

export interface Claim {
  readonly key: string;
  readonly of: Population;
  /** Null where it is hidden. */
  readonly value: number | null;
  /** Totals that it is a part of, each with a name of the sum. */
  readonly sums: readonly { readonly name: string; readonly key: string }[];
}

interface Population {
  readonly measure: string;
  readonly status: string;
  readonly scope: string;
  /** A period's key, or `sum:` and a span for what periods of it come to. */
  readonly period: string;
  /** Breakdown and value, sorted. */
  readonly values: readonly (readonly [breakdown: string, value: string])[];
}

export function claimsOf({ question, tables }: ReleasedCounts): ReadonlyMap<string, Claim> {
  const claims = new Map<string, Claim>();
  for (const table of tables) {
    const { rows, columns } = table;
    const [first, second] = question.by;
    const at = (row: string | null, column: string | null): Population =>
      populationOf(question, table.status, [
        ...(first === undefined ? [] : [[first, row] as const]),
        ...(second === undefined ? [] : [[second, column] as const]),
      ]);
    const add = (of: Population, value: number | null, totals: readonly Population[]): void => {
      const key = keyOf(of);
      const sums = totals.map((total, n) => ({ name: `${keyOf(total)} by ${n}`, key: keyOf(total) }));
      claims.set(key, { key, of, value, sums: sums.filter((sum) => sum.key !== key) });
    };
    add(at(null, null), table.total, []);
    for (const [y, row] of rows.entries()) {
      if (columns.length === 0) {
        add(at(row, null), table.cells[y]?.[0] ?? null, [at(null, null)]);
        continue;
      }
      add(at(row, null), table.rowTotals[y] ?? null, [at(null, null)]);
      for (const [x, column] of columns.entries())
        add(at(row, column), table.cells[y]?.[x] ?? null, [at(row, null), at(null, column)]);
    }
    for (const [x, column] of columns.entries()) {
      const of = at(null, column);
      const total = keyOf(at(null, null));
      claims.set(keyOf(of), {
        key: keyOf(of),
        of,
        value: table.columnTotals[x] ?? null,
        sums: [{ name: `${total} by 1`, key: total }],
      });
    }
  }
  return claims;
}

function populationOf(
  { measure, scope, period }: CountQuestion,
  status: string,
  parts: readonly (readonly [Breakdown, string | null])[],
): Population {
  const timed = parts.find(([name]) => spans.some((span) => span === name));
  const asked = period === undefined ? everPeriod : (parsePeriod(period)?.key ?? everPeriod);
  const values = parts.flatMap(([name, value]): readonly (readonly [string, string])[] =>
    value === null || name === timed?.[0] ? [] : [[name, value]],
  );
  return {
    measure,
    status,
    scope,
    period: timed === undefined ? asked : (timed[1] ?? `sum:${timed[0]}`),
    values: values.toSorted(([a], [b]) => (a < b ? -1 : 1)),
  };
}

function keyOf({ measure, status, scope, period, values }: Population): string {
  const named = values.map(([name, value]) => `${name}=${value}`);
  return [measure, scope, status, period, ...named].join(" ");
}

/** Keys of every wider population that a table could be of: fewer values, longer periods, whatever was recorded. */
export function wider({ key, of }: Claim): readonly string[] {
  const fewer = subsetsOf(of.values);
  const scopes = of.scope === "indicator" ? ["indicator", "all"] : [of.scope];
  const found = longer(of.period).flatMap((period) =>
    fewer.flatMap((values) => scopes.map((scope) => keyOf({ ...of, period, values, scope }))),
  );
  return found.filter((each) => each !== key);
}

function longer(period: string): readonly string[] {
  const found = [period];
  const [, year = "", part] = /^[qm](\d{4})(?:-(\d+))?/.exec(period) ?? [];
  if (period.startsWith("m") && part !== undefined) found.push(`q${year}-${Math.ceil(Number(part) / 3)}`);
  if (year !== "") found.push(`y${year}`);
  return period === everPeriod || period.startsWith("sum:") ? found : [...found, everPeriod];
}

function subsetsOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.reduce<readonly (readonly Item[])[]>(
    (found, item) => found.flatMap((each) => [each, [...each, item]]),
    [[]],
  );
}
