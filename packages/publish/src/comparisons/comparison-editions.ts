// A comparison of two drafts in the forms that leave: recorded changes, a table to print, a page, and Akoma Ntoso.
import { directionOf, type Translator } from "@tocsin/language";
import {
  comparisonToAkomaNtoso,
  trackedParagraphs,
  type IdentityOf,
  type StatementFacts,
  type StatementSides,
  type TrackedParagraph,
} from "@tocsin/texts";
import type { Typesetter } from "../typesetter.ts";
import { comparisonToHtml, type ComparisonPage } from "./comparison-html.ts";
import { comparisonToTypst } from "./comparison-typst.ts";

/** `akn`: Akoma Ntoso 3.0. */
export const comparisonFormats = ["docx", "pdf", "html", "akn"] as const;
export type ComparisonFormat = (typeof comparisonFormats)[number];

export interface ComparisonSource extends ComparisonPage {
  readonly sides: StatementSides;
  readonly facts: Omit<StatementFacts, "language">;
  readonly identityOf: IdentityOf;
  readonly changes: ChangesOf;
}

/** What a word processor says beside each recorded change. */
export interface ChangesOf {
  /** The program, unless a person said otherwise. */
  readonly author: string;
  /** YYYY-MM-DD. */
  readonly date: string;
}

/** Of changes whose author nobody named. */
export const changesAuthor = "Tocsin";

export interface ComparisonPorts {
  readonly translator: Translator;
  readonly typesetter: Typesetter;
  readonly packTracked: (document: {
    readonly paragraphs: readonly TrackedParagraph[];
    readonly language: string;
    readonly direction: "ltr" | "rtl";
    readonly author: string;
    readonly date: string;
  }) => Promise<Uint8Array>;
  readonly signal?: AbortSignal | undefined;
}

/** Of a file that is printed: this computer's is nobody's business. */
const noTime = "1980-01-01T00:00:00Z";

/** The same texts give the same bytes. Throws `publish.typesetter`, `publish.word-writer`. */
export async function writeComparison(
  source: ComparisonSource,
  format: ComparisonFormat,
  { translator, typesetter, packTracked, signal }: ComparisonPorts,
): Promise<Uint8Array> {
  const { comparison, sides, language, facts, identityOf, changes } = source;
  switch (format) {
    case "html":
      return utf8(comparisonToHtml(source, translator));
    case "akn":
      return utf8(comparisonToAkomaNtoso(comparison, { ...facts, language }, identityOf));
    case "pdf":
      return typesetter.typeset(comparisonToTypst(source, translator, noTime), signal);
    case "docx":
      return packTracked({
        paragraphs: trackedParagraphs(comparison, { ...sides, language }),
        language: language === "und" ? "en" : language,
        direction: directionOf(language),
        ...changes,
      });
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
