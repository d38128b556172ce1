// The way back from a sentence: to incidents, findings, evidence and hashes, or to the person, source or release that
// says it. No branch stops without saying where and why.
import type { CaseView } from "./case-view.ts";
import type { ReportEvidence, ReportFinding, ReportName } from "./report-input.ts";
import type { Gap, ThreadStep } from "./report.ts";

export const documentThread: readonly ThreadStep[] = [{ depth: 1, kind: "document" }];

/** What the release itself says: who approved what for whom. */
export function releaseThread(view: CaseView): readonly ThreadStep[] {
  return [{ depth: 1, kind: "statement", by: "release", record: view.input.release.id }];
}

/** What stands in the case file and rests on nothing else that is released. */
export function caseThread(view: CaseView, depth = 1): readonly ThreadStep[] {
  return [{ depth, kind: "statement", by: "case-file", record: view.input.case.id }];
}

export function incidentThread(view: CaseView, id: string, depth = 1): readonly ThreadStep[] {
  const incident = view.incidentsById.get(id);
  if (!incident) return caseThread(view, depth);
  const below = [
    ...incident.findings.flatMap((finding) => findingThread(view, finding, depth + 1)),
    ...incident.evidence.flatMap((evidence) => evidenceThread(view, evidence, depth + 1)),
    ...incident.sources.flatMap((source) => sourceThread(view, source, depth + 1)),
    ...(incident.sourceCount > incident.sources.length ? [gap("source", depth + 1)] : []),
  ];
  return [
    { depth, kind: "incident", label: view.label(id), record: incident.id },
    ...(below.length > 0 ? withoutRepeats(below) : caseThread(view, depth + 1)),
  ];
}

export function findingThread(view: CaseView, id: string, depth = 1): readonly ThreadStep[] {
  const finding = view.findingsById.get(id);
  if (!finding) return [gap("finding", depth)];
  return [findingStep(view, finding, depth), ...restOfFinding(view, finding, depth + 1)];
}

export function evidenceThread(view: CaseView, id: string, depth = 1): readonly ThreadStep[] {
  const evidence = view.evidenceById.get(id);
  if (!evidence) return [gap("evidence", depth)];
  const step = evidenceStep(view, evidence, depth);
  return evidence.sha256 === null ? [step, gap("hash", depth + 1)] : [step];
}

export function examinationThread(view: CaseView, id: string, depth = 1): readonly ThreadStep[] {
  const examination = view.examinationsById.get(id);
  if (!examination) return [gap("examination", depth)];
  const { evidence, examiner, at } = examination;
  return [
    {
      depth,
      kind: "examination",
      label: view.examinationLabel(id),
      record: examination.id,
      examiner: examiner.name,
      examinerVersion: examiner.version,
      at,
    },
    ...(evidence === null ? [gap("evidence", depth + 1)] : evidenceThread(view, evidence, depth + 1)),
  ];
}

export function sourceThread(view: CaseView, id: string, depth = 1): readonly ThreadStep[] {
  const source = view.sourcesById.get(id);
  return source
    ? [{ depth, kind: "source", label: view.label(id), record: source.id }]
    : [gap("source", depth)];
}

/** A person stands in the report by a consent, by the incidents in which the person takes part, or by the case file. */
export function personThread(view: CaseView, id: string, depth = 1): readonly ThreadStep[] {
  const person = view.peopleById.get(id);
  if (!person) return caseThread(view, depth);
  const incidents = view.incidents.filter(({ people }) => people.some((one) => one.person === id));
  const below = [
    ...(person.consent === null ? [] : consentThread(view, person.consent, depth + 1)),
    ...incidents.flatMap((incident) => incidentThread(view, incident.id, depth + 1)),
  ];
  return [
    { depth, kind: "person", label: view.label(id), record: person.id },
    ...(below.length > 0 ? below : caseThread(view, depth + 1)),
  ];
}

export function consentThread(view: CaseView, id: string, depth = 1): readonly ThreadStep[] {
  const consent = view.consentsById.get(id);
  return consent
    ? [{ depth, kind: "consent", label: view.label(id), record: consent.id }]
    : caseThread(view, depth);
}

export function commitmentThread(view: CaseView, id: string, depth = 1): readonly ThreadStep[] {
  const commitment = view.input.commitments.find((one) => one.id === id);
  if (!commitment) return caseThread(view, depth);
  const sources = commitment.sources.map(({ title, url }): ThreadStep => ({
    depth: depth + 1,
    kind: "publication",
    title,
    url,
  }));
  return [
    { depth, kind: "commitment", label: view.commitmentLabel(id), instrument: commitment.instrument },
    ...(sources.length > 0 ? sources : caseThread(view, depth + 1)),
  ];
}

/** Steps that end a branch: bytes with a hash, a person's or source's word, this document, or a gap that is named. */
export function isEnd(step: ThreadStep): boolean {
  switch (step.kind) {
    case "evidence":
      return step.sha256 !== null;
    case "file":
    case "source":
    case "consent":
    case "publication":
    case "statement":
    case "gap":
    case "document":
      return true;
    case "incident":
    case "finding":
    case "examination":
    case "person":
    case "commitment":
      return false;
  }
}

/** The last step of every branch. */
export function endsOf(thread: readonly ThreadStep[]): readonly ThreadStep[] {
  return thread.filter((step, at) => (thread[at + 1]?.depth ?? 0) <= step.depth);
}

/** The released name as one text, in all its scripts; null where it is withheld. */
export function shownName(name: ReportName): string | null {
  return name.shown ? name.names.map(({ text }) => text).join(" / ") : null;
}

function gap(what: Gap, depth: number): ThreadStep {
  return { depth, kind: "gap", what };
}

function findingStep(view: CaseView, finding: ReportFinding, depth: number): ThreadStep {
  const { examiner } = finding.kind === "finding" ? finding.finding : finding.verdict;
  return {
    depth,
    kind: "finding",
    label: view.label(finding.id),
    record: finding.id,
    examiner: examiner.name,
    examinerVersion: examiner.version,
    place: placeOf(finding),
  };
}

/** The exact place of a finding inside its evidence. */
export function placeOf(finding: ReportFinding): {
  readonly file: string;
  readonly table: string | null;
  readonly row: number | null;
  readonly line: number | null;
} {
  if (finding.kind === "verdict")
    return { file: finding.verdict.file, table: null, row: null, line: finding.verdict.line };
  const { file, table = null, row = null, line = null } = finding.finding.place;
  return { file, table, row, line };
}

function restOfFinding(view: CaseView, finding: ReportFinding, depth: number): readonly ThreadStep[] {
  const below = (at: number): readonly ThreadStep[] =>
    finding.evidence === null ? [gap("evidence", at)] : evidenceThread(view, finding.evidence, at);
  if (finding.fileSha256 === null) return below(depth);
  const file: ThreadStep = { depth, kind: "file", path: placeOf(finding).file, sha256: finding.fileSha256 };
  return [file, ...below(depth + 1)];
}

function evidenceStep(view: CaseView, evidence: ReportEvidence, depth: number): ThreadStep {
  const consent =
    evidence.consent !== null && view.consentsById.has(evidence.consent)
      ? view.label(evidence.consent)
      : null;
  return {
    depth,
    kind: "evidence",
    label: view.label(evidence.id),
    record: evidence.id,
    sha256: evidence.sha256,
    obtainedHow: evidence.obtainedHow,
    obtainedNote: evidence.obtainedNote?.text ?? null,
    obtainedAt: evidence.obtainedAt,
    obtainedBy: evidence.obtainedBy === null ? null : shownName(evidence.obtainedBy),
    consent,
  };
}

/** Evidence that already stands below a finding is not listed a second time beside it. */
function withoutRepeats(steps: readonly ThreadStep[]): readonly ThreadStep[] {
  const seen = new Set<string>();
  const top = Math.min(...steps.map(({ depth }) => depth));
  for (const step of steps) if (step.kind === "evidence" && step.depth > top) seen.add(step.record);
  return steps.filter(
    (step, at) =>
      !(step.kind === "evidence" && step.depth === top && seen.has(step.record) && isLeaf(steps, at)),
  );
}

function isLeaf(steps: readonly ThreadStep[], at: number): boolean {
  return (steps[at + 1]?.depth ?? 0) <= (steps[at]?.depth ?? 0);
}
