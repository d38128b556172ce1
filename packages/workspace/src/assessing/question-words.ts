// The words of the question that an answer or a settlement belongs to: the record itself keeps only its name.
import type { RecordId } from "@tocsin/core";
import { valuesOf, type RecordState, type View } from "@tocsin/records";
import { integerIn, linkIn, stringIn } from "../values.ts";
import { instrumentOf } from "./instruments.ts";

export interface QuestionWords {
  /** BCP 47: of `text`. */
  readonly lang: string;
  readonly text: string;
  /** Language to text. */
  readonly translations: Readonly<Record<string, string>>;
}

/** Null for records of other kinds, and where the assessment or the version of its instrument is not here. */
export async function questionWordsOf(view: View, state: RecordState): Promise<QuestionWords | null> {
  const assessment = await assessmentOf(view, state);
  const name = stringIn(valuesOf(state)["question"]);
  if (assessment === null || name === null) return null;
  const { instrument: by, edition, form } = valuesOf(assessment);
  const rated = { name: stringIn(by) ?? "", edition: integerIn(edition) ?? 0, form: linkIn(form) };
  const instrument = await instrumentOf(view, rated).catch(() => null);
  const question = instrument?.questions.find(({ id }) => id === name);
  if (instrument === null || question === undefined) return null;
  const translations = Object.entries(instrument.translations).flatMap(([lang, texts]) => {
    const text = texts[`${name}.text`];
    return text === undefined ? [] : [[lang, text] as const];
  });
  return { lang: instrument.lang, text: question.text, translations: Object.fromEntries(translations) };
}

async function assessmentOf(view: View, state: RecordState): Promise<RecordState | null> {
  switch (state.kind) {
    case "settlement":
      return linked(view, linkIn(valuesOf(state)["assessment"]));
    case "answer": {
      const rating = await linked(view, linkIn(valuesOf(state)["rating"]));
      return rating === null ? null : linked(view, linkIn(valuesOf(rating)["assessment"]));
    }
    default:
      return null;
  }
}

async function linked(view: View, id: RecordId | null): Promise<RecordState | null> {
  return id === null ? null : ((await view.readMany([id]))[0] ?? null);
}
