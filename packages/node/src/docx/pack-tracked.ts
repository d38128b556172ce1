// Recorded changes by `docx`, which is loaded at first use: a run for each piece, its direction with it, and a mark at the
// end of each paragraph that came or went.
import type { ComparedRun, TrackedParagraph } from "@tocsin/texts";
import {
  AlignmentType,
  DeletedTextRun,
  Document,
  InsertedTextRun,
  Packer,
  Paragraph,
  TextRun,
  type ParagraphChild,
} from "docx";
import { scriptRuns } from "./script-runs.ts";

export interface TrackedDocument {
  readonly paragraphs: readonly TrackedParagraph[];
  /** BCP 47, of the texts. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** Whom the word processor names beside each change. */
  readonly author: string;
  /** A day, YYYY-MM-DD, which it says beside each change. */
  readonly date: string;
}

export async function packTracked(document: TrackedDocument): Promise<Uint8Array> {
  const { paragraphs, language, direction, author } = document;
  const date = `${document.date}T00:00:00Z`;
  const isRightToLeft = direction === "rtl";
  let id = 0;
  const mark = () => ({ id: (id += 1), author, date });
  const base = {
    font: {
      ascii: "Times New Roman",
      hAnsi: "Times New Roman",
      cs: "Times New Roman",
      eastAsia: "Malgun Gothic",
    },
    size: 24,
    language: isRightToLeft ? { value: "en-US", bidirectional: language } : { value: language },
  };
  const runsOf = ({ kind, text }: ComparedRun): readonly ParagraphChild[] =>
    scriptRuns(text, isRightToLeft).map((run) => {
      const options = { text: run.text, rightToLeft: run.rightToLeft };
      if (kind === "same") return new TextRun(options);
      return kind === "added"
        ? new InsertedTextRun({ ...options, ...mark() })
        : new DeletedTextRun({ ...options, ...mark() });
    });
  const paragraphOf = ({ runs, end }: TrackedParagraph): Paragraph =>
    new Paragraph({
      bidirectional: isRightToLeft,
      alignment: AlignmentType.START,
      spacing: { before: 0, after: 140 },
      ...(end === "same" ? {} : { run: end === "added" ? { insertion: mark() } : { deletion: mark() } }),
      children: runs.flatMap(runsOf),
    });
  const file = new Document({
    title: "",
    description: "",
    creator: "",
    lastModifiedBy: "",
    styles: { default: { document: { run: base } } },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        children: paragraphs.map(paragraphOf),
      },
    ],
  });
  return Packer.toBuffer(file);
}
