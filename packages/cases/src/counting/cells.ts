// From the lines of one subject to the cells that it is counted in: once a category, a status and a period, at the
// earliest of its events there. A cell's key is what it is counted by, its unit, its period, status, category and values.
import type { CountCell, CountLine } from "@tocsin/records";
import { countDimensions, parseFacts, type CountDimension, type LineFacts } from "./lines.ts";
import { everPeriod, periodOf, spans } from "./periods.ts";

/** `groups` counts groups; `stated` adds up how many people they are said to be. */
export type Measure = LineFacts["unit"] | "stated";

export interface CellPlace {
  /** None, one or two dimensions, in their order. */
  readonly by: readonly CountDimension[];
  readonly measure: Measure;
  readonly period: string;
  readonly status: string;
  readonly category: string;
  readonly values: readonly string[];
}

export interface Counted {
  readonly period: string;
  readonly facts: LineFacts;
}

/** Pairs of dimensions that are kept counted, for all time and for each year; act and family are of one tree. */
const pairs: readonly (readonly CountDimension[])[] = countDimensions.flatMap((first, at) =>
  countDimensions
    .slice(at + 1)
    .filter((second) => !(first === "act" && second === "family"))
    .map((second) => [first, second]),
);
const singles: readonly (readonly CountDimension[])[] = [[], ...countDimensions.map((each) => [each])];
const fine = singles;
const all = [...singles, ...pairs];

/** Whether a question of these dimensions is answered from kept counts, or by going through the lines of its period. */
export function isKept(by: readonly CountDimension[], period: string): boolean {
  return by.length < 2 || period === everPeriod || period.startsWith("y");
}

export function cellsOf(lines: readonly CountLine[]): readonly CountCell[] {
  return countedOf(lines).flatMap(({ period, facts }) => {
    const kept = period === everPeriod || period.startsWith("y") ? all : fine;
    return kept.flatMap((by) => cellsFor(by, period, facts));
  });
}

function cellsFor(by: readonly CountDimension[], period: string, facts: LineFacts): readonly CountCell[] {
  const { unit, size, status, category, values } = facts;
  const place = { by, period, status, category, values: by.map((name) => values[name]) };
  const cell: CountCell = [encodePlace({ ...place, measure: unit }), 1];
  return unit === "groups" ? [cell, [encodePlace({ ...place, measure: "stated" }), size]] : [cell];
}

/** The lines at which a subject counts. */
export function countedOf(lines: readonly CountLine[]): readonly Counted[] {
  const counted = new Map<string, Counted>();
  for (const { when, text } of lines.toSorted(byTime)) {
    const facts = parseFacts(text);
    for (const period of [everPeriod, ...spans.map((span) => periodOf(span, when))]) {
      const key = `${period}\t${facts.status}\t${facts.category}`;
      if (!counted.has(key)) counted.set(key, { period, facts });
    }
  }
  return [...counted.values()];
}

/** Dates that are not known stand behind all others, coarse ones behind finer ones of the same year or month. */
function byTime(a: CountLine, b: CountLine): number {
  const [one, other] = [`${a.when}~ ${a.event}`, `${b.when}~ ${b.event}`];
  return one < other ? -1 : one === other ? 0 : 1;
}

export function encodePlace({ by, measure, period, status, category, values }: CellPlace): string {
  return [by.join(","), measure, period, status, category, ...values].join("\t");
}

/** Reads what `encodePlace` wrote, and nothing else. */
export function parsePlace(key: string): CellPlace {
  const [by = "", measure = "", period = "", status = "", category = "", ...values] = key.split("\t");
  return {
    by: by.split(",").flatMap((name) => countDimensions.find((each) => each === name) ?? []),
    measure: measure as Measure,
    period,
    status,
    category,
    values,
  };
}
