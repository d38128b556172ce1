// The public library: what is said of it, what would leave, and what was written.
import type { LibraryPlan } from "@tocsin/workspace";
import type { ReportOutput } from "./report.ts";

export interface SaidText {
  readonly text: string;
  readonly lang: string;
}

export interface LibraryPlanInput {
  readonly publisher: string;
  /** In each language in which somebody wrote it; the organisation's name where it is empty. */
  readonly title: readonly SaidText[];
  readonly about: readonly SaidText[];
  /** Languages of the pages, the one of the start first. */
  readonly locales: readonly string[];
  readonly address: string;
  readonly onion: string;
  readonly mirrors: readonly string[];
  readonly numbers: boolean;
  /** Records that a withdrawn release holds back, and that a person lets out again. */
  readonly again: readonly string[];
  /** Evidence that leaves as a file, each chosen by itself; those that left last where it is missing. */
  readonly files?: readonly string[];
  /** Numbers below it are hidden; the usual one where it is missing. */
  readonly threshold?: number;
  /** Why items changed: everybody reads it beside them. */
  readonly reasons: readonly ReasonInput[];
}

export interface ReasonInput extends SaidText {
  readonly record: string;
}

/** Result of the work "library-plan". */
export interface PlannedLibrary extends Pick<
  LibraryPlan,
  | "about"
  | "files"
  | "leaving"
  | "changes"
  | "withheld"
  | "fields"
  | "unnamed"
  | "struck"
  | "hidden"
  | "threshold"
  | "notices"
  | "earlier"
  | "sha256"
  | "same"
> {
  readonly id: string;
}

export interface MakeLibraryInput {
  readonly plan: string;
  /** Empty for what left before in exactly this form. */
  readonly approvedBy: string;
  readonly acceptDifferences: boolean;
  readonly form: "zip" | "page" | "folder";
  /** Of a folder: in which, and what it is called there. */
  readonly path?: string;
  readonly name?: string;
}

/** Result of the work "library". */
export interface MadeLibrary {
  readonly release: string;
  /** False where exactly this had left before. */
  readonly isNew: boolean;
  /** How many of each: `library.problem.<code>`. */
  readonly problems: Readonly<Record<string, number>>;
  readonly outputs: readonly ReportOutput[];
  readonly folder?: string;
  readonly files?: number;
  /** Files of others that were found there, and left alone. */
  readonly foreign?: number;
}
