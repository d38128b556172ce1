// What is asked of the matrix of a consultation where it leaves, and what was written.
import type { WrittenReport } from "./report.ts";

export interface CodesPlanInput {
  readonly questionnaire: string;
  readonly audience: string;
}

/** Result of the work "export", where it was of such a matrix. */
export interface WrittenCodes extends WrittenReport {
  readonly hidden: number;
}
