// Texts as runs of a DOCX: each with its direction, its language and faces for every script; notes where they belong.
import type { DocumentModel, DocumentSpan, DocumentText } from "@tocsin/publish";
import { AlignmentType, FootnoteReferenceRun, TextRun, type ParagraphChild } from "docx";
import { scriptRuns } from "./script-runs.ts";

/** In half points: a hash stands in one line. */
const usualCode = 18;

export interface Runs {
  /** `codeSize`: of codes, in half points. */
  text(text: DocumentText, codeSize?: number): ParagraphChild[];
  spans(spans: readonly DocumentSpan[]): ParagraphChild[];
  /** A text of ours that keeps what stands on both sides of it apart. */
  apart(text: string): ParagraphChild[];
  /** The steps of a note, with a mark between them. */
  steps(steps: readonly DocumentText[]): ParagraphChild[];
  /** Direction and side of a paragraph that begins with `first`, or of one in the language of the document. */
  paragraph(first?: DocumentText): {
    readonly bidirectional: boolean;
    readonly alignment: (typeof AlignmentType)[keyof typeof AlignmentType];
  };
}

export function createRuns(document: DocumentModel): Runs {
  const isRightToLeft = document.direction === "rtl";
  const set = new Set<number>();
  // A word processor sets a note once: where it stands again, its number is enough.
  const note = (number: number): ParagraphChild => {
    if (set.has(number)) return new TextRun({ text: String(number), superScript: true });
    set.add(number);
    return new FootnoteReferenceRun(number);
  };
  // Keeps what stands on both sides of it apart: a number of a note would become a part of the year before it.
  const apart = (text: string): ParagraphChild[] =>
    isRightToLeft
      ? [new TextRun({ text: `\u200f${text}\u200f`, rightToLeft: true })]
      : text === ""
        ? []
        : [new TextRun({ text })];
  // The number of a note stays behind a text of the other direction.
  const behind = ({ direction }: DocumentText): ParagraphChild[] =>
    isRightToLeft || direction === "ltr" ? [] : [new TextRun({ text: "\u200e" })];
  return {
    apart,
    text: (text, codeSize) => textRuns(text, document, codeSize),
    spans: (spans) =>
      spans.flatMap(({ text, notes }) => [
        ...textRuns(text, document),
        ...notes.flatMap((number) => [...behind(text), note(number)]),
      ]),
    steps: (steps) =>
      steps.flatMap((step, at) => [...(at === 0 ? [] : apart(" › ")), ...textRuns(step, document, 15)]),
    paragraph: (first) => {
      const toLeft = first === undefined || first.kind === "code" ? isRightToLeft : first.direction === "rtl";
      // `start` is the right side of a paragraph from right to left.
      return { bidirectional: toLeft, alignment: AlignmentType.START };
    },
  };
}

function textRuns(text: DocumentText, document: DocumentModel, codeSize = usualCode): ParagraphChild[] {
  const words = framed(text, document.direction);
  if (text.kind === "code") return [new TextRun({ text: words, noProof: true, size: codeSize })];
  const language = text.language === "zxx" ? document.language : text.language;
  return scriptRuns(words, text.direction === "rtl").map(
    (run) =>
      new TextRun({
        text: run.text,
        rightToLeft: run.rightToLeft,
        language: run.rightToLeft
          ? { bidirectional: text.direction === "rtl" ? language : "ar" }
          : { value: text.direction === "rtl" ? "en" : language },
      }),
  );
}

/** In a paragraph of the other direction, a full stop at its end or a bracket before it stays on its own side. */
function framed({ text, direction, kind }: DocumentText, around: DocumentModel["direction"]): string {
  const words = text.replaceAll(/[\r\n\t]+/gu, " ").replaceAll(/[\u2066-\u2069]/gu, "");
  if (kind === "code" || direction === around) return words;
  const mark = direction === "rtl" ? "\u200f" : "\u200e";
  const [before, behind] = [/^[\p{L}\p{N}]/u, /[\p{L}\p{N}]$/u].map((strong) =>
    strong.test(words) ? "" : mark,
  );
  return `${before ?? ""}${words}${behind ?? ""}`;
}
