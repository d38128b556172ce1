import type { RecordId } from "@tocsin/core";
import { link, query, valuesOf, type RecordState, type Registry } from "@tocsin/records";
import { caseFileOf, type CaseFile } from "../case-file.ts";
import { glancing } from "../glancing.ts";
import { faceOf, type FindingFace } from "../findings.ts";
import { labelOf } from "../label-of.ts";
import { marksOf, type Marked } from "../marks.ts";
import { namesFor, type NameDecision } from "../names.ts";
import { codesIn, flagIn, integerIn, linkIn, stringIn } from "../values.ts";
import {
  nextOf,
  othersOf,
  spanOf,
  worstOf,
  type CaseSpan,
  type NextRow,
  type OtherRow,
  type WorstLevel,
} from "./case-parts.ts";
import { recordPage, type RecordPage } from "./record-show.ts";

export interface CasePage {
  readonly record: RecordPage;
  readonly road: readonly RoadStretch[];
  readonly timeline: readonly TimelineEntry[];
  readonly people: readonly PersonRow[];
  readonly others: readonly OtherRow[];
  readonly span: CaseSpan;
  readonly next: readonly NextRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly commitments: readonly CommitmentRow[];
  /** What keeps this case from its report, as catalogue keys. */
  readonly missing: readonly { readonly key: string; readonly values: Readonly<Record<string, number>> }[];
}

export interface RoadStretch {
  readonly stretch: "evidence" | "findings" | "incidents" | "commitments" | "outputs";
  readonly count: number;
  readonly todo: number;
  /** Of findings. */
  readonly worst?: WorstLevel | null;
}

export interface TimelineEntry extends Marked {
  readonly record: RecordId;
  readonly kind: "incident" | "finding" | "proceeding" | "hearing" | "deadline" | "action" | "task";
  readonly label: string;
  /** EDTF, or null where nobody knows. */
  readonly date: string | null;
  readonly status: string | null;
  readonly acts: readonly string[];
  readonly sources: number;
  readonly finding: FindingFace | null;
}

export interface PersonRow {
  readonly person: RecordId;
  readonly label: string;
  readonly roles: readonly string[];
  /** Whether the name may stand in something public. */
  readonly named: NameDecision;
}

export interface EvidenceRow {
  readonly record: RecordId;
  readonly label: string;
  readonly size: number | null;
  readonly sha256: string | null;
  readonly verified: string | null;
}

export interface CommitmentRow {
  readonly record: RecordId;
  readonly reference: string | null;
  readonly label: string;
  readonly standing: string | null;
  readonly checked: boolean;
}

export const casePage = query(
  "case.page",
  { case: link("case", { required: true }) },
  async (view, input, { registry, now }): Promise<CasePage> => {
    const file = await caseFileOf(glancing(view), input.case);
    const people = peopleOf(registry, file, now());
    return {
      record: await recordPage(view, registry, input.case),
      road: roadOf(file, people),
      timeline: timelineOf(registry, file),
      people,
      others: othersOf(registry, file),
      span: spanOf(file),
      next: nextOf(registry, file, now()),
      evidence: file.evidence.map((state) => evidenceRow(registry, state)),
      commitments: file.commitments.map((state) => commitmentRow(registry, state)),
      missing: missingOf(file, people),
    };
  },
);

function roadOf(file: CaseFile, people: readonly PersonRow[]): readonly RoadStretch[] {
  const unacted = file.incidents.filter((state) => codesIn(valuesOf(state)["acts"]).length === 0).length;
  const unnamed = people.filter(({ named }) => !named.allowed).length;
  return [
    { stretch: "evidence", count: file.evidence.length, todo: 0 },
    { stretch: "findings", count: file.findings.length, todo: 0, worst: worstOf(file) },
    { stretch: "incidents", count: file.incidents.length, todo: unacted },
    { stretch: "commitments", count: file.commitments.length, todo: 0 },
    { stretch: "outputs", count: file.releases.length, todo: unnamed },
  ];
}

function timelineOf(registry: Registry, file: CaseFile): readonly TimelineEntry[] {
  const inIncident = new Set(file.incidents.flatMap((state) => codesIn(valuesOf(state)["findings"])));
  const faces = new Map(file.findings.map((state) => [String(state.id), faceOf(state.id, valuesOf(state))]));
  const incidents = file.incidents.map((state): TimelineEntry => {
    const values = valuesOf(state);
    const [first] = codesIn(values["findings"]);
    return {
      record: state.id,
      kind: "incident",
      label: labelOf(registry, state),
      date: stringIn(values["when"]),
      status: stringIn(values["status"]),
      acts: codesIn(values["acts"]),
      sources: codesIn(values["sources"]).length,
      finding: (first === undefined ? undefined : faces.get(first)) ?? null,
    };
  });
  const findings = file.findings
    .filter(({ id }) => !inIncident.has(id))
    .map((state) =>
      plainEntry(registry, state, { kind: "finding", date: "time", finding: faces.get(state.id) ?? null }),
    );
  const plain = (
    states: readonly RecordState[],
    kind: PlainEntry["kind"],
    date: string,
  ): readonly TimelineEntry[] =>
    states.map((state) => plainEntry(registry, state, { kind, date, finding: null }));
  return [
    ...incidents,
    ...findings,
    ...plain(file.proceedings, "proceeding", "filed"),
    ...plain(file.hearings, "hearing", "when"),
    ...plain(file.deadlines, "deadline", "due"),
    ...plain(file.actions, "action", "sent"),
    ...plain(file.tasks, "task", "due"),
  ].sort((a, b) => (a.date ?? "9").localeCompare(b.date ?? "9", "en"));
}

interface PlainEntry {
  readonly kind: Exclude<TimelineEntry["kind"], "incident">;
  /** The field that holds its date. */
  readonly date: string;
  readonly finding: FindingFace | null;
}

function plainEntry(
  registry: Registry,
  state: RecordState,
  { kind, date, finding }: PlainEntry,
): TimelineEntry {
  const when = stringIn(valuesOf(state)[date]);
  const label = labelOf(registry, state);
  const known = registry.kinds.get(state.kind);
  const marks = known ? marksOf(registry, known, state) : {};
  return { ...marks, record: state.id, kind, label, date: when, status: null, acts: [], sources: 0, finding };
}

function peopleOf(registry: Registry, file: CaseFile, now: number): readonly PersonRow[] {
  const names = namesFor(file, "public", now);
  const roles = rolesByPerson(file.involvements);
  return file.people.map((state) => ({
    person: state.id,
    label: labelOf(registry, state),
    roles: roles.get(state.id) ?? [],
    named: names.get(state.id) ?? { allowed: false, reason: "no-consent" },
  }));
}

function rolesByPerson(involvements: readonly RecordState[]): ReadonlyMap<RecordId, readonly string[]> {
  const roles = new Map<RecordId, string[]>();
  for (const values of involvements.map(valuesOf)) {
    const [person, role] = [linkIn(values["person"]), stringIn(values["role"])];
    if (person === null || role === null) continue;
    const own = roles.get(person);
    if (own === undefined) roles.set(person, [role]);
    else own.push(role);
  }
  return roles;
}

function evidenceRow(registry: Registry, state: RecordState): EvidenceRow {
  const { size, sha256, verified } = valuesOf(state);
  return {
    record: state.id,
    label: labelOf(registry, state),
    size: integerIn(size),
    sha256: stringIn(sha256),
    verified: stringIn(verified),
  };
}

export function commitmentRow(registry: Registry, state: RecordState): CommitmentRow {
  const { reference, standing, checked } = valuesOf(state);
  return {
    record: state.id,
    reference: stringIn(reference),
    label: labelOf(registry, state),
    standing: stringIn(standing),
    checked: flagIn(checked) === true,
  };
}

function missingOf(file: CaseFile, people: readonly PersonRow[]): CasePage["missing"] {
  const unnamed = people.filter(({ named }) => !named.allowed).length;
  const noActs = file.incidents.filter((state) => codesIn(valuesOf(state)["acts"]).length === 0).length;
  const entries = [
    { key: "case.missing.consents", values: { count: unnamed }, when: unnamed > 0 },
    { key: "case.missing.acts", values: { count: noActs }, when: noActs > 0 },
    { key: "case.missing.incidents", values: { count: 0 }, when: file.incidents.length === 0 },
    { key: "case.missing.evidence", values: { count: 0 }, when: file.evidence.length === 0 },
  ];
  return entries.flatMap(({ when, ...entry }) => (when ? [entry] : []));
}
