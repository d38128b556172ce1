import type { Examination } from "../api/contract/examination.ts";

/** The result of an examination: of files, or of a piece of evidence, which gives it inside. */
export function examinationOf(result: unknown): Examination | null {
  if (typeof result !== "object" || result === null) return null;
  if ("examination" in result) return examinationOf(result.examination);
  return isExamination(result) ? result : null;
}

/** Our own server's result; the lists tell it from those of other work. */
function isExamination(result: object): result is Examination {
  return (
    "coverage" in result &&
    Array.isArray(result.coverage) &&
    "findings" in result &&
    Array.isArray(result.findings) &&
    "verdicts" in result &&
    Array.isArray(result.verdicts)
  );
}
