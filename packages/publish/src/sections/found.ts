// Section 3: what was found in the evidence, and where. Every finding stands with its harmless explanations.
import type { CaseView } from "../case-view.ts";
import type { ReportFinding } from "../report-input.ts";
import type { ThreadStep } from "../report.ts";
import {
  createVoice,
  dateValue,
  row,
  term,
  terms,
  type BlockDraft,
  type RowDraft,
  type Values,
} from "../sentence.ts";
import { caseThread, findingThread, placeOf } from "../thread.ts";

type Thread = readonly ThreadStep[];

export function foundSection(view: CaseView): readonly BlockDraft[] {
  if (view.input.findings.length === 0)
    return [{ sentences: [createVoice(caseThread(view)).say("report.found.none")] }];
  return view.input.findings.map((finding) =>
    finding.kind === "finding" ? findingBlock(view, finding) : verdictBlock(view, finding),
  );
}

type Finding = Extract<ReportFinding, { kind: "finding" }>;
type VerdictFinding = Extract<ReportFinding, { kind: "verdict" }>;

function findingBlock(view: CaseView, item: Finding): BlockDraft {
  const thread = findingThread(view, item.id);
  const { say } = createVoice(thread);
  const { finding } = item;
  return {
    label: view.label(item.id),
    record: item.id,
    title: say("report.finding.title", {
      type: term("finding-type", finding.type),
      artifact: term("artifact", finding.artifact, ""),
    }),
    mark: { kind: "level", code: finding.level },
    rows: [
      ...meaningRows(item, thread),
      ...row("matched", ...indicatorSentences(item, thread)),
      ...row("place", placeSentence(item, thread)),
      ...row("time", timeSentence(finding.time, thread)),
      ...row("examiner", examinerSentence(item, thread)),
      ...row("file-sha256", item.fileSha256 === null ? null : createVoice(thread).verbatim(item.fileSha256)),
    ],
    sentences: reviewSentences(item, thread),
  };
}

/** Texts of the examiners' catalogue; a finding whose texts are missing is named by its type. */
function meaningRows({ finding }: Finding, thread: Thread): readonly RowDraft[] {
  const { sayOr, verbatim } = createVoice(thread);
  const values = findingValues(finding);
  const part = (name: "seen" | "means" | "harmless" | "next") =>
    sayOr(`finding.${finding.meaning}.${name}`, values, {
      key: `report.finding.no-text.${name}`,
      values: { type: term("finding-type", finding.type) },
    });
  return [
    ...row("seen", part("seen"), finding.value === "" ? null : verbatim(finding.value)),
    ...row("means", part("means")),
    ...row("harmless", part("harmless")),
    ...row("next", part("next")),
  ];
}

function findingValues(finding: Finding["finding"]): Values {
  const { place, indicators } = finding;
  const campaigns = [...new Set(indicators.map(({ campaign }) => campaign))];
  return {
    value: finding.value,
    type: term("finding-type", finding.type),
    artifact: term("artifact", finding.artifact, ""),
    file: place.file,
    table: place.table ?? "",
    row: place.row ?? 0,
    line: place.line ?? 0,
    time: finding.time ?? "",
    count: indicators.length,
    campaigns: campaigns.join(", "),
    campaign: campaigns.join(", "),
    pattern: indicators[0]?.pattern ?? "",
    source: indicators[0]?.source ?? "",
  };
}

function indicatorSentences({ finding }: Finding, thread: Thread) {
  const { say } = createVoice(thread);
  return finding.indicators.map(({ pattern, campaign, source }) =>
    say("report.finding.indicator", { pattern, campaign, source }),
  );
}

function verdictBlock(view: CaseView, item: VerdictFinding): BlockDraft {
  const thread = findingThread(view, item.id);
  const { say } = createVoice(thread);
  const { verdict } = item;
  return {
    label: view.label(item.id),
    record: item.id,
    title:
      verdict.input === null
        ? say("report.verdict.title", { test: term("test", verdict.test) })
        : say("report.verdict.title-input", { input: verdict.input, test: term("test", verdict.test) }),
    mark: { kind: "verdict", code: verdict.state },
    rows: [
      ...row("network", networkSentence(verdict, thread)),
      ...row(
        "mechanisms",
        verdict.mechanisms.length > 0
          ? say("report.list", { list: terms("mechanism", verdict.mechanisms) })
          : null,
      ),
      ...row("rules", ...ruleSentences(verdict, thread)),
      ...row("harmless", say(`report.verdict.harmless.${isAnomaly(verdict.state) ? "anomaly" : "other"}`)),
      ...row("place", placeSentence(item, thread)),
      ...row("time", timeSentence(verdict.time, thread)),
      ...row("examiner", examinerSentence(item, thread)),
      ...row("file-sha256", item.fileSha256 === null ? null : createVoice(thread).verbatim(item.fileSha256)),
    ],
    sentences: reviewSentences(item, thread),
  };
}

function ruleSentences(verdict: VerdictFinding["verdict"], thread: Thread) {
  const { sayOr } = createVoice(thread);
  return verdict.rules.map(({ id, layer }) =>
    sayOr(
      `rule.${id}.says`,
      { layer },
      { key: "report.verdict.rule", values: { rule: { kind: "term", key: id, code: id }, layer } },
    ),
  );
}

function networkSentence({ network, country }: VerdictFinding["verdict"], thread: Thread) {
  const { say } = createVoice(thread);
  if (network === null && country === null) return say("report.verdict.network-unknown");
  return say("report.verdict.network", { network: network ?? "–", country: country ?? "–" });
}

function isAnomaly(state: string): boolean {
  return state === "blocked" || state === "likely-blocked" || state === "impaired" || state === "down";
}

function placeSentence(item: ReportFinding, thread: Thread) {
  const { say } = createVoice(thread);
  const { file, table, row: at, line } = placeOf(item);
  if (table !== null && at !== null) return say("report.finding.place-row", { file, table, row: String(at) });
  if (table !== null) return say("report.finding.place-table", { file, table });
  if (line !== null) return say("report.finding.place-line", { file, line: String(line) });
  if (at !== null) return say("report.finding.place-entry", { file, row: String(at) });
  return say("report.finding.place-file", { file });
}

function timeSentence(time: string | null, thread: Thread) {
  const { say } = createVoice(thread);
  return time === null
    ? say("report.finding.no-time")
    : say("report.finding.time", { date: dateValue(time) });
}

function examinerSentence(item: ReportFinding, thread: Thread) {
  const { name, version } = (item.kind === "finding" ? item.finding : item.verdict).examiner;
  return createVoice(thread).say("report.finding.examiner", { name, version });
}

function reviewSentences(item: ReportFinding, thread: Thread) {
  const { say } = createVoice(thread);
  const weak = item.kind === "finding" && (item.finding.level === "low" || item.finding.level === "info");
  const unsure = item.kind === "verdict" && item.verdict.state === "insufficient";
  return [
    say(`report.review.${item.review}`),
    ...(weak ? [say("report.finding.weak")] : []),
    ...(unsure ? [say("report.verdict.weak")] : []),
    ...(item.evidence === null ? [say("report.finding.no-evidence")] : []),
  ];
}
