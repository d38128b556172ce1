// What can be asked of the counts, and how a table is read out of them.
import type { CountLine } from "@tocsin/records";
import {
  countedOf,
  encodePlace,
  isKept,
  isOutside,
  parsePlace,
  type CellPlace,
  type Measure,
} from "./cells.ts";
import { groupedBy } from "./grouped.ts";
import { countDimensions, type CountDimension } from "./lines.ts";
import { everPeriod, parsePeriod, spans } from "./periods.ts";

/** What a table can be broken down by: dimensions, the category, or periods one after the other. */
export const breakdowns = ["category", ...countDimensions, ...spans] as const;
export type Breakdown = (typeof breakdowns)[number];

export const measures = ["people", "organisations", "groups", "stated", "unnamed", "incidents"] as const;

/** `indicator`: what meets the conditions of a category. `all`: whatever was recorded. */
export const scopes = ["indicator", "all"] as const;

export interface CountQuestion {
  readonly measure: (typeof measures)[number];
  readonly scope: (typeof scopes)[number];
  /** None, one or two. */
  readonly by: readonly Breakdown[];
  /** As `parsePeriod` reads it; all time where it is absent. */
  readonly period?: string;
}

/** Counts of one status: those of different ones are never added up. Rows and columns come in order of their codes. */
export interface CountTable {
  readonly status: string;
  readonly rows: readonly string[];
  /** Empty where the question has no second breakdown: then `cells` has one column. */
  readonly columns: readonly string[];
  readonly cells: readonly (readonly number[])[];
}

/** Where counts are read from. */
export interface CountSource {
  /** Every kept count whose key begins so. */
  counts(prefix: string): Promise<ReadonlyMap<string, number>>;
  /** Lines of the events that began in these months, both included. */
  countLines(from: string, to: string): Promise<readonly CountLine[]>;
}

export type BadQuestion = "measure" | "scope" | "by" | "period";

/** A question in whatever words. */
export interface LooseQuestion {
  readonly measure: string;
  readonly scope: string;
  readonly by: readonly string[];
  readonly period?: string;
}

/** What is wrong with a question; null where it is a `CountQuestion`. */
export function faultOf({ measure, scope, by, period }: LooseQuestion): BadQuestion | null {
  if (!measures.some((each) => each === measure)) return "measure";
  if (!scopes.some((each) => each === scope)) return "scope";
  if (period !== undefined && parsePeriod(period) === null) return "period";
  return isBrokenDown(by, measure, period !== undefined) ? null : "by";
}

/** Gender and age are of people; act and family are of one tree; periods run one after the other or are one. */
function isBrokenDown(by: readonly string[], measure: string, isOnePeriod: boolean): boolean {
  const has = (...some: readonly Breakdown[]): number => some.filter((each) => by.includes(each)).length;
  if (by.length > 2 || new Set(by).size < by.length || has(...breakdowns) < by.length) return false;
  if (has("act", "family") === 2 || has(...spans) > (isOnePeriod ? 0 : 1)) return false;
  return measure === "people" || has("gender", "age") === 0;
}

/** Tables by status, in the order of their codes; none where nothing was counted. */
export async function readTables(
  source: CountSource,
  question: CountQuestion,
): Promise<readonly CountTable[]> {
  const { by, scope } = question;
  const [first, second] = [valueReader(by[0], question), valueReader(by[1], question)];
  const tables = new Map<string, Sums>();
  for (const { place, count } of await readCells(source, question)) {
    if (scope === "indicator" && isOutside(place.category)) continue;
    const sums = within(tables, place.status, () => new Map());
    const row = within(sums, first(place), () => new Map());
    const column = second(place);
    row.set(column, (row.get(column) ?? 0) + count);
  }
  return [...tables].sort(byCode).map(([status, sums]) => tableOf(status, sums, by.length));
}

/** Why people are in no category, by status and reason. */
export async function readNotCounted(
  source: CountSource,
  question: CountQuestion,
): Promise<readonly { readonly status: string; readonly reason: string; readonly count: number }[]> {
  const found = await readCells(source, { ...question, by: [] });
  return found.flatMap(({ place: { status, category }, count }) =>
    isOutside(category) ? [{ status, reason: category, count }] : [],
  );
}

interface Found {
  readonly place: CellPlace;
  readonly count: number;
}

async function readCells(source: CountSource, question: CountQuestion): Promise<readonly Found[]> {
  const { measure, period } = question;
  const by = countDimensions.filter((name) => question.by.includes(name));
  const span = spans.find((each) => question.by.includes(each));
  const asked = period === undefined ? null : parsePeriod(period);
  if (asked !== null && !isKept(by, asked.key, question.by.includes("category")))
    return cellsOfLines(source, { by, measure }, asked);
  const prefix = span === undefined ? `${asked?.key ?? everPeriod}\t` : span.slice(0, 1);
  const counts = await source.counts(`${by.join(",")}\t${measure}\t${prefix}`);
  return Array.from(counts, ([key, count]) => ({ place: parsePlace(key, by), count }));
}

async function cellsOfLines(
  source: CountSource,
  { by, measure }: { readonly by: readonly CountDimension[]; readonly measure: Measure },
  { key, from, to }: { readonly key: string; readonly from: string; readonly to: string },
): Promise<readonly Found[]> {
  const counts = new Map<string, number>();
  const lines = await source.countLines(from, to);
  for (const ofSubject of groupedBy(lines, ({ subject }) => subject).values())
    for (const { period, facts } of countedOf(ofSubject)) {
      if (period !== key || facts.unit !== (measure === "stated" ? "groups" : measure)) continue;
      const { status, category, values } = facts;
      const place = encodePlace({
        by,
        measure,
        period,
        status,
        category,
        values: by.map((name) => values[countDimensions.indexOf(name)] ?? ""),
      });
      counts.set(place, (counts.get(place) ?? 0) + (measure === "stated" ? facts.size : 1));
    }
  return Array.from(counts, ([place, count]) => ({ place: parsePlace(place, by), count }));
}

/** What a cell has to say about a breakdown; nothing where there is none. */
function valueReader(breakdown: Breakdown | undefined, { by }: CountQuestion): (place: CellPlace) => string {
  if (breakdown === undefined) return () => "";
  if (breakdown === "category") return ({ category }) => category;
  const at = countDimensions.filter((name) => by.includes(name)).findIndex((name) => name === breakdown);
  return at >= 0 ? ({ values }) => values[at] ?? "" : ({ period }) => period;
}

/** Of rows, of columns. Tens of thousands of cells come into one table by months, so that little may be made of each. */
type Sums = Map<string, Map<string, number>>;

function tableOf(status: string, sums: Sums, breakdowns: number): CountTable {
  const rows = [...sums].sort(byCode);
  const columns = [...new Set(rows.flatMap(([, row]) => [...row.keys()]))].sort();
  return {
    status,
    rows: rows.map(([row]) => row),
    columns: breakdowns < 2 ? [] : columns,
    cells: rows.map(([, row]) => columns.map((column) => row.get(column) ?? 0)),
  };
}

function within<Value>(all: Map<string, Value>, key: string, make: () => Value): Value {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = make();
  all.set(key, made);
  return made;
}

function byCode([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a === b ? 0 : 1;
}
