// The model of a report: plain data, the same in every output. Specification: docs/formats/report.md.
import type { Level, RecordId } from "@tocsin/core";
import type { CommitmentStanding, ReportText, WithheldReason } from "./report-input.ts";

export const reportFormat = "tocsin.report" as const;
export const reportVersion = 1 as const;

export interface Report {
  readonly format: typeof reportFormat;
  readonly version: typeof reportVersion;
  readonly header: ReportHeader;
  readonly sections: readonly Section[];
}

export interface ReportHeader {
  readonly language: string;
  /** ISO 8601 in UTC, to the second. */
  readonly madeAt: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly release: {
    readonly id: RecordId;
    readonly audience: string;
    readonly approvedBy: string | null;
    readonly approvedAt: string;
  };
  readonly case: { readonly id: RecordId; readonly title: ReportText; readonly organisation: string | null };
}

export const sectionNames = [
  "about",
  "happened",
  "found",
  "evidence",
  "who",
  "measures",
  "answered",
  "said",
  "held-against",
  "not-known",
  "consents",
  "check",
] as const;
export type SectionName = (typeof sectionNames)[number];

/** Its heading stands in the catalogue under `report.section.<name>`. */
export interface Section {
  readonly name: SectionName;
  readonly blocks: readonly Block[];
}

/** A block: loose sentences (no label), or an entry such as incident I1, finding F2, evidence E1. */
export interface Block {
  /** `I1`, `F1`, `E1`, `P1`, `S1`, `K1` (consent), or a commitment's id; null for loose sentences. */
  readonly label: string | null;
  readonly record: string | null;
  /** The heading of an entry. */
  readonly title: Sentence | null;
  /** One line of codes above the text: level, status, standing. */
  readonly mark: Mark | null;
  /** Facts by name, drawn as a list of terms: `report.row.<name>`. */
  readonly rows: readonly Row[];
  readonly sentences: readonly Sentence[];
}

export type Mark =
  | { readonly kind: "level"; readonly code: Level }
  | { readonly kind: "verdict"; readonly code: string }
  | { readonly kind: "status"; readonly code: string }
  | { readonly kind: "standing"; readonly code: CommitmentStanding }
  | { readonly kind: "withheld"; readonly code: WithheldReason };

export interface Row {
  readonly name: string;
  readonly sentences: readonly Sentence[];
}

/** One sentence, and the way back to what it rests on. */
export interface Sentence {
  /** `s-happened-i1-3`: unique in the report, stable for the same input. */
  readonly id: string;
  readonly says: Says;
  /** In reading order; `depth` 1 is the first step back. */
  readonly thread: readonly ThreadStep[];
}

/** A sentence of the catalogue with its values, or words that somebody wrote, in their language. */
export type Says =
  | {
      readonly kind: "catalogue";
      readonly key: string;
      readonly values: Readonly<Record<string, Value>>;
      /** What to say where the catalogue lacks the key. */
      readonly fallback: { readonly key: string; readonly values: Readonly<Record<string, Value>> } | null;
    }
  | { readonly kind: "quoted"; readonly text: ReportText }
  | { readonly kind: "verbatim"; readonly text: string };

/** What stands in the gap of a sentence. */
export type Value =
  | string
  | number
  | { readonly kind: "term"; readonly key: string; readonly code: string }
  | {
      readonly kind: "terms";
      readonly prefix: string;
      readonly suffix: string;
      readonly codes: readonly string[];
    }
  | { readonly kind: "date"; readonly edtf: string }
  | { readonly kind: "labels"; readonly labels: readonly string[] };

/** Where the thread stops because something is not in this release. Section 7 names every one. */
export type Gap = "finding" | "evidence" | "source" | "hash" | "examination";

/** A step back. The last step of every branch is an end: see `isEnd`. */
export type ThreadStep = { readonly depth: number } & (
  | { readonly kind: "incident"; readonly label: string; readonly record: RecordId }
  | {
      readonly kind: "finding";
      readonly label: string;
      readonly record: RecordId;
      readonly examiner: string;
      readonly examinerVersion: string;
      /** `sms.db`, table, row or line. */
      readonly place: {
        readonly file: string;
        readonly table: string | null;
        readonly row: number | null;
        readonly line: number | null;
      };
    }
  | { readonly kind: "file"; readonly path: string; readonly sha256: string }
  | {
      readonly kind: "examination";
      readonly label: string;
      readonly record: RecordId;
      readonly examiner: string;
      readonly examinerVersion: string;
      readonly at: string;
    }
  | {
      readonly kind: "evidence";
      readonly label: string;
      readonly record: RecordId;
      readonly sha256: string | null;
      readonly obtainedHow: string | null;
      /** How it was obtained, in a person's words. */
      readonly obtainedNote: string | null;
      readonly obtainedAt: string | null;
      /** Shown name, or null where it is withheld or unknown. */
      readonly obtainedBy: string | null;
      /** Label of the consent in section 8, or null. */
      readonly consent: string | null;
    }
  | { readonly kind: "person"; readonly label: string; readonly record: RecordId }
  | { readonly kind: "consent"; readonly label: string; readonly record: RecordId }
  | { readonly kind: "source"; readonly label: string; readonly record: RecordId }
  | { readonly kind: "commitment"; readonly label: string; readonly instrument: string }
  | { readonly kind: "publication"; readonly title: string; readonly url: string | null }
  | { readonly kind: "statement"; readonly by: "case-file" | "examiner" | "release"; readonly record: string }
  | { readonly kind: "gap"; readonly what: Gap }
  | { readonly kind: "document" }
);
