// The custody sheet of a piece of evidence, as it leaves.
import type { WrittenReport } from "./report.ts";

export interface CustodyInput {
  readonly evidence: string;
  readonly audience: string;
}

/** Result of the work "custody". */
export interface WrittenCustody extends WrittenReport {
  /** Details that stay inside. */
  readonly withheld: number;
  /** How often a name was struck out of a text. */
  readonly struck: number;
}
