// Who stands behind a number: the lines that it counts, found again by the rules that counted them.
import type { CountLine } from "@tocsin/records";
import { countedOf, isOutside, type Counted } from "./cells.ts";
import { groupedBy } from "./grouped.ts";
import { countDimensions } from "./lines.ts";
import { everPeriod, parsePeriod, spans } from "./periods.ts";
import type { Breakdown, CountQuestion, CountSource } from "./question.ts";

/** A number of a table; without a row or a column it is a total. */
export interface NumberPlace {
  readonly status: string;
  readonly row?: string;
  readonly column?: string;
}

export interface BehindNumber {
  /** Id of a record, or "part " and the id of one where somebody without a record of their own is counted. */
  readonly subject: CountLine["subject"];
  readonly event: CountLine["event"];
  /** What it adds to the number: the stated size of a group, else 1. */
  readonly size: number;
}

/**
 * In order of when it was; what they add comes to the number. Goes through the lines of a year, or through all of them
 * where the number is of all time: slower than counting.
 */
export async function readBehind(
  source: CountSource,
  question: CountQuestion,
  place: NumberPlace,
): Promise<readonly BehindNumber[]> {
  const { from, to, isMeant } = periodsOf(question, place);
  const isOfNumber = createFilter(question, place);
  const lines = await source.countLines(from, to);
  const ofEach = [...groupedBy(lines, ({ subject }) => subject).values()];
  return ofEach
    .flatMap((some) => countedOf(some).filter((each) => isMeant(each.period) && isOfNumber(each)))
    .toSorted((a, b) => compareTexts(whenOf(a), whenOf(b)))
    .map(({ line: { subject, event }, facts: { size } }) => ({
      subject,
      event,
      size: question.measure === "stated" ? size : 1,
    }));
}

interface Periods {
  /** Months within which the lines lie: as much is known of each as of a month, or less. */
  readonly from: string;
  readonly to: string;
  readonly isMeant: (period: string) => boolean;
}

function periodsOf({ by, period }: CountQuestion, { row, column }: NumberPlace): Periods {
  const at = by.findIndex((name) => isSpan(name));
  const value = at === 0 ? row : column;
  if (at >= 0 && value === undefined) {
    const mark = (by[at] ?? "").slice(0, 1);
    return { from: "", to: "9999-12", isMeant: (each) => each.startsWith(mark) };
  }
  const asked = period === undefined ? undefined : parsePeriod(period)?.key;
  const key = (at >= 0 ? value : asked) ?? everPeriod;
  const [, year] = /^[yqm](\d{4})/.exec(key) ?? [];
  // An incident of which the year alone is known stands before the months of that year.
  const [from, to] = year === undefined ? ["", "9999-12"] : [year, `${year}-12`];
  return { from, to, isMeant: (each) => each === key };
}

function createFilter(
  { measure, scope, by }: CountQuestion,
  { status, row, column }: NumberPlace,
): (counted: Counted) => boolean {
  const unit = measure === "stated" ? "groups" : measure;
  const asked = [row, column].flatMap((value, at) => {
    const breakdown = by[at];
    return value === undefined || breakdown === undefined || isSpan(breakdown) ? [] : [{ breakdown, value }];
  });
  return ({ facts }) =>
    facts.unit === unit &&
    facts.status === status &&
    (scope === "all" || !isOutside(facts.category)) &&
    asked.every(({ breakdown, value }) => valueOf(facts, breakdown) === value);
}

function valueOf({ category, values }: Counted["facts"], breakdown: Breakdown): string | undefined {
  if (breakdown === "category") return category;
  return values[countDimensions.findIndex((name) => name === breakdown)];
}

function isSpan(breakdown: string): boolean {
  return spans.some((span) => span === breakdown);
}

function whenOf({ line: { when, event } }: Counted): string {
  return `${when}~ ${event}`;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a === b ? 0 : 1;
}
