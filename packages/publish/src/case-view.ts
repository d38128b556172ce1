// The released values by identifier, in the order of the report, with the short labels (I1, F2, E3) they carry there.
import { parseEdtf } from "@tocsin/core";
import { PublishError } from "./errors.ts";
import type {
  ReportConsent,
  ReportEvidence,
  ReportExamination,
  ReportFinding,
  ReportIncident,
  ReportInput,
  ReportPerson,
  ReportSource,
} from "./report-input.ts";

export interface CaseView {
  readonly input: ReportInput;
  /** Names that were struck out of texts. */
  readonly struck: number;
  readonly incidents: readonly ReportIncident[];
  readonly incidentsById: ReadonlyMap<string, ReportIncident>;
  readonly findingsById: ReadonlyMap<string, ReportFinding>;
  readonly evidenceById: ReadonlyMap<string, ReportEvidence>;
  readonly examinationsById: ReadonlyMap<string, ReportExamination>;
  readonly peopleById: ReadonlyMap<string, ReportPerson>;
  readonly sourcesById: ReadonlyMap<string, ReportSource>;
  readonly consentsById: ReadonlyMap<string, ReportConsent>;
  /** An examination can share its record with a finding. */
  examinationLabel(record: string): string;
  /** Its id where that can stand as a label; `C1`, `C2` where it can't. */
  commitmentLabel(id: string): string;
  /** Label of a record in this report; throws `publish.input` for one that is not in it. */
  label(record: string): string;
}

/** Throws `publish.input` where an identifier stands twice or a hash is malformed. */
export function createCaseView(input: ReportInput, struck: number): CaseView {
  const incidents = [...input.incidents].sort(byDate);
  const labels = new Map<string, string>();
  const add = (letter: string, records: readonly { readonly id: string }[], into = labels): void => {
    for (const [at, { id }] of records.entries()) {
      if (into.has(id)) throw badInput("an identifier stands twice");
      into.set(id, `${letter}${at + 1}`);
    }
  };
  add("I", incidents);
  add("F", input.findings);
  add("E", input.evidence);
  const examinations = new Map<string, string>();
  add("X", input.examinations, examinations);
  add("P", input.people);
  add("S", input.sources);
  add("K", input.consents);
  const commitments = new Map<string, string>();
  add("C", input.commitments, commitments);
  checkHashes(input);
  return {
    input,
    struck,
    incidents,
    incidentsById: byId(incidents),
    findingsById: byId(input.findings),
    evidenceById: byId(input.evidence),
    examinationsById: byId(input.examinations),
    peopleById: byId(input.people),
    sourcesById: byId(input.sources),
    consentsById: byId(input.consents),
    label: (record) => known(labels, record),
    examinationLabel: (record) => known(examinations, record),
    commitmentLabel: (id) => (isLabel(id) ? id : known(commitments, id)),
  };
}

function known(labels: ReadonlyMap<string, string>, record: string): string {
  const label = labels.get(record);
  if (label === undefined) throw badInput("a record has no label");
  return label;
}

/** `C-SPY-1`: it goes into anchors, and cannot be taken for another entry's. */
function isLabel(id: string): boolean {
  return /^[A-Za-z]{1,8}-[A-Za-z0-9-]{1,24}$/.test(id);
}

/** Labels of those records that are in this report. */
export function labelsOf(view: CaseView, records: readonly string[], among: ReadonlyMap<string, unknown>) {
  return records.filter((record) => among.has(record)).map((record) => view.label(record));
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

/** Earliest first; without a date last; then by identifier, so that the order is always the same. */
function byDate(a: ReportIncident, b: ReportIncident): number {
  const difference = startOf(a) - startOf(b);
  if (difference !== 0 && !Number.isNaN(difference)) return difference;
  return a.id < b.id ? -1 : 1;
}

function startOf(incident: ReportIncident): number {
  if (incident.when === null) return Number.POSITIVE_INFINITY;
  const { earliest, latest } = parseEdtf(incident.when);
  return earliest ?? latest ?? Number.POSITIVE_INFINITY;
}

function checkHashes(input: ReportInput): void {
  const hashes = [
    ...input.evidence.map(({ sha256 }) => sha256),
    ...input.findings.map(({ fileSha256 }) => fileSha256),
    ...input.examinations.flatMap(({ coverage }) => coverage.map(({ sha256 }) => sha256 ?? null)),
  ];
  if (hashes.some((hash) => hash !== null && !/^[0-9a-f]{64}$/.test(hash)))
    throw badInput("a hash is not 64 hexadecimal digits");
}

function badInput(state: string): PublishError {
  return new PublishError("publish.input", `Cannot compose report: ${state}`);
}
