// Krippendorff's alpha: how far raters agree beyond chance, with missing ratings (K. Krippendorff, "Computing
// Krippendorff's Alpha-Reliability", 2011; steps: coincidences, margins, differences by metric).

/** How far two values are apart: equal or not, by rank, by distance, by proportion. */
export const agreementMetrics = ["nominal", "ordinal", "interval", "ratio"] as const;
export type AgreementMetric = (typeof agreementMetrics)[number];

export interface Agreement {
  /** 1 is full agreement, 0 what chance gives, below 0 worse than chance; null where it cannot be told. */
  readonly alpha: number | null;
  /** Why it cannot: nothing was rated by two; all ratings are the same; a ratio needs values from zero on. */
  readonly why?: "no-pairs" | "no-variation" | "below-zero";
  /** Units that two or more raters rated. */
  readonly units: number;
  /** Ratings in them. */
  readonly ratings: number;
}

/** A row for each rater, a column for each unit; null where a rater gave none. Ordinal values are ranked by size. */
export function agreementOf(
  rows: readonly (readonly (number | null)[])[],
  metric: AgreementMetric,
): Agreement {
  const units = pairableUnits(rows);
  const ratings = units.reduce((sum, unit) => sum + unit.length, 0);
  const told = { units: units.length, ratings };
  if (units.length === 0) return { alpha: null, why: "no-pairs", ...told };
  if (metric === "ratio" && units.some((unit) => unit.some((value) => value < 0)))
    return { alpha: null, why: "below-zero", ...told };
  const margins = marginsOf(units);
  const difference = differenceBy(metric, margins);
  const observed = units.reduce((sum, unit) => sum + disagreementIn(unit, difference), 0);
  const expected = expectedIn(margins, difference);
  if (expected === 0) return { alpha: null, why: "no-variation", ...told };
  return { alpha: 1 - ((ratings - 1) * observed) / expected, ...told };
}

type Difference = (a: number, b: number) => number;

function pairableUnits(rows: readonly (readonly (number | null)[])[]): readonly (readonly number[])[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, at) => rows.flatMap((row) => row[at] ?? [])).filter(
    (unit) => unit.length > 1,
  );
}

/** How often each value stands in the units, by size. */
function marginsOf(units: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of units.flat().toSorted((a, b) => a - b)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Of all ordered pairs within one unit, each weighed so that a unit counts as often as it was rated. */
function disagreementIn(unit: readonly number[], difference: Difference): number {
  let sum = 0;
  for (const a of unit) for (const b of unit) sum += difference(a, b);
  return sum / (unit.length - 1);
}

function expectedIn(margins: ReadonlyMap<number, number>, difference: Difference): number {
  let sum = 0;
  for (const [a, many] of margins) for (const [b, more] of margins) sum += many * more * difference(a, b);
  return sum;
}

function differenceBy(metric: AgreementMetric, margins: ReadonlyMap<number, number>): Difference {
  switch (metric) {
    case "nominal":
      return (a, b) => (a === b ? 0 : 1);
    case "ordinal":
      return (a, b) => ranksBetween(margins, Math.min(a, b), Math.max(a, b)) ** 2;
    case "interval":
      return (a, b) => (a - b) ** 2;
    case "ratio":
      return (a, b) => (a === b ? 0 : ((a - b) / (a + b)) ** 2);
    default:
      return metric satisfies never;
  }
}

/** Ratings from one value to the other, of the two ends only half. */
function ranksBetween(margins: ReadonlyMap<number, number>, from: number, to: number): number {
  let between = 0;
  for (const [value, count] of margins) if (value >= from && value <= to) between += count;
  return between - ((margins.get(from) ?? 0) + (margins.get(to) ?? 0)) / 2;
}
