// A sheet that its rater can still write on.
import type { RecordId } from "@tocsin/core";
import { RecordsError, type View } from "@tocsin/records";
import { WorkspaceError } from "../errors.ts";
import {
  assessmentFileOf,
  assessmentOfRating,
  type AssessmentFile,
  type SheetFile,
} from "./assessment-file.ts";

/** Throws `workspace.closed` once its rater has closed it, or the assessment is final. */
export async function openSheet(
  view: View,
  rating: RecordId,
): Promise<{ readonly file: AssessmentFile; readonly sheet: SheetFile }> {
  const file = await assessmentFileOf(view, await assessmentOfRating(view, rating));
  const sheet = file.sheets.find(({ id }) => id === rating);
  if (sheet === undefined)
    throw new RecordsError("records.not-found", "Cannot find sheet: it is in no assessment");
  if (file.values["finished"] !== undefined) throw sheetClosed("the assessment is final");
  if (sheet.isClosed) throw sheetClosed("its rater has closed it");
  return { file, sheet };
}

export function sheetClosed(state: string): WorkspaceError {
  return new WorkspaceError("workspace.closed", `Cannot change sheet: ${state}`);
}

/** Throws `records.bad-input` for what the instrument does not ask. */
export function refuseQuestion({ instrument }: AssessmentFile, question: string): void {
  if (!instrument.questions.some(({ id }) => id === question))
    throw new RecordsError("records.bad-input", "Cannot answer: the instrument has no such question");
}
