// A document as an Office Open XML text (ECMA-376): headings, paragraphs, tables and footnotes of its own kinds, so that
// people can go on writing in it.
import type { DocumentBlock, DocumentFact, DocumentModel, DocumentText } from "@tocsin/publish";
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
  type INumberingOptions,
  type IStylesOptions,
} from "docx";
import { createRuns, type Runs } from "./runs.ts";
import { factTable, gridTable, termTable } from "./tables.ts";

export async function packDocument(document: DocumentModel): Promise<Uint8Array> {
  const runs = createRuns(document);
  const { title, kind, colophon, notes } = document;
  const children: FileChild[] = [
    plain(kind, runs, { style: "Kind" }),
    plain(title, runs, { heading: HeadingLevel.TITLE }),
    factTable(document.facts, runs),
    gap(),
    ...document.parts.flatMap((part) => [
      ...(part.headed ? [heading(part.number === null ? "" : `${part.number}. `, part.heading, runs)] : []),
      ...part.blocks.flatMap((block) => blockChildren(block, runs)),
    ]),
    heading("", colophon.heading, runs),
    factTable(colophon.facts satisfies readonly DocumentFact[], runs),
  ];
  const footnotes = Object.fromEntries(
    notes.map(({ steps }, at) => [
      at + 1,
      {
        children: [
          new Paragraph({ ...runs.paragraph(), style: "FootnoteText", children: runs.steps(steps) }),
        ],
      },
    ]),
  );
  const file = new Document({
    title: title.text,
    description: "",
    creator: "",
    lastModifiedBy: "",
    styles: stylesOf(document),
    numbering: lists,
    footnotes,
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        footers: { default: new Footer({ children: [footer(document)] }) },
        children,
      },
    ],
  });
  return Packer.toBuffer(file);
}

function plain(
  text: DocumentText,
  runs: Runs,
  more: { readonly style?: string; readonly heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel] },
): Paragraph {
  return new Paragraph({ ...runs.paragraph(text), ...more, children: runs.text(text) });
}

function heading(before: string, text: DocumentText, runs: Runs): Paragraph {
  return plain({ ...text, text: `${before}${text.text}` }, runs, { heading: HeadingLevel.HEADING_1 });
}

function blockChildren(block: DocumentBlock, runs: Runs): readonly FileChild[] {
  switch (block.kind) {
    case "paragraph": {
      const number = block.number === null ? [] : [new TextRun({ text: `${block.number}. ` })];
      return [
        new Paragraph({
          ...runs.paragraph(block.spans[0]?.text),
          children: [...number, ...runs.spans(block.spans)],
        }),
      ];
    }
    case "quote":
      return [
        new Paragraph({
          ...runs.paragraph(block.spans[0]?.text),
          style: "Quote",
          children: runs.spans(block.spans),
        }),
      ];
    case "entry": {
      const label =
        block.label === null
          ? []
          : [new TextRun({ text: block.label, color: "0B5D60" }), ...runs.apart("  ")];
      const mark = block.mark === null ? [] : [...runs.apart("  "), ...runs.text(block.mark)];
      return [
        new Paragraph({
          ...runs.paragraph(),
          heading: HeadingLevel.HEADING_2,
          children: [...label, ...runs.spans(block.spans), ...mark],
        }),
      ];
    }
    case "list":
      return block.items.map(
        (item) =>
          new Paragraph({
            ...runs.paragraph(item[0]?.text),
            numbering: { reference: block.ordered ? ordered : unordered, level: 0 },
            children: runs.spans(item),
          }),
      );
    case "terms":
      return [termTable(block.rows, runs), gap()];
    case "table":
      return [plain(block.caption, runs, { style: "Caption" }), gridTable(block, runs), gap()];
  }
}

/** Word processors want a paragraph between a table and what follows; this one is hardly seen. */
function gap(): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: 160, lineRule: LineRuleType.EXACT },
    children: [],
  });
}

/** What sort of document it is, and which page of how many. */
function footer({ kind, page, direction }: DocumentModel): Paragraph {
  const [before, between, behind] = page;
  const words = (text: string): TextRun => new TextRun({ text, rightToLeft: direction === "rtl" });
  return new Paragraph({
    style: "Footer",
    bidirectional: direction === "rtl",
    alignment: AlignmentType.CENTER,
    children: [
      words(`${kind.text}  ·  ${before}`),
      new TextRun({ children: [PageNumber.CURRENT] }),
      words(between),
      new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
      ...(behind === "" ? [] : [words(behind)]),
    ],
  });
}

/** Faces that word processors have everywhere; the last one is for Korean, Chinese and Japanese. */
const faces = {
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  cs: "Times New Roman",
  eastAsia: "Malgun Gothic",
};

const [unordered, ordered] = ["unordered", "ordered"];

/** A small dot, or numbers from 1. A document has one numbered list at most. */
const lists: INumberingOptions = {
  config: [
    { reference: unordered, format: LevelFormat.BULLET, text: "•" },
    { reference: ordered, format: LevelFormat.DECIMAL, text: "%1." },
  ].map(({ reference, format, text }) => ({
    reference,
    levels: [
      {
        level: 0,
        format,
        text,
        alignment: AlignmentType.START,
        style: {
          run: { font: faces },
          paragraph: { indent: { start: 400, hanging: 400 }, spacing: { before: 0, after: 60 } },
        },
      },
    ],
  })),
};

function stylesOf({ language, direction }: DocumentModel): IStylesOptions {
  const base = {
    font: faces,
    size: 24,
    language: direction === "rtl" ? { value: "en-US", bidirectional: language } : { value: language },
  };
  const spacing = { before: 0, after: 140 };
  return {
    default: {
      document: { run: base, paragraph: { spacing } },
      title: { run: { ...base, size: 40, bold: true }, paragraph: { spacing: { before: 60, after: 200 } } },
      heading1: {
        run: { ...base, size: 28, bold: true, color: "0B5D60" },
        paragraph: { spacing: { before: 360, after: 140 } },
      },
      heading2: {
        run: { ...base, size: 25, bold: true },
        paragraph: { spacing: { before: 240, after: 100 } },
      },
      footnoteText: { run: { ...base, size: 18 }, paragraph: { spacing: { before: 0, after: 40 } } },
    },
    paragraphStyles: [
      { id: "Kind", name: "Kind", basedOn: "Normal", run: { bold: true, color: "0B5D60" } },
      { id: "Footer", name: "footer", basedOn: "Normal", run: { size: 18, color: "4D5765" } },
      {
        id: "Caption",
        name: "caption",
        basedOn: "Normal",
        run: { bold: true },
        paragraph: { keepNext: true },
      },
      {
        id: "Quote",
        name: "Quote",
        basedOn: "Normal",
        run: { color: "4D5765" },
        paragraph: { indent: { start: 360 } },
      },
    ],
  };
}
