// Answers that no general page shows: those to an assessment in which a sheet is still open. A rater reads their own on the
// sheet. Kept by the queries alone, until members have keys of their own.
import type { RecordId } from "@tocsin/core";
import { valuesOf, type RecordState, type StampedOperation, type View } from "@tocsin/records";
import { idsOf } from "../all-of.ts";
import { linkIn } from "../values.ts";

const answer = "answer";
/** What may be seen of one: which question it is to, and on which sheet. */
const openFields: readonly string[] = ["question", "rating"];

type Shown = (entry: readonly [field: string, value: unknown]) => boolean;

/** Which fields of a record may be seen, beside what its kind says. */
export async function fieldsShownOf(view: View, state: RecordState): Promise<Shown> {
  const closed = await closedAnswers(view, [state]);
  return shownIn(closed, state.id);
}

/** The same for many operations, read once. */
export async function fieldsShownIn(
  view: View,
  operations: readonly StampedOperation[],
): Promise<(record: RecordId) => Shown> {
  const ids = operations.flatMap(({ operation: { kind, record } }) => (kind === answer ? [record] : []));
  const closed = await closedAnswers(view, await view.glance([...new Set(ids)]));
  return (record) => shownIn(closed, record);
}

function shownIn(closed: ReadonlySet<RecordId>, record: RecordId): Shown {
  return ([field]) => !closed.has(record) || openFields.includes(field);
}

/** Ids of those that are closed to everybody but their rater. */
export async function closedAnswers(
  view: View,
  states: readonly RecordState[],
): Promise<ReadonlySet<RecordId>> {
  const answers = states.filter(({ kind }) => kind === answer);
  const sheets = await isOpenBySheet(view, new Set(answers.flatMap((each) => sheetOf(each) ?? [])));
  return new Set(answers.filter((each) => sheets.get(sheetOf(each) ?? "") === false).map(({ id }) => id));
}

function sheetOf(state: RecordState): RecordId | null {
  return linkIn(valuesOf(state)["rating"]);
}

/** By sheet, whether everybody may see it: all sheets of its assessment are closed. */
async function isOpenBySheet(
  view: View,
  sheets: ReadonlySet<RecordId>,
): Promise<ReadonlyMap<string, boolean>> {
  const found = await view.glance([...sheets]);
  const byAssessment = new Map<RecordId, boolean>();
  const isOpen = new Map<string, boolean>();
  for (const state of found) {
    const assessment = linkIn(valuesOf(state)["assessment"]);
    if (assessment === null) continue;
    if (!byAssessment.has(assessment)) {
      const all = await view.linked(assessment, { kind: "rating", field: "assessment" });
      byAssessment.set(
        assessment,
        all.every((each) => valuesOf(each)["closed"] !== undefined),
      );
    }
    isOpen.set(state.id, byAssessment.get(assessment) === true);
  }
  return isOpen;
}

/** All answers that are closed to everybody but their rater: those to assessments of which a sheet is open. */
export async function hiddenAnswers(view: View): Promise<readonly RecordState[]> {
  const sheets = await view.glance(await idsOf(view, "rating"));
  const open = sheets.filter((sheet) => valuesOf(sheet)["closed"] === undefined);
  const assessmentOf = (sheet: RecordState): RecordId | null => linkIn(valuesOf(sheet)["assessment"]);
  const assessments = new Set(open.map(assessmentOf));
  const ids = sheets.filter((sheet) => assessments.has(assessmentOf(sheet))).map(({ id }) => id);
  const answers = await view.glanceLinked(ids, { kind: answer, field: "rating" });
  return [...answers.values()].flat();
}
