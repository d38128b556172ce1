// What is asked of the counts, what can be chosen, and how a table leaves.
import type { CountPage } from "@tocsin/workspace";
import type { WrittenReport } from "./report.ts";

/** As it was chosen and typed. */
export interface CountInput {
  readonly measure: string;
  readonly scope: string;
  /** None, one or two. */
  readonly by: readonly string[];
  readonly period?: string;
}

export interface CountChoices {
  /** What was chosen, without what does not fit. */
  readonly question: CountPage["question"];
  /** What was wrong with it as it was chosen. */
  readonly fault: "measure" | "scope" | "by" | "period" | null;
  readonly measures: readonly string[];
  readonly scopes: readonly string[];
  readonly first: readonly string[];
  readonly second: readonly string[];
}

export interface CountPlanInput extends CountInput {
  readonly audience: string;
  /** Numbers below it are hidden; the usual one where it is absent. */
  readonly threshold?: number;
}

/** Result of the work "export", where it was of counts. */
export interface WrittenCounts extends WrittenReport {
  /** How many numbers are hidden. */
  readonly hidden: number;
}

/** One status. Null where a number is hidden. */
export type CountedTable = CountPage["tables"][number];
