// Section 4: the pieces of evidence, with the hash of their bytes and how they came here.
import { labelsOf, type CaseView } from "../case-view.ts";
import type { ReportEvidence } from "../report-input.ts";
import type { ThreadStep } from "../report.ts";
import { createVoice, dateValue, labels, row, term, type BlockDraft, type RowDraft } from "../sentence.ts";
import { caseThread, evidenceThread, shownName } from "../thread.ts";

export function evidenceSection(view: CaseView): readonly BlockDraft[] {
  if (view.input.evidence.length === 0)
    return [{ sentences: [createVoice(caseThread(view)).say("report.evidence.none")] }];
  return view.input.evidence.map((item) => evidenceBlock(view, item));
}

function evidenceBlock(view: CaseView, item: ReportEvidence): BlockDraft {
  const thread = evidenceThread(view, item.id);
  const { quote, say, verbatim } = createVoice(thread);
  return {
    label: view.label(item.id),
    record: item.id,
    title: quote(item.title),
    rows: [
      ...row("copy-of", copySentence(view, item, thread)),
      ...row(
        "described",
        item.described === undefined
          ? null
          : say("report.evidence.described", { reason: term("describedReasons", item.described) }),
      ),
      ...row("sha256", item.sha256 === null ? say("report.evidence.no-hash") : verbatim(item.sha256)),
      ...row("size", sizeSentence(item, thread)),
      ...row("first-look", ...lookSentences(item, thread)),
      ...obtainedRows(view, item, thread),
      ...row("serves", servesSentence(view, item, thread)),
    ],
  };
}

function copySentence(view: CaseView, { copy }: ReportEvidence, thread: readonly ThreadStep[]) {
  if (copy === undefined) return null;
  const { say } = createVoice(thread);
  const kind = term("workingCopyKinds", copy.kind);
  return copy.of !== null && view.evidenceById.has(copy.of)
    ? say("report.evidence.copy", { kind, label: labels([view.label(copy.of)]) })
    : say("report.evidence.copy-elsewhere", { kind });
}

function sizeSentence({ size, mediaType }: ReportEvidence, thread: readonly ThreadStep[]) {
  const { say } = createVoice(thread);
  if (size === null) return say("report.evidence.size-unknown");
  if (mediaType === null) return say("report.evidence.size", { count: size });
  return say("report.evidence.size-type", { count: size, type: mediaType });
}

/** What the name and the first bytes say, and what was noticed; nothing where nothing was. */
function lookSentences({ mediaType, looksLike, signs = [] }: ReportEvidence, thread: readonly ThreadStep[]) {
  if (signs.length === 0) return [null];
  const { say } = createVoice(thread);
  const types =
    looksLike === undefined
      ? say("report.evidence.look-unknown", { claimed: mediaType ?? "-" })
      : say("report.evidence.look", { found: looksLike, claimed: mediaType ?? "-" });
  return [types, ...signs.map((sign) => say("report.evidence.sign", { sign: term("fileSigns", sign) }))];
}

function obtainedRows(
  view: CaseView,
  item: ReportEvidence,
  thread: readonly ThreadStep[],
): readonly RowDraft[] {
  const { quote, say } = createVoice(thread);
  const { obtainedHow, obtainedNote, obtainedAt, obtainedBy } = item;
  const name = obtainedBy === null ? null : shownName(obtainedBy);
  return [
    ...row(
      "obtained-how",
      obtainedHow === null ? null : say("report.evidence.how", { how: term("obtained", obtainedHow) }),
      obtainedHow === null && obtainedNote === null ? say("report.evidence.how-unknown") : null,
      obtainedNote === null ? null : quote(obtainedNote),
    ),
    ...row(
      "obtained-when",
      obtainedAt === null
        ? say("report.date.unknown")
        : say("report.evidence.when", { date: dateValue(obtainedAt) }),
    ),
    ...row(
      "obtained-by",
      name !== null
        ? say("report.evidence.by", { name })
        : say(obtainedBy === null ? "report.evidence.by-unknown" : "report.name.withheld"),
    ),
    ...row("consent", ...consentSentences(view, item, thread)),
  ];
}

function consentSentences(view: CaseView, item: ReportEvidence, thread: readonly ThreadStep[]) {
  const { quote, say } = createVoice(thread);
  const { consent, consentText } = item;
  const words =
    consentText === "left-out"
      ? say("report.evidence.consent-left-out")
      : consentText === undefined
        ? null
        : quote(consentText);
  if (consent === null) return [words ?? say("report.evidence.no-consent")];
  if (!view.consentsById.has(consent)) return [say("report.evidence.consent-elsewhere"), words];
  return [say("report.list", { list: labels([view.label(consent)]) }), words];
}

function servesSentence(view: CaseView, item: ReportEvidence, thread: readonly ThreadStep[]) {
  const findings = view.input.findings.filter(({ evidence }) => evidence === item.id).map(({ id }) => id);
  const incidents = view.incidents
    .filter((one) => one.evidence.includes(item.id) || one.findings.some((id) => findings.includes(id)))
    .map(({ id }) => id);
  const served = [
    ...labelsOf(view, findings, view.findingsById),
    ...labelsOf(view, incidents, view.incidentsById),
  ];
  return served.length === 0
    ? createVoice(thread).say("report.evidence.unused")
    : createVoice(thread).say("report.list", { list: labels(served) });
}
