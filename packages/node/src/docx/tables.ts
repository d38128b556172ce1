// Tables of a DOCX, mirrored where the document runs from right to left.
import type { DocumentFact, DocumentSpan, DocumentTable, DocumentText } from "@tocsin/publish";
import { BorderStyle, Paragraph, Table, TableCell, TableRow, WidthType, type ParagraphChild } from "docx";
import type { Runs } from "./runs.ts";

/** Width of the text of an A4 page with margins of an inch, in twentieths of a point. */
const width = 9026;
const nameWidth = 2400;

/** In half points: a hash stands in one line of its column. */
const smallCode = 16;

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: "CFC8BA" } as const;

export function factTable(facts: readonly DocumentFact[], runs: Runs): Table {
  return pairs(
    facts.map(({ name, value }) => ({ name, values: [[{ text: value, notes: [] }]] })),
    runs,
  );
}

export function termTable(
  rows: readonly { readonly name: DocumentText; readonly values: readonly (readonly DocumentSpan[])[] }[],
  runs: Runs,
): Table {
  return pairs(rows, runs);
}

function pairs(
  rows: readonly { readonly name: DocumentText; readonly values: readonly (readonly DocumentSpan[])[] }[],
  runs: Runs,
): Table {
  // Short ones stay on one page, and with the heading above them.
  const cells = rows.map(({ name, values }, at) => {
    const keepNext = rows.length <= 10 && at < rows.length - 1;
    return new TableRow({
      cantSplit: true,
      children: [
        cell([paragraph(runs.text(name), runs, keepNext)], nameWidth),
        cell(
          values.map((value) => paragraph(runs.spans(value), runs, keepNext)),
          width - nameWidth,
        ),
      ],
    });
  });
  return table(cells, [nameWidth, width - nameWidth], { runs, isLined: false });
}

export function gridTable({ columns, rows }: DocumentTable, runs: Runs): Table {
  const widths = columnWidths(columns, rows);
  const line = (texts: readonly DocumentText[], tableHeader: boolean): TableRow =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: texts.map((text, at) =>
        cell([paragraph(runs.text(text, smallCode), runs)], widths[at] ?? nameWidth, tableHeader),
      ),
    });
  return table([line(columns, true), ...rows.map((row) => line(row, false))], widths, {
    runs,
    isLined: true,
  });
}

/** By the longest text in each, within limits; together the width of the page. */
function columnWidths(
  columns: readonly DocumentText[],
  rows: readonly (readonly DocumentText[])[],
): readonly number[] {
  const weights = columns.map(({ text }, at) => {
    const longest = Math.max(text.length, ...rows.map((row) => row[at]?.text.length ?? 0));
    // What cannot be broken at a space, such as a hash, wants its whole length; codes are small.
    const isCode = rows.some((row) => row[at]?.kind === "code");
    return Math.min(isCode ? Math.max(12, longest) : 40, Math.max(12, longest));
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => Math.floor((width * weight) / sum));
}

function table(
  rows: readonly TableRow[],
  widths: readonly number[],
  { runs, isLined }: { readonly runs: Runs; readonly isLined: boolean },
): Table {
  const border = isLined ? thin : none;
  return new Table({
    rows: rows.length === 0 ? [new TableRow({ children: [cell([new Paragraph({})], width)] })] : [...rows],
    columnWidths: [...widths],
    width: { size: width, type: WidthType.DXA },
    visuallyRightToLeft: runs.paragraph().bidirectional,
    borders: {
      top: border,
      bottom: border,
      left: none,
      right: none,
      insideHorizontal: border,
      insideVertical: none,
    },
  });
}

function cell(children: readonly Paragraph[], size: number, isHead = false): TableCell {
  return new TableCell({
    children: [...children],
    width: { size, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(isHead ? { shading: { fill: "F1EDE4" } } : {}),
  });
}

/** In a cell every text keeps to the side of the page, whatever its own direction. */
function paragraph(children: ParagraphChild[], runs: Runs, keepNext = false): Paragraph {
  return new Paragraph({ ...runs.paragraph(), spacing: { before: 0, after: 40 }, keepNext, children });
}
