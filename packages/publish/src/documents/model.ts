// The model of a document: plain data, the same in every output. Specification: docs/formats/document.md.
// Every text has its language and its direction; nothing in it is markup of any output.
import type { Direction } from "@tocsin/language";

export const documentFormat = "tocsin.document" as const;
export const documentVersion = 1 as const;

export interface DocumentModel {
  readonly format: typeof documentFormat;
  readonly version: typeof documentVersion;
  readonly template: { readonly name: string; readonly version: number };
  /** BCP 47, of the fixed words. */
  readonly language: string;
  readonly direction: Direction;
  /** ISO 8601 in UTC, to the second: the only time in every edition. */
  readonly madeAt: string;
  /** What sort of document it is, in words. */
  readonly kind: DocumentText;
  readonly title: DocumentText;
  readonly facts: readonly DocumentFact[];
  readonly parts: readonly DocumentPart[];
  /** Numbered from 1 by their place. */
  readonly notes: readonly DocumentNote[];
  readonly notesHeading: DocumentText;
  /** What stands before, between and behind the numbers of a page and of all pages, below each. */
  readonly page: readonly [string, string, string];
  readonly colophon: { readonly heading: DocumentText; readonly facts: readonly DocumentFact[] };
}

/** `code` is shown as it is, left to right: hashes, identifiers, commands. */
export interface DocumentText {
  readonly text: string;
  readonly kind: "words" | "code";
  /** BCP 47. */
  readonly language: string;
  readonly direction: Direction;
}

export interface DocumentFact {
  readonly name: DocumentText;
  readonly value: DocumentText;
}

export interface DocumentPart {
  readonly name: string;
  readonly heading: DocumentText;
  /** False: the heading is not shown. */
  readonly headed: boolean;
  /** What its heading is numbered with, or null. */
  readonly number: number | null;
  readonly blocks: readonly DocumentBlock[];
}

export interface DocumentSpan {
  readonly text: DocumentText;
  /** Numbers of notes that stand behind it. */
  readonly notes: readonly number[];
}

export type DocumentBlock =
  | {
      readonly kind: "paragraph";
      readonly spans: readonly DocumentSpan[];
      /** Of numbered paragraphs, counted through the document. */
      readonly number: number | null;
    }
  | { readonly kind: "quote"; readonly spans: readonly DocumentSpan[] }
  /** An entry such as incident I1: its label, what it is, and in a few words how it stands. */
  | {
      readonly kind: "entry";
      readonly label: string | null;
      readonly spans: readonly DocumentSpan[];
      readonly mark: DocumentText | null;
    }
  /** `ordered`: its items are numbered from 1. */
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly DocumentSpan[])[] }
  /** Facts by name. */
  | {
      readonly kind: "terms";
      readonly rows: readonly {
        readonly name: DocumentText;
        readonly values: readonly (readonly DocumentSpan[])[];
      }[];
    }
  | DocumentTable;

export interface DocumentTable {
  readonly kind: "table";
  readonly name: string;
  readonly caption: DocumentText;
  readonly columns: readonly DocumentText[];
  /** Each as long as `columns`. */
  readonly rows: readonly (readonly DocumentText[])[];
}

/** Where a claim comes from: the steps back, nearest first. */
export interface DocumentNote {
  readonly steps: readonly DocumentText[];
}

/** Every text of a document, in reading order. */
export function textsOf(document: DocumentModel): readonly DocumentText[] {
  const { kind, title, facts, parts, notes, notesHeading, colophon } = document;
  return [
    kind,
    title,
    ...facts.flatMap(factTexts),
    ...parts.flatMap(({ heading, headed, blocks }) => [
      ...(headed ? [heading] : []),
      ...blocks.flatMap(blockTexts),
    ]),
    notesHeading,
    ...notes.flatMap(({ steps }) => steps),
    colophon.heading,
    ...colophon.facts.flatMap(factTexts),
  ];
}

/** Every text of one block, in reading order. */
export function blockTexts(block: DocumentBlock): readonly DocumentText[] {
  const inSpans = (spans: readonly DocumentSpan[]): readonly DocumentText[] => spans.map(({ text }) => text);
  switch (block.kind) {
    case "paragraph":
    case "quote":
      return inSpans(block.spans);
    case "entry":
      return [...inSpans(block.spans), ...(block.mark === null ? [] : [block.mark])];
    case "list":
      return block.items.flatMap(inSpans);
    case "terms":
      return block.rows.flatMap(({ name, values }) => [name, ...values.flatMap(inSpans)]);
    case "table":
      return [block.caption, ...block.columns, ...block.rows.flat()];
  }
}

function factTexts({ name, value }: DocumentFact): readonly DocumentText[] {
  return [name, value];
}
