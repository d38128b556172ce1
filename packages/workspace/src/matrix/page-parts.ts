// Parts of the page of a row, a column or a cell: quarters, what the incidents rest on, and assessments with their levels.
import { areAllClosed, distributionsOf, outcomesOf, type Distribution } from "@tocsin/assess";
import { beginningOf, compareQuarters, quarterAround, type Side } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { valuesOf, type CountLine, type RecordState, type View } from "@tocsin/records";
import { assessmentFileOf, settledIn, type AssessmentFile } from "../assessing/assessment-file.ts";
import { linksIn, stringIn, type Values } from "../values.ts";
import type { HeldRecord } from "./places.ts";

/** The day of the resolution: what came before it, and what came after. */
export const adoptedOn = "2025-04-04";

/**
 * `happened`: when an incident began. `known`: the date of its earliest source that has one. `written`: when it was first
 * written down here, to the day of Greenwich.
 */
export const matrixClocks = ["happened", "known", "written"] as const;
export type MatrixClock = (typeof matrixClocks)[number];

export interface QuarterCount {
  /** As `quarterAround` gives it. */
  readonly key: string;
  readonly side: Side;
  /** What is no quarter stands apart: its date is too coarse, or it has none. */
  readonly isQuarter: boolean;
  /** By status, which is never added up. */
  readonly incidents: Readonly<Record<string, number>>;
}

/** When each incident began, was known, and was written down: as much as is known of it, empty where nothing is. */
export type Moments = Readonly<Record<MatrixClock, ReadonlyMap<RecordId, string>>>;

export interface RestsOn {
  /** With at least one file of evidence; with a finding; with a source. */
  readonly evidence: number;
  readonly findings: number;
  readonly sources: number;
  readonly of: number;
}

export async function momentsOf(
  view: View,
  {
    held,
    states,
    lines,
  }: {
    readonly held: readonly HeldRecord[];
    readonly states: readonly RecordState[];
    readonly lines: readonly CountLine[];
  },
): Promise<Moments> {
  const own = lines.filter(({ subject, event }) => subject === event);
  return {
    happened: new Map(own.map(({ event, when }) => [event, when])),
    known: await earliestSources(view, states),
    written: new Map(held.map(({ row }) => [row.id, new Date(row.created).toISOString().slice(0, 10)])),
  };
}

async function earliestSources(
  view: View,
  incidents: readonly RecordState[],
): Promise<ReadonlyMap<RecordId, string>> {
  const leading = new Map(incidents.map((state) => [state.id, linksIn(valuesOf(state)["sources"])]));
  const sources = await view.glance([...new Set([...leading.values()].flat())]);
  const dates = new Map(
    sources.map((state) => [state.id, beginningOf(stringIn(valuesOf(state)["date"]))] as const),
  );
  return new Map(
    [...leading].map(([id, ids]) => [id, earliest(ids.flatMap((each) => dates.get(each) ?? []))] as const),
  );
}

/** Coarse dates stand behind finer ones of the same year: they may be later. */
function earliest(dates: readonly string[]): string {
  const known = dates.filter((date) => date !== "");
  return known.toSorted((a, b) => (`${a}~` < `${b}~` ? -1 : 1))[0] ?? "";
}

export function quartersOf(
  held: readonly HeldRecord[],
  moments: ReadonlyMap<RecordId, string>,
): readonly QuarterCount[] {
  const found = new Map<string, Omit<QuarterCount, "incidents"> & { incidents: Record<string, number> }>();
  for (const { row, apart } of held) {
    const place = quarterAround(moments.get(row.id) ?? "", adoptedOn);
    const known = found.get(place.key) ?? { ...place, incidents: {} };
    known.incidents[apart] = (known.incidents[apart] ?? 0) + 1;
    found.set(place.key, known);
  }
  return [...found.values()].toSorted((a, b) => compareQuarters(a.key, b.key));
}

export function restsOn(incidents: readonly RecordState[]): RestsOn {
  const having = (field: string): number =>
    incidents.filter((state) => linksIn(valuesOf(state)[field]).length > 0).length;
  return {
    evidence: having("evidence"),
    findings: having("findings"),
    sources: having("sources"),
    of: incidents.length,
  };
}

export interface MatrixAssessment {
  readonly record: RecordId;
  readonly label: string;
  /** Name and version of the instrument, and its title; null where that version is not here. */
  readonly instrument: string;
  readonly version: number | null;
  readonly title: { readonly text: string; readonly lang: string } | null;
  /** EDTF: what it is about. */
  readonly period: string | null;
  /** When it was made final; null while it is not. */
  readonly finished: string | null;
  /** Of what raters agreed on or settled, by scale; null while a sheet is open, which is nobody else's to see. */
  readonly levels: readonly Distribution[] | null;
}

/** Levels stay words, each counted by itself: nothing of them is added up. */
export async function assessmentsOf(
  view: View,
  held: readonly HeldRecord[],
): Promise<readonly MatrixAssessment[]> {
  return Promise.all(
    held.map(async ({ row }) => {
      const file = await fileOf(view, row.id);
      const values = file?.values ?? (await glanced(view, row.id));
      return {
        record: row.id,
        label: row.label,
        instrument: stringIn(values["instrument"]) ?? "",
        version: file?.instrument.version ?? null,
        title: file === null ? null : { text: file.instrument.title, lang: file.instrument.lang },
        period: stringIn(values["period"]),
        finished: stringIn(values["finished"]),
        levels: file === null || !areAllClosed(file.sheets) ? null : levelsIn(file),
      };
    }),
  );
}

async function glanced(view: View, id: RecordId): Promise<Values> {
  const [state] = await view.glance([id]);
  return state === undefined ? {} : valuesOf(state);
}

/** Null where the version of its instrument is not here: then there are no questions to speak of. */
async function fileOf(view: View, assessment: RecordId): Promise<AssessmentFile | null> {
  try {
    return await assessmentFileOf(view, assessment);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "records.not-found") return null;
    throw error;
  }
}

function levelsIn(file: AssessmentFile): readonly Distribution[] {
  const outcomes = outcomesOf(file.instrument, file.sheets, settledIn(file));
  return distributionsOf(
    file.instrument.questions.flatMap(({ id, scale }) => {
      const found = outcomes.find(({ question }) => question === id);
      return found === undefined || found.how === "not-asked" ? [] : [{ scale, level: found.level }];
    }),
  );
}
