// What a document is made from: plain values that a release has let through, and what people wrote. Nothing here reads
// the vault.
import type { Report } from "../report.ts";
import type { NameFinder } from "../withheld-names.ts";
import type { WrittenText } from "./check-document.ts";
import type { DocumentTemplate } from "./template.ts";

export interface DocumentInput {
  readonly template: DocumentTemplate;
  /** ISO 8601 in UTC, to the second. Also the time inside PDF and DOCX. */
  readonly madeAt: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly release: {
    /** Null in a preview. */
    readonly id: string | null;
    readonly audience: string;
    readonly approvedBy: string | null;
  };
  readonly title: WrittenText;
  /** Who speaks, and to whom. */
  readonly organisation: WrittenText | null;
  readonly addressee: WrittenText | null;
  /** What its records say, by the rules of the release. */
  readonly report: Report | null;
  readonly written: ReadonlyMap<string, readonly WrittenPart[]>;
  /** By name of the table. */
  readonly tables: ReadonlyMap<string, readonly FilledTable[]>;
  /** Records that claims rest on, as far as the release lets them out, by id. */
  readonly claims: ReadonlyMap<string, ClaimSource>;
  /** Strikes every withheld name out of what people wrote, titles and tables. */
  readonly finder: NameFinder;
}

/** What one person wrote for a part. `[^id]` in the text is where a note about the record with that id goes. */
export interface WrittenPart extends WrittenText {
  /** Records that it rests on; those without a mark in the text stand behind its last words. */
  readonly records: readonly string[];
}

export interface ClaimSource {
  /** The kind of the record: `evidence`, `finding`, `incident`. */
  readonly kind: string;
  readonly title: WrittenText | null;
  /** Key of the catalogue under which its title stands in the language of the document, where it is one of ours. */
  readonly key?: string;
  readonly evidence: readonly ClaimEvidence[];
  /** Of words of people: as far as they said that it may be said who said them. */
  readonly by?: WrittenText;
  /** Of words of people: they may not be quoted here. */
  readonly isWithheld?: boolean;
}

export interface ClaimEvidence {
  readonly record: string;
  readonly title: WrittenText | null;
  /** Lower-case hexadecimal. */
  readonly sha256: string | null;
}

/** Words for its caption and columns: `documents.table.<name>` and `documents.column.<column>`. */
export interface FilledTable {
  readonly name: string;
  /** A column can be called by a value too: a code that people made has no words in the catalogue. */
  readonly columns: readonly (string | Exclude<FilledCell, null | number>)[];
  readonly rows: readonly (readonly FilledCell[])[];
}

export type FilledCell =
  | null
  | number
  /** A text of the catalogue. */
  | {
      readonly kind: "key";
      readonly key: string;
      readonly values?: Readonly<Record<string, string | number>>;
    }
  | { readonly kind: "term"; readonly key: string; readonly code: string }
  | { readonly kind: "date"; readonly edtf: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "text"; readonly text: WrittenText };
