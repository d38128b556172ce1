// Whom some incidents struck, by the rules of the indicator: once in a category and a status, at the highest rank of each
// incident, people and organisations and groups each by themselves.
import type { CountLine } from "@tocsin/records";
import { countedOf, isOutside, type Counted } from "./cells.ts";
import { groupedBy } from "./grouped.ts";
import type { CountUnit } from "./lines.ts";
import { everPeriod } from "./periods.ts";

export interface VictimPlace {
  readonly status: string;
  /** A letter of the indicator, or why it counts in none: `not.no-link`. */
  readonly category: string;
  readonly unit: Exclude<CountUnit, "incidents">;
}

export interface VictimCount extends VictimPlace {
  readonly count: number;
  /** Whether the indicator counts them. */
  readonly isCounted: boolean;
}

/** Lines of the incidents in question alone. In the order of status, category and unit. */
export function victimsIn(lines: readonly CountLine[]): readonly VictimCount[] {
  const counts = new Map<string, VictimCount>();
  for (const { status, category, unit } of struckIn(lines)) {
    const key = `${status}\t${category}\t${unit}`;
    const { count } = counts.get(key) ?? { count: 0 };
    counts.set(key, { status, category, unit, isCounted: !isOutside(category), count: count + 1 });
  }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

/** The lines at which they are counted: who, in which incident. */
export function victimLines(lines: readonly CountLine[], place: VictimPlace): readonly CountLine[] {
  return struckIn(lines).flatMap(({ status, category, unit, line }) =>
    status === place.status && category === place.category && unit === place.unit ? [line] : [],
  );
}

interface Struck extends VictimPlace, Pick<Counted, "line"> {}

function struckIn(lines: readonly CountLine[]): readonly Struck[] {
  const ofEach = [...groupedBy(lines, ({ subject }) => subject).values()];
  return ofEach.flatMap((some) =>
    countedOf(some).flatMap(({ period, facts, line }): readonly Struck[] => {
      const { unit, status, category } = facts;
      return period !== everPeriod || unit === "incidents" ? [] : [{ status, category, unit, line }];
    }),
  );
}
