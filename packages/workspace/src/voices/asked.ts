// What a questionnaire of the vault asks, in one language.
import type { RecordId } from "@tocsin/core";
import { valuesOf, type LanguageText, type View } from "@tocsin/records";
import { parseQuestionnaire, questionsOf, saidIn, type Questionnaire, type Texts } from "@tocsin/voices";

/** Null where it is not there, or no version of ours wrote it. */
export async function askedBy(view: View, id: RecordId | null): Promise<Questionnaire | null> {
  const state = id === null ? undefined : await view.read(id);
  return state === undefined ? null : parseQuestionnaire(valuesOf(state)["content"]).questionnaire;
}

export function sayIn(asked: Questionnaire, texts: Texts, language: string): LanguageText {
  const { text, lang } = saidIn(texts, language, asked.languages[0] ?? "en");
  return { text, lang };
}

export interface OfQuestion {
  readonly question: string;
  readonly language: string;
}

export function questionSaid(asked: Questionnaire | null, { question, language }: OfQuestion): LanguageText {
  const found = asked === null ? undefined : questionsOf(asked).find((each) => each.question.id === question);
  if (asked === null || found === undefined) return { text: question, lang: "zxx" };
  return sayIn(asked, found.question.text, language);
}

interface QuestionTexts {
  /** BCP 47: of `text`. */
  readonly lang: string;
  readonly text: string;
  /** Language to text. */
  readonly translations: Readonly<Record<string, string>>;
}

/** What a question says in each of its languages, in the first of them first; null where it is not asked. */
export function questionTexts(asked: Questionnaire | null, name: string | null): QuestionTexts | null {
  const found = asked === null ? undefined : questionsOf(asked).find(({ question }) => question.id === name);
  if (asked === null || found === undefined) return null;
  const translations = found.question.text;
  return { ...sayIn(asked, translations, asked.languages[0] ?? "en"), translations };
}

export interface AskedPlace {
  /** Of the question, or of the repeat around it, which is asked whole before it is asked again. */
  readonly group: number;
  readonly place: number;
}

/** Questions that are answered in words, and where they are asked. */
export function wordedQuestions(asked: Questionnaire | null): ReadonlyMap<string, AskedPlace> {
  if (asked === null) return new Map();
  const all = questionsOf(asked);
  return new Map(
    all.flatMap(({ question: { id, type }, repeat }, place): readonly [string, AskedPlace][] => {
      if (type !== "long" && type !== "text") return [];
      const group = repeat === null ? place : all.findIndex((each) => each.repeat === repeat);
      return [[id, { group, place }]];
    }),
  );
}
