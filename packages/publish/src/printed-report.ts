// A report in one language: every heading, sentence and step as text. The page and the PDF are drawn from this.
import type { Direction, Translator } from "@tocsin/language";
import { dateWords } from "./date-words.ts";
import { sentencesOf } from "./free-texts.ts";
import type { Block, Mark, Report, Section, Sentence, ThreadStep } from "./report.ts";
import { stepWords, type PrintedStep } from "./step-words.ts";
import { shown, termWords, wordsOf, type Words } from "./words.ts";

export interface PrintedReport {
  readonly language: string;
  readonly direction: Direction;
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
  readonly kind: string;
  readonly title: Words;
  /** `Case k3…`: the line below the title. */
  readonly facts: readonly PrintedFact[];
  readonly contents: string;
  readonly sections: readonly PrintedSection[];
  readonly colophon: { readonly heading: string; readonly facts: readonly PrintedFact[] };
  readonly threadHeading: string;
  readonly recordHeading: string;
}

export interface PrintedFact {
  readonly name: string;
  readonly text: string;
  readonly verbatim: boolean;
}

export interface PrintedSection {
  readonly name: string;
  readonly number: number;
  readonly heading: string;
  readonly blocks: readonly PrintedBlock[];
}

export interface PrintedBlock {
  readonly label: string | null;
  readonly record: string | null;
  readonly title: PrintedSentence | null;
  readonly mark: PrintedMark | null;
  readonly rows: readonly {
    readonly name: string;
    readonly heading: string;
    readonly sentences: readonly PrintedSentence[];
  }[];
  readonly sentences: readonly PrintedSentence[];
  /** Each distinct thread once, with the sentences that it belongs to. */
  readonly threads: readonly PrintedThread[];
}

export interface PrintedMark {
  readonly text: string;
  /** Said in words by `text`; the tone only draws it. */
  readonly tone: "danger" | "waits" | "calm";
}

export interface PrintedSentence extends Words {
  readonly id: string;
  /** Number of its thread in the block. */
  readonly thread: number;
}

export interface PrintedThread {
  readonly steps: readonly PrintedStep[];
  /** Labels of the entries that it leads to, without the block's own. */
  readonly labels: readonly string[];
}

/** `twinSha256`: SHA-256 of the JSON edition, lower-case hexadecimal. */
export function printReport(report: Report, translator: Translator, twinSha256: string): PrintedReport {
  const { header } = report;
  return {
    language: translator.locale,
    direction: translator.direction,
    madeAt: header.madeAt,
    kind: translator.t("report.kind"),
    title: wordsOf({ kind: "quoted", text: header.case.title }, translator),
    facts: headerFacts(report, translator),
    contents: translator.t("report.contents"),
    sections: report.sections.map((section, at) => printSection(section, at + 1, translator)),
    colophon: {
      heading: translator.t("report.colophon"),
      facts: colophonFacts(report, translator, twinSha256),
    },
    threadHeading: translator.t("report.thread"),
    recordHeading: translator.t("report.record"),
  };
}

function headerFacts({ header }: Report, translator: Translator): readonly PrintedFact[] {
  const fact = factOf(translator);
  const { organisation } = header.case;
  return [
    ...(organisation === null ? [] : [fact("made-by", shown(organisation, translator))]),
    fact("made-at", dateWords(header.madeAt, translator)),
    fact(
      "audience",
      termWords(`audiences.${header.release.audience}.label`, header.release.audience, translator),
    ),
  ];
}

function colophonFacts(report: Report, translator: Translator, twinSha256: string): readonly PrintedFact[] {
  const { tool, release, case: file } = report.header;
  const fact = factOf(translator);
  const approver = release.approvedBy;
  return [
    fact("tool", `${tool.name} ${tool.version}`, true),
    fact("case", file.id, true),
    fact("release", release.id, true),
    fact(
      "approved-by",
      approver === null ? translator.t("report.name.withheld") : shown(approver, translator),
    ),
    fact("approved-at", dateWords(release.approvedAt, translator)),
    fact("format", `${report.format} ${report.version}`, true),
    fact("twin-sha256", twinSha256, true),
  ];
}

function factOf(translator: Translator) {
  return (name: string, text: string, verbatim = false): PrintedFact => ({
    name: translator.t(`report.fact.${name}`),
    text,
    verbatim,
  });
}

function printSection(section: Section, number: number, translator: Translator): PrintedSection {
  const blocks = section.blocks.map((block) => printBlock(block, translator));
  return { name: section.name, number, heading: translator.t(`report.section.${section.name}`), blocks };
}

function printBlock(block: Block, translator: Translator): PrintedBlock {
  const numbers = new Map<string, number>();
  const threads: PrintedThread[] = [];
  for (const { thread } of sentencesOf(block)) {
    const key = JSON.stringify(thread);
    if (numbers.has(key)) continue;
    numbers.set(key, threads.length);
    threads.push(printThread(thread, block, translator));
  }
  const print = (sentence: Sentence): PrintedSentence => ({
    ...wordsOf(sentence.says, translator),
    id: sentence.id,
    thread: numbers.get(JSON.stringify(sentence.thread)) ?? 0,
  });
  return {
    label: block.label,
    record: block.record,
    title: block.title ? print(block.title) : null,
    mark: block.mark ? printMark(block.mark, translator) : null,
    rows: block.rows.map(({ name, sentences }) => ({
      name,
      heading: translator.t(`report.row.${name}`),
      sentences: sentences.map(print),
    })),
    sentences: block.sentences.map(print),
    threads,
  };
}

function printThread(thread: readonly ThreadStep[], block: Block, translator: Translator): PrintedThread {
  const steps = thread.map((step) => stepWords(step, translator));
  const labels = [...new Set(steps.flatMap(({ label }) => (label === null ? [] : [label])))];
  return { steps, labels: labels.filter((label) => label !== block.label) };
}

export function markWords(mark: Mark, translator: Translator): string {
  return termWords(markKey(mark), mark.code, translator);
}

function printMark(mark: Mark, translator: Translator): PrintedMark {
  const text = markWords(mark, translator);
  switch (mark.kind) {
    case "level":
      return { text, tone: mark.code === "critical" || mark.code === "high" ? "danger" : "waits" };
    case "verdict":
      return { text, tone: mark.code === "blocked" ? "danger" : "waits" };
    case "status":
      return { text, tone: mark.code === "confirmed" ? "calm" : "waits" };
    case "standing":
      return { text, tone: mark.code.startsWith("adopted") ? "calm" : "waits" };
    case "withheld":
      return { text, tone: "waits" };
  }
}

function markKey({ kind, code }: Mark): string {
  switch (kind) {
    case "level":
    case "verdict":
      return `report.mark.${kind}.${code}`;
    case "status":
      return `verification.${code}.label`;
    case "standing":
      return `standings.${code}.label`;
    case "withheld":
      return `report.reason.${code}`;
  }
}
