// A questionnaire as it stands on paper, in one language; and what somebody typed in from paper, held against it while they type.
import { isJsonObject, type Json } from "@tocsin/core";
import { data, link, query, RecordsError, string, type LanguageText, type View } from "@tocsin/records";
import {
  isRepeat,
  numbersOf,
  questionsOf,
  readFilling,
  typedOnPaper,
  type Condition,
  type Filled,
  type Question,
  type Questionnaire,
  type Repeat,
  type Typed,
} from "@tocsin/voices";
import type { RecordId } from "@tocsin/core";
import { askedBy, sayIn } from "../voices/asked.ts";

export interface QuestionnairePaper {
  readonly title: LanguageText;
  readonly about: LanguageText;
  /** BCP 47; the original first. */
  readonly languages: readonly string[];
  readonly unreviewed: readonly string[];
  /** `YYYY-MM-DD`, or empty. */
  readonly keepUntil: string;
  readonly questions: readonly PaperQuestion[];
}

export interface PaperQuestion {
  readonly id: string;
  /** `3`, or in a repeat `3.1`. */
  readonly number: string;
  readonly type: Question["type"] | Repeat["type"];
  readonly text: LanguageText;
  readonly why: LanguageText;
  readonly help: LanguageText | null;
  readonly required: boolean;
  /** Numbered from 1. */
  readonly options: readonly LanguageText[];
  readonly when: PaperCondition | null;
  /** Of a repeat: how often at the most, and its questions. */
  readonly most: number;
  readonly inside: readonly PaperQuestion[];
}

/** With numbers of questions and of options instead of their names. */
export type PaperCondition =
  | { readonly question: string; readonly is: readonly number[] }
  | { readonly question: string; readonly atLeast: number }
  | { readonly question: string; readonly atMost: number }
  | { readonly question: string; readonly answered: true }
  | { readonly all: readonly PaperCondition[] }
  | { readonly any: readonly PaperCondition[] }
  | { readonly not: PaperCondition };

/** Throws `records.not-found`, and `records.bad-input` for a questionnaire that this version cannot read. */
export const questionnairePaper = query(
  "questionnaire.paper",
  { questionnaire: link("questionnaire", { required: true }), language: string() },
  async (view, { questionnaire: id, language = "en" }): Promise<QuestionnairePaper> => {
    const asked = await readable(view, id);
    const say = (texts: Questionnaire["title"]): LanguageText => sayIn(asked, texts, language);
    const numbers = numbersOf(asked);
    return {
      title: say(asked.title),
      about: say(asked.about),
      languages: asked.languages,
      unreviewed: asked.unreviewed,
      keepUntil: asked.keepUntil ?? "",
      questions: asked.questions.map((each) => onPaper(each, { asked, numbers, say })),
    };
  },
);

async function readable(view: View, id: RecordId): Promise<Questionnaire> {
  const asked = await askedBy(view, id);
  if (asked === null)
    throw new RecordsError("records.bad-input", "Cannot show questionnaire: it cannot be read");
  return asked;
}

interface Paper {
  readonly asked: Questionnaire;
  readonly numbers: ReadonlyMap<string, string>;
  readonly say: (texts: Questionnaire["title"]) => LanguageText;
}

function onPaper(each: Question | Repeat, paper: Paper): PaperQuestion {
  const { say, numbers } = paper;
  const of = isRepeat(each)
    ? {
        required: false,
        options: [],
        most: each.most,
        inside: each.questions.map((one) => onPaper(one, paper)),
      }
    : {
        required: each.required,
        options: each.options.map(({ text }) => say(text)),
        most: 1,
        inside: [],
      };
  return {
    id: each.id,
    number: numbers.get(each.id) ?? "",
    type: each.type,
    text: say(each.text),
    why: say(each.why),
    help: each.help === undefined ? null : say(each.help),
    when: each.when === undefined ? null : conditionOn(each.when, paper),
    ...of,
  };
}

function conditionOn(condition: Condition, paper: Paper): PaperCondition {
  if ("all" in condition) return { all: condition.all.map((each) => conditionOn(each, paper)) };
  if ("any" in condition) return { any: condition.any.map((each) => conditionOn(each, paper)) };
  if ("not" in condition) return { not: conditionOn(condition.not, paper) };
  const question = paper.numbers.get(condition.question) ?? "";
  if (!("is" in condition)) return { ...condition, question };
  const options = questionsOf(paper.asked).find((each) => each.question.id === condition.question)?.question
    .options;
  const numberOf = (code: string): number => (options ?? []).findIndex((each) => each.code === code) + 1;
  return { question, is: condition.is.map(numberOf) };
}

export interface PaperFilling {
  /** Names of what is asked, so far: a question, of a repeat `name.0`, or a repeat itself. */
  readonly asked: readonly string[];
  readonly problems: readonly PaperProblem[];
  /** As `contribution.write` takes them, each without its consent. */
  readonly answers: Filled["answers"];
}

export interface PaperProblem {
  /** The question; of a repeat `name.0`. */
  readonly place: string;
  readonly problem: Filled["problems"][number]["problem"] | "bad-choice";
  readonly most: number;
}

/** `typed` is a list of {question, item, typed}: item is null outside a repeat, typed is what stands in the field. */
export const questionnaireFilling = query(
  "questionnaire.filling",
  { questionnaire: link("questionnaire", { required: true }), typed: data({ required: true }) },
  async (view, { questionnaire, typed }): Promise<PaperFilling> => {
    const asked = await readable(view, questionnaire);
    const byId = new Map(questionsOf(asked).map(({ question }) => [question.id, question]));
    const rows = rowsIn(typed).map((row) => {
      const question = byId.get(row.question);
      return { ...row, typed: question === undefined ? "" : typedOnPaper(question, row.text) };
    });
    const read = rows.flatMap(({ question, item, typed: codes }): readonly Typed[] =>
      codes === null ? [] : [{ question, item, typed: codes }],
    );
    const { asking, answers, problems } = readFilling(asked, read);
    const isAsked = ({ question, item }: Pick<Typed, "question" | "item">): boolean =>
      item === null ? asking.isAsked(question) : asking.isAskedIn(question, item);
    const bad = rows.filter((row) => row.typed === null && isAsked(row)).map(placeOf);
    return {
      asked: [
        ...asked.questions.filter(({ id }) => asking.isAsked(id)).map(({ id }) => id),
        ...rows.filter((row) => row.item !== null && isAsked(row)).map(placeOf),
      ],
      problems: [
        ...bad.map((place) => ({ place, problem: "bad-choice" as const, most: 0 })),
        ...problems
          .map((each) => ({ place: placeOf(each), problem: each.problem, most: each.most }))
          .filter(({ place }) => !bad.includes(place)),
      ],
      answers,
    };
  },
);

function placeOf({ question, item }: Pick<Typed, "question" | "item">): string {
  return item === null ? question : `${question}.${item}`;
}

interface Row {
  readonly question: string;
  readonly item: number | null;
  readonly text: string;
}

const mostRows = 5000;

function rowsIn(value: Json): readonly Row[] {
  if (!Array.isArray(value) || value.length > mostRows) return [];
  return value
    .filter(isJsonObject)
    .flatMap(({ question, item, typed }): readonly Row[] =>
      typeof question === "string" && typeof typed === "string"
        ? [{ question, item: typeof item === "number" ? item : null, text: typed }]
        : [],
    );
}
