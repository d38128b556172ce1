// What an examination found.
import type { Coverage, ExaminerFinding, Verdict } from "@tocsin/core";

/** Result of the work "examine". */
export interface Examination {
  readonly coverage: readonly Coverage[];
  readonly findings: readonly ExaminerFinding[];
  readonly verdicts: readonly Verdict[];
  readonly consent: string | null;
  readonly indicatorCount: number;
  readonly campaigns: readonly string[];
  readonly tool: { readonly name: string; readonly version: string };
  /** Found, and not listed here. */
  readonly more: number;
}
