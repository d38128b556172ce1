// Behind the numbers of a matrix: whom incidents struck, and the trail of each incident, to its findings and the hash of
// its evidence, with what people decided on whether the commitment is engaged.
import { victimLines, type VictimPlace } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import {
  integer,
  link,
  query,
  string,
  valuesOf,
  type RecordState,
  type Registry,
  type View,
} from "@tocsin/records";
import { labelOf } from "../label-of.ts";
import { heldAt, parseRowsBy, type HeldRecord } from "../matrix/places.ts";
import { linkIn, linksIn, stringIn, textIn } from "../values.ts";
import { labelledCounts, type CountedList } from "./counted-list.ts";

const places = { by: string(), row: string(), commitment: link("commitment") } as const;

/** Whom the incidents of a place struck, as one number of its page counts them. */
export const matrixVictims = query(
  "matrix.victims",
  {
    ...places,
    status: string({ required: true }),
    category: string({ required: true }),
    unit: string({ required: true }),
  },
  async (view, { by, row, commitment, ...asked }, { registry }): Promise<CountedList> => {
    const held = await heldAt({ view, registry }, "incident", { by: parseRowsBy(by), row, commitment });
    const lines = await view.linesOf(held.map((each) => each.row.id));
    // Another unit finds nobody.
    const found = victimLines(lines, asked as VictimPlace);
    return labelledCounts(
      view,
      registry,
      found.map(({ subject, event }) => ({ subject, event, size: 1 })),
    );
  },
);

export interface MatrixTrail {
  /** Newest first. */
  readonly incidents: readonly TrailStep[];
  readonly total: number;
}

export interface TrailStep {
  readonly record: RecordId;
  readonly label: string;
  readonly status: string;
  readonly findings: readonly TrailFinding[];
  /** Of the incident itself, and of its findings. */
  readonly evidence: readonly TrailEvidence[];
  /** What people said last of this commitment; null where nobody decided, or no commitment is asked about. */
  readonly decision: {
    readonly decision: string;
    readonly reason: string;
    readonly when: string | null;
  } | null;
}

export interface TrailFinding {
  readonly record: RecordId;
  readonly label: string;
  readonly level: string | null;
}

export interface TrailEvidence {
  readonly record: RecordId;
  readonly label: string;
  readonly sha256: string | null;
}

const usualTrail = 25;
const longestTrail = 200;

export const matrixTrail = query(
  "matrix.trail",
  { ...places, apart: string(), from: integer(), limit: integer() },
  async (
    view,
    { by, row, commitment, apart, from = 0, limit = usualTrail },
    { registry },
  ): Promise<MatrixTrail> => {
    const held = await heldAt({ view, registry }, "incident", { by: parseRowsBy(by), row, commitment });
    const asked = held.filter((each) => apart === undefined || each.apart === apart);
    const some = asked.slice(from, from + Math.min(limit, longestTrail));
    return { incidents: await trailOf({ view, registry }, some, commitment ?? null), total: asked.length };
  },
);

export interface TrailPorts {
  readonly view: View;
  readonly registry: Registry;
}

export async function trailOf(
  { view, registry }: TrailPorts,
  held: readonly HeldRecord[],
  commitment: RecordId | null,
): Promise<readonly TrailStep[]> {
  const ids = held.map(({ row }) => row.id);
  const incidents = byId(await view.glance(ids));
  const findings = byId(await view.glance(linkedFrom(incidents, "findings")));
  const evidence = byId(
    await view.glance([...linkedFrom(incidents, "evidence"), ...linkedFrom(findings, "evidence")]),
  );
  const decided = await view.glanceLinked(ids, { kind: "engagement", field: "of" });
  return held.map(({ row, apart }) => {
    const own = linksOf(incidents.get(row.id), "findings").flatMap((id) => findings.get(id) ?? []);
    const files = [
      ...linksOf(incidents.get(row.id), "evidence"),
      ...own.flatMap((finding) => linksOf(finding, "evidence")),
    ];
    return {
      record: row.id,
      label: row.label,
      status: apart,
      findings: own.map((state) => ({
        record: state.id,
        label: labelOf(registry, state),
        level: stringIn(valuesOf(state)["level"]),
      })),
      evidence: [...new Set(files)]
        .flatMap((id) => evidence.get(id) ?? [])
        .map((state) => ({
          record: state.id,
          label: labelOf(registry, state),
          sha256: stringIn(valuesOf(state)["sha256"]),
        })),
      decision: commitment === null ? null : lastDecision(decided.get(row.id) ?? [], commitment),
    };
  });
}

type States = ReadonlyMap<RecordId, RecordState>;

function byId(states: readonly RecordState[]): States {
  return new Map(states.map((state) => [state.id, state]));
}

function linkedFrom(states: States, field: string): readonly RecordId[] {
  return [...states.values()].flatMap((state) => linksOf(state, field));
}

/** A field with one link, or with several. */
function linksOf(state: RecordState | undefined, field: string): readonly RecordId[] {
  if (state === undefined) return [];
  const value = valuesOf(state)[field];
  const one = linkIn(value);
  return one === null ? linksIn(value) : [one];
}

function lastDecision(states: readonly RecordState[], commitment: RecordId): TrailStep["decision"] {
  const last = states
    .map((state) => ({ at: state.created.at, values: valuesOf(state) }))
    .filter(({ values }) => values["commitment"] === commitment)
    .toSorted((a, b) => a.at - b.at)
    .at(-1);
  if (last === undefined) return null;
  const { decision, reason, when } = last.values;
  return { decision: stringIn(decision) ?? "", reason: textIn(reason)?.text ?? "", when: stringIn(when) };
}
