// The words of the question that an answer, of a rater or of a contributor, or a settlement belongs to: the record itself keeps
// only its name.
import type { Instrument } from "@tocsin/assess";
import type { RecordId } from "@tocsin/core";
import { valuesOf, type RecordState, type View } from "@tocsin/records";
import { integerIn, linkIn, stringIn } from "../values.ts";
import { askedBy, questionTexts } from "../voices/asked.ts";
import { instrumentOf } from "./instruments.ts";

export interface QuestionWords {
  /** BCP 47: of `text`. */
  readonly lang: string;
  readonly text: string;
  /** Language to text. */
  readonly translations: Readonly<Record<string, string>>;
}

/** Kinds whose records are known by the name of a question. */
export function isOfQuestion(kind: string): boolean {
  return kind === "answer" || kind === "settlement" || kind === "contributionAnswer";
}

/** Null for records of other kinds, and where the assessment, the version of its instrument or the questionnaire is not here. */
export async function questionWordsOf(view: View, state: RecordState): Promise<QuestionWords | null> {
  return (await questionWordsAmong(view, [state])).get(state.id) ?? null;
}

/** As `questionWordsOf`, for many records at once: only those that have words are in it. */
export async function questionWordsAmong(
  view: View,
  states: readonly RecordState[],
): Promise<ReadonlyMap<RecordId, QuestionWords>> {
  const answers = states.filter(({ kind }) => kind === "answer");
  const settlements = states.filter(({ kind }) => kind === "settlement");
  const sheets = await byId(view, answers, "rating");
  const above = await byId(view, [...settlements, ...sheets.values()], "assessment");
  const instruments = new Map<string, Instrument | null>();
  for (const [id, assessment] of above) instruments.set(id, await instrumentBehind(view, assessment));
  const found = await askedAmong(view, states);
  for (const state of [...answers, ...settlements]) {
    const holder = state.kind === "answer" ? sheets.get(linkIn(valuesOf(state)["rating"]) ?? "") : state;
    const assessment = holder === undefined ? null : linkIn(valuesOf(holder)["assessment"]);
    const instrument = assessment === null ? null : (instruments.get(assessment) ?? null);
    const words = wordsIn(instrument, stringIn(valuesOf(state)["question"]));
    if (words !== null) found.set(state.id, words);
  }
  return found;
}

/** Of answers in contributions: what their questionnaires ask. */
async function askedAmong(view: View, states: readonly RecordState[]): Promise<Map<RecordId, QuestionWords>> {
  const found = new Map<RecordId, QuestionWords>();
  const answers = states.filter(({ kind }) => kind === "contributionAnswer");
  const ids = new Set(answers.flatMap((state) => linkIn(valuesOf(state)["questionnaire"]) ?? []));
  const asked = new Map<string, Awaited<ReturnType<typeof askedBy>>>();
  for (const id of ids) asked.set(id, await askedBy(view, id));
  for (const state of answers) {
    const { question, questionnaire } = valuesOf(state);
    const words = questionTexts(asked.get(linkIn(questionnaire) ?? "") ?? null, stringIn(question));
    if (words !== null) found.set(state.id, words);
  }
  return found;
}

async function byId(
  view: View,
  states: readonly RecordState[],
  field: string,
): Promise<ReadonlyMap<string, RecordState>> {
  const ids = new Set(states.flatMap((state) => linkIn(valuesOf(state)[field]) ?? []));
  if (ids.size === 0) return new Map();
  return new Map((await view.glance([...ids])).map((state) => [state.id, state]));
}

async function instrumentBehind(view: View, assessment: RecordState): Promise<Instrument | null> {
  const { instrument: by, edition, form } = valuesOf(assessment);
  const rated = { name: stringIn(by) ?? "", edition: integerIn(edition) ?? 0, form: linkIn(form) };
  return instrumentOf(view, rated).catch(() => null);
}

function wordsIn(instrument: Instrument | null, name: string | null): QuestionWords | null {
  const question = instrument?.questions.find(({ id }) => id === name);
  if (instrument === null || question === undefined) return null;
  const translations = Object.entries(instrument.translations).flatMap(([lang, texts]) => {
    const text = texts[`${question.id}.text`];
    return text === undefined ? [] : [[lang, text] as const];
  });
  return { lang: instrument.lang, text: question.text, translations: Object.fromEntries(translations) };
}
