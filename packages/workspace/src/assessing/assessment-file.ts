// Everything that belongs to one assessment, read from the log: the instrument's version, the sheets, what was settled
// between raters, and the replies.
import { isLevel, type Instrument, type Reply, type Settlements, type Sheet } from "@tocsin/assess";
import type { RecordId } from "@tocsin/core";
import { compareStamps, valuesOf, type RecordState, type View } from "@tocsin/records";
import { stateOf } from "../state-of.ts";
import { integerIn, linkIn, stringIn, textIn, type Values } from "../values.ts";
import { instrumentOf } from "./instruments.ts";

export interface AssessmentFile {
  readonly id: RecordId;
  readonly values: Values;
  readonly instrument: Instrument;
  readonly sheets: readonly SheetFile[];
  readonly settlements: ReadonlyMap<string, Values>;
  readonly replies: readonly ReplyFile[];
}

export interface SheetFile extends Sheet {
  readonly id: RecordId;
  readonly rater: string;
  readonly closed: string | null;
  /** Values of the answers, by question. */
  readonly written: ReadonlyMap<string, { readonly record: RecordId; readonly values: Values }>;
}

export interface ReplyFile extends Reply {
  readonly record: RecordId;
  readonly values: Values;
}

/** Throws `records.not-found`, also where the version of its instrument is not here. */
export async function assessmentFileOf(view: View, assessment: RecordId): Promise<AssessmentFile> {
  const values = valuesOf(await stateOf(view, assessment, "assessment"));
  const name = stringIn(values["instrument"]) ?? "";
  const [instrument, ratings, settlements, replies] = await Promise.all([
    instrumentOf(view, { name, edition: integerIn(values["edition"]) ?? 0, form: linkIn(values["form"]) }),
    view.linked(assessment, { kind: "rating", field: "assessment" }),
    view.linked(assessment, { kind: "settlement", field: "assessment" }),
    view.linked(assessment, { kind: "rightOfReply", field: "assessment" }),
  ]);
  return {
    id: assessment,
    values,
    instrument,
    sheets: await Promise.all(inOrder(ratings).map((state) => sheetOf(view, state))),
    settlements: new Map(
      oldestFirst(settlements)
        .map(valuesOf)
        .map((each) => [stringIn(each["question"]) ?? "", each]),
    ),
    replies: inOrder(replies).map(replyOf),
  };
}

async function sheetOf(view: View, state: RecordState): Promise<SheetFile> {
  const { rater, closed } = valuesOf(state);
  const answers = oldestFirst(await view.linked(state.id, { kind: "answer", field: "rating" }));
  // Two devices can have begun an answer to one question: the one that was written last counts.
  const written = new Map(
    answers.map((each) => {
      const values = valuesOf(each);
      return [stringIn(values["question"]) ?? "", { record: each.id, values }] as const;
    }),
  );
  return {
    id: state.id,
    rater: textIn(rater)?.text ?? "",
    closed: stringIn(closed),
    isClosed: stringIn(closed) !== null,
    written,
    answers: new Map(
      [...written].flatMap(([question, { values }]) => {
        const { level, reasons } = values;
        const hasReasons = (textIn(reasons)?.text ?? "").trim() !== "";
        return isLevel(level) ? [[question, { level, hasReasons }] as const] : [];
      }),
    ),
  };
}

export function settledIn({ settlements }: Pick<AssessmentFile, "settlements">): Settlements {
  return new Map(
    [...settlements].flatMap(([question, { level, dissent }]) =>
      isLevel(level) ? [[question, { level, hasDissent: textIn(dissent) !== null }] as const] : [],
    ),
  );
}

export function replyOf(state: RecordState): ReplyFile {
  const values = valuesOf(state);
  const moment = (field: string): number | null => {
    const text = stringIn(values[field]);
    return text === null ? null : Date.parse(text);
  };
  return {
    record: state.id,
    values,
    invited: moment("invited"),
    deadline: stringIn(values["deadline"]),
    zone: stringIn(values["zone"]),
    received: moment("received"),
    silence: moment("silence"),
  };
}

/** The assessment that a sheet belongs to. Throws `records.not-found`. */
export async function assessmentOfRating(view: View, rating: RecordId): Promise<RecordId> {
  const { assessment } = valuesOf(await stateOf(view, rating, "rating"));
  const id = linkIn(assessment);
  return (await stateOf(view, id ?? rating, "assessment")).id;
}

/** In the order in which they were begun. */
function inOrder(states: readonly RecordState[]): readonly RecordState[] {
  return states.toSorted((a, b) => compareStamps(a.created, b.created));
}

function oldestFirst(states: readonly RecordState[]): readonly RecordState[] {
  return states.toSorted((a, b) => compareStamps(a.updated, b.updated));
}
