// Records that somebody chose for a draft: what they say it is about, and which part of it each stands with. A draft takes
// them as it takes any: by the records that its parts rest on, so that what may not leave makes no note.
import { parsePlace, type RecordId } from "@tocsin/core";
import type { DocumentTemplate, ReportPiece, TemplatePart } from "@tocsin/publish";
import { valuesOf, type RecordState } from "@tocsin/records";
import { linkIn, stringIn } from "../values.ts";

/** More are no choice of anybody's. */
export const mostChosen = 200;

export interface AboutChosen {
  readonly case?: RecordId;
  /** ISO 3166. */
  readonly country?: string;
  readonly proceeding?: RecordId;
  readonly measure?: RecordId;
}

/** Only what all of them say alike: a draft about one case tells the whole of that case. */
export function aboutChosen({ about }: DocumentTemplate, states: readonly RecordState[]): AboutChosen {
  const only = (kind: string): RecordId | null =>
    alike(states.filter((each) => each.kind === kind).map(idOf));
  const shared = {
    case: alike(states.filter(({ kind }) => !isOfNoCase.has(kind)).map(caseOf)),
    country:
      about === "state" ? alike(states.filter(({ kind }) => hasState.has(kind)).map(stateOfRecord)) : null,
    proceeding: about === "proceeding" ? only("proceeding") : null,
    measure: about === "measure" ? only("measure") : null,
  };
  return Object.fromEntries(Object.entries(shared).filter(([, value]) => value !== null));
}

/** By name of the part, each record once. */
export function partsOfChosen(
  { parts }: DocumentTemplate,
  states: readonly RecordState[],
): ReadonlyMap<string, readonly RecordId[]> {
  const placed = new Map<string, RecordId[]>();
  for (const { id, kind } of states) {
    const part = partFor(parts, kind);
    if (part === undefined) continue;
    const own = placed.get(part.name);
    if (own === undefined) placed.set(part.name, [id]);
    else if (!own.includes(id)) own.push(id);
  }
  return placed;
}

const isOfNoCase: ReadonlySet<string> = new Set([
  "commitment",
  "provision",
  "recommendation",
  "resource",
  "measure",
  "person",
  "organisation",
]);
const hasState: ReadonlySet<string> = new Set(["incident", "measure", "proceeding"]);

function alike<Value>(values: readonly (Value | null)[]): Value | null {
  const [first = null, ...others] = values;
  return others.every((each) => each === first) ? first : null;
}

function idOf({ id }: RecordState): RecordId {
  return id;
}

function caseOf(state: RecordState): RecordId | null {
  return state.kind === "case" ? state.id : linkIn(valuesOf(state)["case"]);
}

/** As the counts by State have it: the State of origin where one is named, otherwise where it happened. */
function stateOfRecord(state: RecordState): string | null {
  const { originState, country, where } = valuesOf(state);
  return (
    stringIn(originState) ??
    stringIn(country) ??
    (where === undefined ? null : (parsePlace(where).country ?? null))
  );
}

interface Fitting {
  readonly tables: readonly string[];
  readonly pieces: readonly ReportPiece[];
}

const facts: Fitting = { tables: [], pieces: ["happened", "found", "evidence"] };
const promises: Fitting = { tables: ["state-commitments"], pieces: ["held-against"] };
const fitting: Readonly<Record<string, Fitting>> = {
  finding: { tables: [], pieces: ["found", "happened"] },
  evidence: { tables: [], pieces: ["evidence", "found", "happened"] },
  measure: { tables: ["state-measures", "deployment"], pieces: ["measures"] },
  proceeding: { tables: ["lawsuit"], pieces: ["answered"] },
  action: { tables: [], pieces: ["answered"] },
  commitment: promises,
  provision: promises,
  recommendation: promises,
};

/** Parts in which the case is made, where none is filled by records of the kind. */
const making: readonly string[] = ["letter", "statement", "told", "situation", "summary", "context"];

function partFor(parts: readonly TemplatePart[], kind: string): TemplatePart | undefined {
  const { tables, pieces } = fitting[kind] ?? facts;
  const inTable = parts.find(({ fill }) => fill.from === "table" && tables.includes(fill.table));
  const inReport = pieces.flatMap(
    (piece) => parts.find(({ fill }) => fill.from === "report" && fill.sections.includes(piece)) ?? [],
  );
  const inWords = making.flatMap((name) => parts.find((part) => part.name === name) ?? []);
  const rest = parts.filter(({ fill }) => fill.from === "table" || fill.from === "report");
  return [inTable ?? [], inReport, inWords, rest].flat()[0];
}
