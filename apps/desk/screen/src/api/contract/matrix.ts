// What is asked of the matrix where it leaves, and what was written.
import type { WrittenReport } from "./report.ts";

export interface MatrixPlanInput {
  readonly by: string;
  readonly row?: string;
  readonly commitment?: string;
  readonly audience: string;
}

/** Result of the work "export", where it was of a matrix. */
export interface WrittenMatrix extends WrittenReport {
  readonly hidden: number;
  /** Records that are counted and stay unnamed. */
  readonly unnamed: number;
}
