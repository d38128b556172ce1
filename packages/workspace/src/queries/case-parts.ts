// Parts of a case's page: where and when it happened, what comes next, who takes part without being a person that is named.
import { isEdtf, isJsonObject, levels, parseEdtf, type Level, type RecordId } from "@tocsin/core";
import { labelIn, valuesOf, type RecordState, type Registry } from "@tocsin/records";
import type { CaseFile } from "../case-file.ts";
import { marksOf, type Marked } from "../marks.ts";
import { linkIn, stringIn } from "../values.ts";

export interface CaseSpan {
  /** Codes of the countries in which its incidents happened, each once. */
  readonly countries: readonly string[];
  /** First and last year of its incidents; null where nobody knows. */
  readonly years: readonly [from: number, to: number] | null;
}

export interface NextRow extends Marked {
  readonly record: RecordId;
  readonly kind: "task" | "deadline" | "hearing" | "action";
  readonly label: string;
  /** EDTF: the day that it is due, or for a letter whose answer is waited for the day that it was sent. */
  readonly day: string | null;
  /** IANA name of the time zone in which the day ends; null where nobody said. */
  readonly zone: string | null;
}

export interface OtherRow {
  readonly involvement: RecordId;
  readonly role: string | null;
  /** Null for somebody unknown. */
  readonly organisation: { readonly record: RecordId; readonly label: string } | null;
  readonly perpetratorKind: string | null;
  readonly degree: string | null;
}

/** The most serious level among findings, and how many have it. */
export interface WorstLevel {
  readonly level: Level;
  readonly count: number;
}

const day = 86_400_000;

export function spanOf({ incidents }: CaseFile): CaseSpan {
  const values = incidents.map(valuesOf);
  const countries = values.flatMap(({ where }) =>
    isJsonObject(where) ? (stringIn(where["country"]) ?? []) : [],
  );
  const years = values.flatMap(({ when }) => {
    const [earliest, latest] = boundsOf(stringIn(when));
    return [earliest, latest].flatMap((time) => (time === null ? [] : [new Date(time).getUTCFullYear()]));
  });
  return {
    countries: [...new Set(countries)],
    years: years.length === 0 ? null : [Math.min(...years), Math.max(...years)],
  };
}

/** First and last moment of a date, in milliseconds since 1970; null where it is open, or none. */
function boundsOf(date: string | null): readonly [number | null, number | null] {
  if (date === null || !isEdtf(date)) return [null, null];
  const { earliest, latest } = parseEdtf(date);
  return [earliest ?? null, latest ?? null];
}

/** What is not done and not over, the nearest day first; from yesterday on, because a day ends late somewhere. */
export function nextOf(registry: Registry, file: CaseFile, now: number): readonly NextRow[] {
  const isUndone = (state: RecordState): boolean => valuesOf(state)["done"] === undefined;
  const isToCome = (state: RecordState): boolean =>
    (boundsOf(stringIn(valuesOf(state)["when"]))[1] ?? now) >= now - day;
  const isAwaited = (state: RecordState): boolean => valuesOf(state)["result"] === "waiting";
  const rows = [
    ...rowsFrom(registry, file.tasks.filter(isUndone), { kind: "task", field: "due" }),
    ...rowsFrom(registry, file.deadlines.filter(isUndone), { kind: "deadline", field: "due" }),
    ...rowsFrom(registry, file.hearings.filter(isToCome), { kind: "hearing", field: "when" }),
    ...rowsFrom(registry, file.actions.filter(isAwaited), { kind: "action", field: "sent" }),
  ];
  return rows.sort((a, b) => (a.day ?? "9").localeCompare(b.day ?? "9", "en"));
}

function rowsFrom(
  registry: Registry,
  states: readonly RecordState[],
  { kind, field }: { readonly kind: NextRow["kind"]; readonly field: string },
): readonly NextRow[] {
  return states.map((state) => {
    const values = valuesOf(state);
    const known = registry.kinds.get(state.kind);
    return {
      ...(known ? marksOf(registry, known, state) : {}),
      record: state.id,
      kind,
      label: known ? labelIn(known, state) : "",
      day: stringIn(values[field]),
      zone: stringIn(values["zone"]),
    };
  });
}

/** Organisations, and those of whom nobody knows who they are. */
export function othersOf(registry: Registry, { involvements, organisations }: CaseFile): readonly OtherRow[] {
  const labels = new Map(
    organisations.map((state) => {
      const known = registry.kinds.get(state.kind);
      return [state.id, known ? labelIn(known, state) : ""];
    }),
  );
  return involvements.flatMap((state) => {
    const values = valuesOf(state);
    if (linkIn(values["person"]) !== null) return [];
    const organisation = linkIn(values["organisation"]);
    return [
      {
        involvement: state.id,
        role: stringIn(values["role"]),
        organisation:
          organisation === null ? null : { record: organisation, label: labels.get(organisation) ?? "" },
        perpetratorKind: stringIn(values["perpetratorKind"]),
        degree: stringIn(values["degree"]),
      },
    ];
  });
}

export function worstOf({ findings }: CaseFile): WorstLevel | null {
  const found = findings.map((state) => stringIn(valuesOf(state)["level"]));
  const level = levels.find((each) => found.includes(each));
  return level === undefined ? null : { level, count: found.filter((each) => each === level).length };
}
