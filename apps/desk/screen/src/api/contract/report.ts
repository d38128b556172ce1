// A report: its preview, what stays inside, and what was written.
import type { EarlierNotice } from "@tocsin/workspace";

export interface ReportPreview {
  readonly report: {
    readonly header: { readonly language: string };
    readonly sections: readonly { readonly name: string; readonly blocks: readonly PreviewBlock[] }[];
  };
  readonly text: Readonly<Record<string, string>>;
  /** Names that do not leave. */
  readonly withheld: readonly WithheldName[];
  /** Kind to field to how much of it leaves; what is not named stays inside. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, "full" | "coarse">>>>;
  readonly earlier: readonly EarlierNotice[];
}

export interface PreviewBlock {
  readonly label: string | null;
  readonly record: string | null;
  readonly title: PreviewSentence | null;
  readonly mark: { readonly kind: string; readonly code: string } | null;
  readonly rows: readonly { readonly name: string; readonly sentences: readonly PreviewSentence[] }[];
  readonly sentences: readonly PreviewSentence[];
}

/** A sentence of a report, as far as the screen needs it: its words come beside it, by id. */
export interface PreviewSentence {
  readonly id: string;
  readonly thread: readonly PreviewStep[];
}

export type PreviewStep = { readonly depth: number; readonly kind: string } & Readonly<
  Record<string, unknown>
>;

export interface WithheldName {
  readonly kind: string;
  readonly record: string;
  readonly reason: string;
}

/** What a person answers for, and the forms in which it is written. */
export interface Approved {
  readonly approvedBy: string;
  readonly formats: readonly string[];
  /** Let out although earlier releases and this one together reveal something. */
  readonly acceptDifferences?: boolean;
}

/** Result of the work "report". */
export interface WrittenReport {
  readonly release: string;
  readonly outputs: readonly ReportOutput[];
}

export interface ReportOutput {
  readonly format: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly url: string;
}
