// Findings of the phone examiner, in the one shape of all examiners.
import type {
  EvidencePlace,
  Examiner,
  ExaminerFinding,
  ExaminerOutput,
  MatchedIndicator,
} from "@tocsin/core";
import { meanings } from "./meanings.table.ts";
import type { MeaningKey } from "./meanings.table.ts";

const phoneExaminer: Examiner = { name: "phone.ios-backup", version: "1" };

export interface FindingParts {
  readonly type: string;
  readonly meaning: MeaningKey;
  readonly artifact: string;
  readonly place: EvidencePlace;
  readonly time: string | null;
  readonly value: string;
  readonly indicators?: readonly MatchedIndicator[];
}

/** Longer values come from files made to be a nuisance. */
const longestValue = 1024;

export function createFinding(parts: FindingParts): ExaminerOutput {
  const finding: ExaminerFinding = {
    type: parts.type,
    meaning: parts.meaning,
    level: meanings[parts.meaning].level,
    artifact: parts.artifact,
    place: parts.place,
    time: parts.time,
    // Half a character at the cut, or in a file of UTF-16, could not be written into a record.
    value: parts.value.slice(0, longestValue).toWellFormed(),
    indicators: parts.indicators ?? [],
    examiner: phoneExaminer,
  };
  return { kind: "finding", finding };
}
