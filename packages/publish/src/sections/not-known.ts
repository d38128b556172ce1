// Section 7: what is not known: what the examinations did not see, what else could explain it, what nobody confirmed.
import type { Coverage, CoverageStatus } from "@tocsin/core";
import { labelsOf, type CaseView } from "../case-view.ts";
import type { ReportExamination } from "../report-input.ts";
import { createVoice, labels, row, term, terms, type BlockDraft, type RowDraft } from "../sentence.ts";
import {
  caseThread,
  commitmentThread,
  documentThread,
  evidenceThread,
  examinationThread,
  findingThread,
  incidentThread,
} from "../thread.ts";

export function notKnownSection(view: CaseView): readonly BlockDraft[] {
  const sentences = [
    ...incidentGaps(view),
    ...findingGaps(view),
    ...evidenceGaps(view),
    ...commitmentGaps(view),
    ...(view.input.findings.length > 0 ? [createVoice(documentThread).say("report.unknown.author")] : []),
    createVoice(documentThread).say("report.unknown.silence"),
  ];
  const examinations = view.input.examinations.map((one) => examinationBlock(view, one));
  const none = createVoice(caseThread(view)).say("report.unknown.no-examination");
  return [{ sentences }, ...(examinations.length > 0 ? examinations : [{ sentences: [none] }])];
}

const unseen: readonly Exclude<CoverageStatus, "read">[] = ["missing", "empty", "unreadable", "out-of-scope"];

function examinationBlock(view: CaseView, examination: ReportExamination): BlockDraft {
  const { say } = createVoice(examinationThread(view, examination.id));
  const { coverage, examiner, evidence } = examination;
  const read = coverage.filter(({ status }) => status === "read");
  const rows = read.reduce((sum, entry) => sum + entry.rows, 0);
  const all = read.length === coverage.length && read.length > 0;
  return {
    label: view.examinationLabel(examination.id),
    record: examination.id,
    title:
      evidence !== null && view.evidenceById.has(evidence)
        ? say("report.unknown.examination", {
            examiner: examiner.name,
            version: examiner.version,
            label: labels([view.label(evidence)]),
          })
        : say("report.unknown.examination-bare", { examiner: examiner.name, version: examiner.version }),
    rows: [
      ...row("read", say("report.unknown.read", { count: read.length, rows })),
      ...unseen.flatMap((status) => statusRow(view, examination, status)),
    ],
    sentences: [
      ...(all ? [say("report.unknown.all-read")] : []),
      ...(coverage.length === 0 ? [say("report.unknown.no-coverage")] : []),
    ],
  };
}

function statusRow(
  view: CaseView,
  examination: ReportExamination,
  status: Exclude<CoverageStatus, "read">,
): readonly RowDraft[] {
  const { say, sayOr } = createVoice(examinationThread(view, examination.id));
  const entries = examination.coverage.filter((entry) => entry.status === status);
  if (entries.length === 0) return [];
  const artifacts = [...new Set(entries.map(({ artifact }) => artifact))];
  const notes = notesOf(entries).map((note) =>
    sayOr(note.key, note.values ?? {}, { key: "report.unknown.note", values: { note: note.key } }),
  );
  return row(
    status,
    say("report.unknown.artifacts", { count: artifacts.length, artifacts: terms("artifact", artifacts, "") }),
    ...notes,
  );
}

/** Each note once: many artifacts share a reason. */
function notesOf(entries: readonly Coverage[]): readonly NonNullable<Coverage["note"]>[] {
  const seen = new Set<string>();
  return entries.flatMap(({ note }) => {
    const key = JSON.stringify(note ?? null);
    if (note === undefined || seen.has(key)) return [];
    seen.add(key);
    return [note];
  });
}

function incidentGaps(view: CaseView) {
  const of = (key: string, wanted: (incident: CaseView["incidents"][number]) => boolean) => {
    const found = view.incidents.filter(wanted);
    const list = labels(found.map(({ id }) => view.label(id)));
    const thread = found.flatMap(({ id }) => incidentThread(view, id));
    return found.length === 0 ? [] : [createVoice(thread).say(key, { count: found.length, list })];
  };
  return [
    ...of("report.unknown.reported-only", ({ status }) => status === "reported"),
    ...of("report.unknown.no-date", ({ when }) => when === null),
    ...of("report.unknown.no-place", ({ where }) => where === null),
    ...of(
      "report.unknown.unproven",
      ({ findings, evidence }) => labelsOf(view, findings, view.findingsById).length + evidence.length === 0,
    ),
    ...of("report.unknown.sources-kept", ({ sources, sourceCount }) => sourceCount > sources.length),
    ...of("report.unknown.elsewhere", ({ findings, evidence, sources }) =>
      [
        findings.some((id) => !view.findingsById.has(id)),
        evidence.some((id) => !view.evidenceById.has(id)),
        sources.some((id) => !view.sourcesById.has(id)),
      ].includes(true),
    ),
  ];
}

function findingGaps(view: CaseView) {
  return view.input.findings
    .filter(({ review }) => review !== "dismissed")
    .map((item) => {
      const values = {
        label: labels([view.label(item.id)]),
        review: term("report.review-short", item.review, ""),
      };
      return createVoice(findingThread(view, item.id)).say(
        item.review === "confirmed" ? "report.unknown.harmless-confirmed" : "report.unknown.harmless",
        values,
      );
    });
}

function evidenceGaps(view: CaseView) {
  const of = (key: string, wanted: (item: CaseView["input"]["evidence"][number]) => boolean) => {
    const found = view.input.evidence.filter(wanted);
    const list = labels(found.map(({ id }) => view.label(id)));
    const thread = found.flatMap(({ id }) => evidenceThread(view, id));
    return found.length === 0 ? [] : [createVoice(thread).say(key, { count: found.length, list })];
  };
  const lone = view.input.findings.filter(
    ({ evidence }) => evidence === null || !view.evidenceById.has(evidence),
  );
  const loneThread = lone.flatMap(({ id }) => findingThread(view, id));
  return [
    ...of("report.unknown.no-hash", ({ sha256 }) => sha256 === null),
    ...of(
      "report.unknown.no-origin",
      ({ obtainedHow, obtainedNote, obtainedAt }) =>
        (obtainedHow ?? obtainedNote) === null || obtainedAt === null,
    ),
    ...of("report.unknown.no-consent", ({ consent }) => consent === null),
    ...(lone.length === 0
      ? []
      : [
          createVoice(loneThread).say("report.unknown.finding-without-evidence", {
            count: lone.length,
            list: labels(lone.map(({ id }) => view.label(id))),
          }),
        ]),
  ];
}

function commitmentGaps(view: CaseView) {
  const unchecked = view.input.commitments.filter(({ checked }) => !checked);
  if (unchecked.length === 0) return [];
  const thread = unchecked.flatMap(({ id }) => commitmentThread(view, id));
  return [
    createVoice(thread).say("report.unknown.unchecked", {
      count: unchecked.length,
      list: labels(unchecked.map(({ id }) => view.commitmentLabel(id))),
    }),
  ];
}
