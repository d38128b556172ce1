// A document as an Office Open XML text (ECMA-376): headings, paragraphs, tables and footnotes of its own kinds, so that
// people can go on writing in it.
import type { DocumentBlock, DocumentFact, DocumentModel, DocumentText } from "@tocsin/publish";
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
  type IStylesOptions,
} from "docx";
import { createRuns, type Runs } from "./runs.ts";
import { factTable, gridTable, termTable } from "./tables.ts";

export async function packDocument(document: DocumentModel): Promise<Uint8Array> {
  const runs = createRuns(document);
  const { direction, title, kind, colophon, notes } = document;
  const children: FileChild[] = [
    plain(kind, runs, { style: "Kind" }),
    plain(title, runs, { heading: HeadingLevel.TITLE }),
    factTable(document.facts, runs),
    ...document.parts.flatMap((part, at) => [
      heading(`${at + 1}. `, part.heading, runs),
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
    footnotes,
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        footers: { default: new Footer({ children: [pageNumber(direction === "rtl")] }) },
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
            bullet: { level: 0 },
            children: runs.spans(item),
          }),
      );
    case "terms":
      return [termTable(block.rows, runs), new Paragraph({ children: [] })];
    case "table":
      return [
        plain(block.caption, runs, { style: "Caption" }),
        gridTable(block, runs),
        new Paragraph({ children: [] }),
      ];
  }
}

function pageNumber(isRightToLeft: boolean): Paragraph {
  return new Paragraph({
    bidirectional: isRightToLeft,
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] })],
  });
}

/** Faces that word processors have everywhere; the last one is for Korean, Chinese and Japanese. */
const faces = {
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  cs: "Times New Roman",
  eastAsia: "Malgun Gothic",
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
        run: { ...base, size: 30, bold: true },
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
