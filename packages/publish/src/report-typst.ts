// The PDF edition: our template, and the printed report as its data.
import { encodeCanonicalText, parseEdtf, type Json } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import {
  printReport,
  type PrintedBlock,
  type PrintedReport,
  type PrintedSection,
  type PrintedSentence,
} from "./printed-report.ts";
import { reportTemplate } from "./report-template.ts";
import type { Report } from "./report.ts";
import type { TypesetDocument } from "./typesetter.ts";

/** `twinSha256`: SHA-256 of the JSON edition, lower-case hexadecimal. Throws `core.bad-date`. */
export function reportToTypst(report: Report, translator: Translator, twinSha256: string): TypesetDocument {
  return printedToTypst(printReport(report, translator, twinSha256), translator);
}

export function printedToTypst(printed: PrintedReport, translator: Translator): TypesetDocument {
  const createdAt = Math.floor((parseEdtf(printed.madeAt).earliest ?? 0) / 1000);
  const data = {
    language: printed.language.split("-")[0] ?? "en",
    direction: printed.direction,
    kind: printed.kind,
    title: textOf(printed.title),
    facts: printed.facts.map((fact) => ({ ...fact })),
    contents: printed.contents,
    colophon: {
      heading: printed.colophon.heading,
      facts: printed.colophon.facts.map((fact) => ({ ...fact })),
    },
    record: printed.recordHeading,
    thread: printed.threadHeading,
    characters: translator.t("report.characters"),
    sections: printed.sections.map((section) => sectionData(section, labelsIn(printed))),
  };
  // Written once, so that a value that is not plain data fails here and not inside the typesetter.
  encodeCanonicalText(data);
  return { template: reportTemplate, data, createdAt };
}

type Text = {
  readonly text: string;
  readonly kind: string;
  readonly lang: string | null;
  readonly dir: string;
};

function textOf({
  text,
  kind,
  language,
  direction,
}: Pick<PrintedSentence, "text" | "kind" | "language" | "direction">): Text {
  return { text, kind, lang: language === null ? null : (language.split("-")[0] ?? null), dir: direction };
}

/** Entries that stand in the document: only these can be linked to. */
function labelsIn({ sections }: PrintedReport): ReadonlySet<string> {
  return new Set(
    sections.flatMap(({ blocks }) => blocks.flatMap(({ label }) => (label === null ? [] : [label]))),
  );
}

function sectionData(section: PrintedSection, known: ReadonlySet<string>): Json {
  return {
    heading: `${section.number}. ${section.heading}`,
    blocks: section.blocks.map((block) => blockData(block, known)),
  };
}

function blockData(block: PrintedBlock, known: ReadonlySet<string>): Json {
  const sentence = (one: PrintedSentence): Json => ({
    ...textOf(one),
    // An entry's own sentences rest on what the entry rests on, which stands in its foot.
    refs: block.title && one.thread === 0 ? [] : refsOf(block, one.thread, known),
  });
  return {
    label: block.label,
    record: block.record,
    title: block.title ? textOf(block.title) : null,
    mark: block.mark ? { text: block.mark.text, tone: block.mark.tone } : null,
    rows: block.rows.map(({ heading, sentences }) => ({ name: heading, sentences: sentences.map(sentence) })),
    sentences: block.sentences.map(sentence),
    refs: block.title ? refsOf(block, 0, known) : [],
  };
}

function refsOf(block: PrintedBlock, thread: number, known: ReadonlySet<string>): readonly string[] {
  return (block.threads[thread]?.labels ?? []).filter((label) => known.has(label));
}
