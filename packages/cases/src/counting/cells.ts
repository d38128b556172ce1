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
  readonly line: CountLine;
}

/** Dimensions that are kept counted together: the beginning of their keys, and where their values stand. */
interface Kept {
  readonly head: string;
  readonly at: readonly number[];
}

/** Raise it whenever other cells are kept of the same numbers: those kept before are then made anew. */
export const keptLayout = "cells 2";

const singles: readonly Kept[] = [[], ...countDimensions.map((_, at) => [at])].map(keptOf);
/** For all time and for each year; act and family are of one tree. */
const pairs: readonly Kept[] = countDimensions.flatMap((first, at) =>
  countDimensions.flatMap((second, other) =>
    other <= at || (first === "act" && second === "family") ? [] : [keptOf([at, other])],
  ),
);
const all = [...singles, ...pairs];

function keptOf(at: readonly number[]): Kept {
  return { head: at.map((each) => countDimensions[each]).join(","), at };
}

/**
 * Whether a question is answered from kept counts, or by going through the lines of its period. Kept are two dimensions,
 * or one by category, for all time and for years; and one dimension for any period.
 */
export function isKept(by: readonly CountDimension[], period: string, isByCategory: boolean): boolean {
  if (by.length === 0 || isLong(period)) return true;
  return by.length === 1 && !(isByCategory && isShort(period));
}

export function cellsOf(lines: readonly CountLine[]): readonly CountCell[] {
  const cells: CountCell[] = [];
  for (const { period, facts } of countedOf(lines)) {
    const { unit, size, status, category, values } = facts;
    for (const { head, at } of isLong(period) ? all : singles) {
      const isCoarse = isShort(period) && at.length > 0;
      let place = `\t${period}\t${status}\t${isCoarse ? scopeOf(category) : category}`;
      for (const each of at) place += `\t${values[each]}`;
      cells.push([`${head}\t${unit}${place}`, 1]);
      if (unit === "groups") cells.push([`${head}\tstated${place}`, size]);
    }
  }
  return cells;
}

function isLong(period: string): boolean {
  return period === everPeriod || period.startsWith("y");
}

function isShort(period: string): boolean {
  return period.startsWith("m") || period.startsWith("q");
}

/** Whether a subject of this category is in none. */
export function isOutside(category: string): boolean {
  return category.startsWith("not.");
}

/**
 * Where months or quarters are broken down by one dimension, a table of all of them would have a cell for every category too, which
 * nobody can ask for: only whether it is one of the indicator is kept.
 */
function scopeOf(category: string): string {
  return isOutside(category) ? "not.any" : "any";
}

/** The lines at which a subject counts. */
export function countedOf(lines: readonly CountLine[]): readonly Counted[] {
  const counted = new Map<string, Counted>();
  for (const line of lines.length < 2 ? lines : lines.toSorted(byTime)) {
    const facts = parseFacts(line.text);
    for (const period of [everPeriod, ...spans.map((span) => periodOf(span, line.when))]) {
      const key = `${period}\t${facts.status}\t${facts.category}`;
      if (!counted.has(key)) counted.set(key, { period, facts, line });
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

/** Reads what `encodePlace` wrote of these dimensions, and nothing else. */
export function parsePlace(key: string, by: CellPlace["by"]): CellPlace {
  const [, measure = "", period = "", status = "", category = "", ...values] = key.split("\t");
  return { by, measure: measure as Measure, period, status, category, values };
}
