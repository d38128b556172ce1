// A custody sheet in one language, in the same printed form as a report: the page and the PDF are drawn from it.
import { encodeCanonicalText, isEdtf, type Json } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import { dateWords } from "../date-words.ts";
import type {
  PrintedBlock,
  PrintedFact,
  PrintedReport,
  PrintedSection,
  PrintedSentence,
} from "../printed-report.ts";
import { shown, termWords, wordsOf, type Words } from "../words.ts";
import type { CustodyFact, CustodyLine, CustodySheet, CustodyValue } from "./sheet.ts";

/** Canonical text (RFC 8785) with a closing line feed; its SHA-256 stands in the other editions. */
export function custodyToJson(sheet: CustodySheet): string {
  return `${encodeCanonicalText(sheet as unknown as Json)}\n`;
}

export function printCustody(sheet: CustodySheet, translator: Translator, twinSha256: string): PrintedReport {
  const { t } = translator;
  const title = sheet.facts.find(({ name }) => name === "title");
  return {
    language: translator.locale,
    direction: translator.direction,
    madeAt: sheet.madeAt,
    kind: t("sheet.kind"),
    title: title ? valueWords(title.value, translator) : sentence(t("sheet.untitled"), translator),
    facts: [
      fact(t("report.fact.made-at"), dateWords(sheet.madeAt, translator)),
      fact(t("report.fact.audience"), audienceWords(sheet, translator)),
    ],
    contents: t("report.contents"),
    sections: sectionsOf(sheet, translator),
    colophon: { heading: t("report.colophon"), facts: colophon(sheet, translator, twinSha256) },
    threadHeading: t("report.thread"),
    recordHeading: t("sheet.commit"),
  };
}

function sectionsOf(sheet: CustodySheet, translator: Translator): readonly PrintedSection[] {
  const { t } = translator;
  const rows = sheet.facts.filter(({ name }) => name !== "title");
  const named = [
    { name: "exhibit", blocks: [block({ rows, id: "exhibit" }, translator)] },
    {
      name: "lines",
      blocks: [
        loose("lines", [t("sheet.lines.about")], translator),
        ...sheet.lines.map((line, at) => lineBlock(line, at + 1, translator)),
      ],
    },
    {
      name: "gaps",
      blocks: [
        loose(
          "gaps",
          sheet.gaps.map(({ name, count }) => t(`sheet.gap.${name}`, { count })),
          translator,
        ),
      ],
    },
    {
      name: "check",
      blocks: [
        loose(
          "check",
          ["original", "hash", "log", "meaning"].map((name) => t(`sheet.check.${name}`)),
          translator,
        ),
      ],
    },
  ];
  return named.map(({ name, blocks }, at) => ({
    name,
    number: at + 1,
    heading: t(`sheet.section.${name}`),
    blocks,
  }));
}

function lineBlock(line: CustodyLine, number: number, translator: Translator): PrintedBlock {
  const { device, chain, sequence, index } = line.written;
  const claimed: CustodyValue = isEdtf(line.at)
    ? { kind: "date", edtf: line.at }
    : { kind: "verbatim", text: line.at };
  const rows: readonly CustodyFact[] = [
    { name: "at", value: claimed },
    ...line.facts,
    { name: "device", value: { kind: "verbatim", text: device } },
    { name: "place", value: { kind: "verbatim", text: `${chain} · ${sequence} · ${index}` } },
  ];
  const printed = block({ rows, id: `line-${number}` }, translator);
  const title = sentence(translator.t(`sheet.event.${line.event}`), translator);
  return {
    ...printed,
    label: String(number),
    record: line.written.commit,
    title: { ...title, id: `s-line-${number}`, thread: 0 },
  };
}

function block(
  { rows, id }: { readonly rows: readonly CustodyFact[]; readonly id: string },
  translator: Translator,
): PrintedBlock {
  return {
    ...empty,
    rows: rows.map(({ name, value }, at) => ({
      name,
      heading: translator.t(`sheet.row.${name}`),
      sentences: [numbered(valueWords(value, translator), `s-${id}-${at + 1}`)],
    })),
  };
}

function loose(id: string, texts: readonly string[], translator: Translator): PrintedBlock {
  return {
    ...empty,
    sentences: texts.map((text, at) => numbered(sentence(text, translator), `s-${id}-${at + 1}`)),
  };
}

const empty: PrintedBlock = {
  label: null,
  record: null,
  title: null,
  mark: null,
  rows: [],
  sentences: [],
  threads: [],
};

function numbered(words: Words, id: string): PrintedSentence {
  return { ...words, id, thread: 0 };
}

function sentence(text: string, { direction }: Translator): Words {
  return { text, kind: "sentence", language: null, direction };
}

function valueWords(value: CustodyValue, translator: Translator): Words {
  switch (value.kind) {
    case "text":
      return wordsOf({ kind: "quoted", text: value }, translator);
    case "verbatim":
      return wordsOf({ kind: "verbatim", text: value.text }, translator);
    case "term":
      return sentence(termWords(value.key, value.code, translator), translator);
    case "date":
      return sentence(
        isEdtf(value.edtf) ? dateWords(value.edtf, translator) : shown(value.edtf, translator),
        translator,
      );
    case "count":
      return sentence(translator.t(value.key, { count: value.count }), translator);
    case "withheld":
      return sentence(translator.t("sheet.withheld"), translator);
  }
}

function audienceWords({ release }: CustodySheet, translator: Translator): string {
  return termWords(`audiences.${release.audience}.label`, release.audience, translator);
}

function colophon(sheet: CustodySheet, translator: Translator, twinSha256: string): readonly PrintedFact[] {
  const { t } = translator;
  const { tool, release } = sheet;
  return [
    fact(t("report.fact.tool"), `${tool.name} ${tool.version}`, true),
    fact(t("sheet.vault"), sheet.vault, true),
    fact(t("report.fact.release"), release.id, true),
    fact(t("report.fact.approved-by"), shown(release.approvedBy, translator)),
    fact(t("report.fact.format"), `${sheet.format} ${sheet.version}`, true),
    fact(t("report.fact.twin-sha256"), twinSha256, true),
  ];
}

function fact(name: string, text: string, verbatim = false): PrintedFact {
  return { name, text, verbatim };
}
