// What a template is: data alone. Its words stand in the catalogue `documents.json`, under its names.
import type { SectionName } from "../report.ts";

export interface DocumentTemplate {
  /** Code of `documentTemplates`: its name is `documentTemplates.<name>.label`. */
  readonly name: string;
  /** Raised whenever its parts, checks or rules change. */
  readonly version: number;
  /** Code of `audiences`: whose rules of release hold. */
  readonly audience: string;
  /** What it is about. */
  readonly about: "case" | "state" | "proceeding" | "measure" | "consultation" | "nothing";
  /** Languages that whoever receives it takes (BCP 47); empty where that is for the sender to judge. */
  readonly languages: readonly string[];
  /** Paragraphs that a person wrote are numbered through the document, and the lines of their lists with them. */
  readonly numbered: boolean;
  /** Of its parts: letters and what is spoken number none. */
  readonly numberedHeadings: boolean;
  readonly parts: readonly TemplatePart[];
  /** Of all counted parts together; a draft can set another. Null: none is known. */
  readonly limit: WordLimit | null;
  /** Of what is spoken: so many words take a minute. */
  readonly wordsPerMinute: number | null;
  readonly checks: readonly TemplateCheck[];
  readonly rules: readonly TemplateRule[];
}

export interface TemplatePart {
  readonly name: string;
  /** Keys of the catalogue: what stands above it, and what whoever writes should put into it. */
  readonly heading: string;
  readonly help: string;
  readonly fill: PartFill;
  /** False: its heading is for whoever writes, and the document does not show it. */
  readonly headed: boolean;
  /** A required part that is empty keeps the document from leaving. */
  readonly required: boolean;
  /** Whether its words count for the limit of the whole. */
  readonly counted: boolean;
  readonly limit: WordLimit | null;
}

/** A section of a report, or of `who` those who take part or those whom it is known from. */
export type ReportPiece = SectionName | "people" | "sources";

export type PartFill =
  | { readonly from: "people" }
  /** Beneath what people write, sections of a report on the case. */
  | { readonly from: "report"; readonly sections: readonly ReportPiece[] }
  /** Rows that the workspace took from records and let through. */
  | {
      readonly from: "table";
      readonly table: string;
      /** Sentences that stand between what people write and the rows, where there are rows: keys of the catalogue. */
      readonly keys?: readonly string[];
    }
  /** Sentences that stand in every document of the template: keys of the catalogue. */
  | { readonly from: "words"; readonly keys: readonly string[]; readonly list: boolean }
  /** The hashes of all evidence in the document, and how to check them. */
  | { readonly from: "hashes" };

export interface WordLimit {
  readonly words: number;
  readonly rule: string;
}

/** What must be so before it leaves. Words: `documents.lack.<code>`. */
export type TemplateCheck =
  /** A fact about the records, found by the workspace. */
  | { readonly code: string; readonly kind: "fact"; readonly fact: DocumentFactName }
  | { readonly code: string; readonly kind: "language" };

export const documentFactNames = [
  "case",
  "victim",
  "perpetrator",
  "dated",
  "placed",
  "consents-answered",
  "state",
  "proceeding",
  "measure",
  "examined",
  "consultation",
] as const;
export type DocumentFactName = (typeof documentFactNames)[number];

/** A rule of whoever receives it. Words: `documents.rule.<name>`. */
export interface TemplateRule {
  readonly name: string;
  /** Who says so, with the address where it has one. */
  readonly source: string;
  /** EDTF day on which somebody read the source; null: not checked. */
  readonly checked: string | null;
}
