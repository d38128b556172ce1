// Pairs of releases over invented people, held against somebody who knows nothing of keys and sums: every shown number is
// of a list of kinds of people, and any list that lies within another is taken off it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReleasedCounts } from "./claims.ts";
import { noticeDifferences } from "./differences.ts";
import type { Breakdown, CountQuestion, CountTable } from "./question.ts";
import { hideSmallNumbers } from "./small-numbers.ts";

const dimensions = ["gender", "country", "age"] as const;
type Dimension = (typeof dimensions)[number];
const valuesOf: Readonly<Record<Dimension, readonly string[]>> = {
  gender: ["man", "woman"],
  country: ["XA", "XB", "XC"],
  age: ["adult", "child"],
};
const quarters = ["2024-Q4", "2025-Q1", "2025-Q2"];

/** A kind of people that no table parts further, and how many there are of it. */
interface Atom extends Readonly<Record<Dimension, string>> {
  readonly quarter: string;
  readonly count: number;
}

/** A table of people before it is hidden, and which atoms each of its numbers is of. */
interface Made {
  readonly released: ReleasedCounts;
  readonly numbers: readonly Shown[];
}

interface Shown {
  /** Places of the atoms. */
  readonly of: ReadonlySet<number>;
  readonly value: number | null;
}

const isIn = (period: string | undefined, { quarter }: Atom): boolean =>
  period === undefined || quarter.startsWith(period);

function make(
  atoms: readonly Atom[],
  { by, period, threshold }: { by: readonly Dimension[]; period: string | undefined; threshold: number },
): Made {
  const placesWhere = (row: string | null, column: string | null): ReadonlySet<number> =>
    new Set(
      atoms.flatMap((atom, at) => {
        const fits = [row, column].every((value, n) => {
          const name = by[n];
          return value === null || name === undefined || atom[name] === value;
        });
        return fits && isIn(period, atom) ? [at] : [];
      }),
    );
  const countOf = (places: ReadonlySet<number>): number =>
    [...places].reduce((sum, at) => sum + (atoms[at]?.count ?? 0), 0);
  const rows = by[0] === undefined ? [] : valuesOf[by[0]];
  const columns = by[1] === undefined ? [] : valuesOf[by[1]];
  const across: readonly (string | null)[] = columns.length === 0 ? [null] : columns;
  const cells = rows.map((row) => across.map((column) => countOf(placesWhere(row, column))));
  const table: CountTable = { status: "reported", rows, columns, cells };
  const shown = hideSmallNumbers(table, threshold);
  const numbers = [
    { of: placesWhere(null, null), value: shown.total },
    ...rows.flatMap((row, y) =>
      across.map((column, x) => ({ of: placesWhere(row, column), value: shown.cells[y]?.[x] ?? null })),
    ),
    ...(columns.length === 0
      ? []
      : rows.map((row, y) => ({ of: placesWhere(row, null), value: shown.rowTotals[y] ?? null }))),
    ...columns.map((column, x) => ({
      of: placesWhere(null, column),
      value: shown.columnTotals[x] ?? null,
    })),
  ];
  const question: CountQuestion = {
    measure: "people",
    scope: "indicator",
    by: by satisfies readonly Breakdown[],
    ...(period === undefined ? {} : { period }),
  };
  return { released: { method: "m", version: 1, question, threshold, tables: [shown] }, numbers };
}

/** Every small number that follows from two numbers of different releases, tried pair by pair. */
function revealed(
  one: Made,
  other: Made,
): { readonly differences: readonly number[]; readonly shownOnce: number } {
  const threshold = Math.max(one.released.threshold, other.released.threshold);
  const differences: number[] = [];
  let shownOnce = 0;
  for (const a of one.numbers)
    for (const b of other.numbers) {
      const [isWithin, holds] = [isSubset(a.of, b.of), isSubset(b.of, a.of)];
      if (isWithin && holds && (a.value === null) !== (b.value === null)) shownOnce += 1;
      if (a.value === null || b.value === null || !(isWithin || holds)) continue;
      const difference =
        isWithin && holds ? Math.abs(a.value - b.value) : isWithin ? b.value - a.value : a.value - b.value;
      if (difference > 0 && difference < threshold) differences.push(difference);
    }
  return { differences, shownOnce };
}

function isSubset(part: ReadonlySet<number>, whole: ReadonlySet<number>): boolean {
  return [...part].every((at) => whole.has(at));
}

const kinds = valuesOf.gender.flatMap((gender) =>
  valuesOf.country.flatMap((country) =>
    valuesOf.age.flatMap((age) => quarters.map((quarter) => ({ gender, country, age, quarter }))),
  ),
);
const asked = fc.record({
  by: fc.shuffledSubarray([...dimensions], { minLength: 1, maxLength: 2 }),
  period: fc.constantFrom(undefined, "2025", "2025-Q1", "2024-Q4"),
  threshold: fc.integer({ min: 3, max: 8 }),
});
const weighted = (weight: number, most: number) => ({ weight, arbitrary: fc.nat(most) });
const counts = fc.array(fc.oneof(weighted(4, 0), weighted(2, 3), weighted(1, 60)), {
  minLength: kinds.length,
  maxLength: kinds.length,
});
/** Who came to be known between the two releases: mostly nobody. */
const more = fc.array(fc.oneof({ weight: 30, arbitrary: fc.constant(0) }, fc.nat(9)), {
  minLength: kinds.length,
  maxLength: kinds.length,
});

describe("two releases over the same people", () => {
  it("give no small number away unnoticed, in whatever way they part the people and whoever came in between", () => {
    let [given, quiet] = [0, 0];
    fc.assert(
      fc.property(counts, more, asked, asked, (before, came, first, second) => {
        const atoms = kinds.map((kind, at) => ({ ...kind, count: before[at] ?? 0 }));
        const later = atoms.map((atom, at) => ({ ...atom, count: atom.count + (came[at] ?? 0) }));
        const [earlier, fresh] = [make(atoms, first), make(later, second)];
        const { differences, shownOnce } = revealed(fresh, earlier);
        const notices = noticeDifferences(fresh.released, [{ release: "r1", counts: earlier.released }]);
        given += Number(differences.length + shownOnce > 0);
        quiet += Number(notices.length === 0);
        const told = notices.flatMap(({ kind, count }) => (kind === "shown" ? [] : (count ?? [])));
        expect(new Set(told)).toEqual(new Set(differences));
        expect(notices.some(({ kind }) => kind === "shown")).toBe(shownOnce > 0);
      }),
      { numRuns: 600, seed: 161_010 },
    );
    expect(given).toBeGreaterThan(100);
    expect(quiet).toBeGreaterThan(20);
  });
});
