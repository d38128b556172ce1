// The one shape that every examiner gives: what was looked at, what was found, where exactly, and how far it is.

export const levels = ["critical", "high", "medium", "low", "info"] as const;
export type Level = (typeof levels)[number];

export type CoverageStatus = "read" | "missing" | "empty" | "unreadable" | "out-of-scope";

/** What an examiner says about one artifact of one acquisition, whether or not it found anything. */
export interface Coverage {
  /** What was examined, as the person named it (a folder or file). */
  readonly acquisition: string;
  /** Dotted name of the artifact: `ios.sms`, `ooni.web_connectivity`. */
  readonly artifact: string;
  readonly status: CoverageStatus;
  /** Rows, messages or records that were read. */
  readonly rows: number;
  /** Path inside the acquisition, where there is one. */
  readonly file?: string;
  /** SHA-256 of the artifact's bytes, lower-case hexadecimal, where they were hashed. */
  readonly sha256?: string;
  /** Why it is not `read`, or what was left out: a catalogue key with its arguments. */
  readonly note?: Note;
}

/** A sentence of the catalogue, by key, with its arguments. */
export interface Note {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** The exact place in the evidence. */
export interface EvidencePlace {
  /** Path inside the acquisition. */
  readonly file: string;
  readonly table?: string;
  readonly row?: number;
  /** One-based line of a line-based file. */
  readonly line?: number;
}

export interface MatchedIndicator {
  readonly campaign: string;
  /** Where the indicator was published: file or address. */
  readonly source: string;
  /** The pattern as published. */
  readonly pattern: string;
}

export interface Examiner {
  readonly name: string;
  readonly version: string;
}

/**
 * What an examination found. The texts (seen, means, harmless, next) stand in the catalogue under
 * `finding.<meaning>.seen`, `.means`, `.harmless`, `.next`.
 */
export interface ExaminerFinding {
  /** `indicator.domain`, `indicator.url`, `indicator.process`, `manifest.mismatch`, ... */
  readonly type: string;
  readonly meaning: string;
  readonly level: Level;
  readonly artifact: string;
  readonly place: EvidencePlace;
  /** ISO 8601 in UTC, or null where the evidence has no time. */
  readonly time: string | null;
  /** The matched thing alone (a host, a process name): never the message around it. */
  readonly value: string;
  readonly indicators: readonly MatchedIndicator[];
  readonly examiner: Examiner;
}

export type VerdictState =
  "blocked" | "likely-blocked" | "impaired" | "down" | "ok" | "insufficient" | "not-analysed";

/** What the analysis of one measurement says, with every rule that fired. */
export interface Verdict {
  readonly file: string;
  /** One-based; 1 for a file that holds a single measurement. */
  readonly line: number;
  readonly test: string;
  readonly input: string | null;
  readonly country: string | null;
  readonly network: string | null;
  /** ISO 8601 in UTC, or null. */
  readonly time: string | null;
  readonly state: VerdictState;
  readonly mechanisms: readonly string[];
  readonly rules: readonly { readonly id: string; readonly layer: string }[];
  readonly examiner: Examiner;
}

export interface ExaminationProgress {
  readonly done: number;
  /** Unknown totals are null. */
  readonly total: number | null;
  readonly unit: "bytes" | "files" | "rows";
  /** The artifact or file in work. */
  readonly at: string;
}

/** Everything an examiner says, in the order in which it says it. */
export type ExaminerOutput =
  | { readonly kind: "coverage"; readonly coverage: Coverage }
  | { readonly kind: "finding"; readonly finding: ExaminerFinding }
  | { readonly kind: "verdict"; readonly verdict: Verdict }
  | { readonly kind: "progress"; readonly progress: ExaminationProgress };
