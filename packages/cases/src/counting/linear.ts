// Which unknowns of linear equations are determined, whatever the numbers: elimination among the remainders of a prime.
// For sums of ones and minus ones the prime gives what fractions would, but for a freak of about one in a million.

const prime = 1_000_003;

export type LinearSum = readonly (readonly [name: string, factor: number])[];

/** Each equation names its unknowns alone; what is known of it is on its other side. */
export function determinedIn(sums: readonly LinearSum[]): readonly string[] {
  const pivots = new Map<string, Map<string, number>>();
  for (const sum of sums) {
    const row = reduced(sum, pivots);
    const [name, factor] = row.entries().next().value ?? [];
    if (name === undefined || factor === undefined) continue;
    const by = inverseOf(factor);
    for (const [each, value] of row) row.set(each, (value * by) % prime);
    for (const other of pivots.values()) subtract(other, row, other.get(name) ?? 0);
    pivots.set(name, row);
  }
  return [...pivots].flatMap(([name, row]) => (row.size === 1 ? [name] : []));
}

function reduced(
  sum: LinearSum,
  pivots: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Map<string, number> {
  const row = new Map<string, number>();
  for (const [name, factor] of sum) put(row, name, (row.get(name) ?? 0) + factor);
  for (const [name, pivot] of pivots) subtract(row, pivot, row.get(name) ?? 0);
  return row;
}

function subtract(from: Map<string, number>, row: ReadonlyMap<string, number>, times: number): void {
  if (times === 0) return;
  for (const [name, value] of row) put(from, name, (from.get(name) ?? 0) - ((times * value) % prime));
}

function put(row: Map<string, number>, name: string, value: number): void {
  const rest = ((value % prime) + prime) % prime;
  if (rest === 0) row.delete(name);
  else row.set(name, rest);
}

/** By Fermat's little theorem. */
function inverseOf(value: number): number {
  let [result, base] = [1, value % prime];
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}
