// Long work, what was acknowledged, and what is wrong: the answers that every stretch shares.
export interface StartedJob {
  readonly job: string;
}

export interface Job {
  readonly id: string;
  readonly kind:
    | "example"
    | "examine"
    | "evidence"
    | "report"
    | "document"
    | "draft"
    | "texts"
    | "verify"
    | "export"
    | "backup"
    | "restore"
    | "check"
    | "verify-vault"
    | "bundle"
    | "custody"
    | "comparison"
    | "letter"
    | "redact"
    | "timestamp"
    | "erase"
    | "library-plan"
    | "library"
    | "table-check"
    | "table-import"
    | "table-back-check"
    | "table-take-back"
    | "table-bring-back";
  readonly state: "running" | "done" | "failed" | "cancelled";
  readonly progress: JobProgress | null;
  readonly found: { readonly findings: number; readonly verdicts: number };
  readonly startedAt: number;
  /** The record that it is about, where it was begun on the page of one. */
  readonly about?: string;
  readonly result?: unknown;
  readonly error?: ApiProblem;
}

export interface JobProgress {
  readonly done: number;
  readonly total: number | null;
  readonly unit: "bytes" | "files" | "rows" | "steps" | "pages";
  readonly at: string;
}

export interface ApiProblem {
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

export interface Acknowledged {
  readonly records: readonly string[];
  readonly operations: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}
