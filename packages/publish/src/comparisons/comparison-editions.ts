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
}

export interface ComparisonPorts {
  readonly translator: Translator;
  readonly typesetter: Typesetter;
  readonly packTracked: (document: {
    readonly paragraphs: readonly TrackedParagraph[];
    readonly language: string;
    readonly direction: "ltr" | "rtl";
    readonly author: string;
  }) => Promise<Uint8Array>;
  readonly signal?: AbortSignal | undefined;
}

/** A comparison has no time of its own, and this computer's is nobody's business. */
const noTime = "1980-01-01T00:00:00Z";

/** The same texts give the same bytes. Throws `publish.typesetter`, `publish.word-writer`. */
export async function writeComparison(
  source: ComparisonSource,
  format: ComparisonFormat,
  { translator, typesetter, packTracked, signal }: ComparisonPorts,
): Promise<Uint8Array> {
  const { comparison, sides, language, facts, identityOf } = source;
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
        author: "Tocsin",
      });
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
