// One questionnaire with what came back: how many, in which languages, by which ways, what may be quoted, and what must go.
import type { RecordId } from "@tocsin/core";
import {
  briefsInOrder,
  link,
  query,
  string,
  valuesOf,
  type BriefCount,
  type LanguageText,
  type RecordState,
  type View,
} from "@tocsin/records";
import { isRepeat, questionsOf, type Questionnaire } from "@tocsin/voices";
import { stateOf } from "../state-of.ts";
import { flagIn, linkIn, stringIn, textIn, type Values } from "../values.ts";
import { askedBy, sayIn } from "../voices/asked.ts";
import { dayOf } from "../voices/release-purpose.ts";

export interface QuestionnairePage {
  readonly questionnaire: RecordId;
  readonly title: LanguageText;
  readonly about: LanguageText | null;
  /** Null where this version cannot read it. */
  readonly content: Questionnaire | null;
  readonly files: number;
  /** Files that were saved from one form count once. */
  readonly contributors: number;
  /** Files that say exactly the same as an earlier one. */
  readonly alike: number;
  readonly answers: number;
  readonly quotable: number;
  readonly takenBack: number;
  /** Answers of contributions that are to be kept no longer. */
  readonly ended: number;
  readonly languages: readonly { readonly language: string; readonly files: number }[];
  readonly carriers: readonly { readonly carrier: string; readonly files: number }[];
  readonly questions: readonly QuestionCount[];
  /** Newest first, at most 100. */
  readonly contributions: readonly ContributionRow[];
}

export interface QuestionCount {
  readonly question: string;
  readonly asked: LanguageText;
  readonly answers: number;
  readonly quotable: number;
}

export interface ContributionRow {
  readonly record: RecordId;
  readonly reference: string;
  readonly received: string | null;
  readonly writtenIn: string;
  readonly carrier: string;
  readonly answers: number;
  readonly isAlike: boolean;
  readonly isEarlier: boolean;
  /** The earliest day until which something of it may be kept, where that is past; and what says so. */
  readonly ended: string | null;
}

const mostRows = 100;

/** Throws `records.not-found`. */
export const questionnairePage = query(
  "questionnaire.page",
  { questionnaire: link("questionnaire", { required: true }), language: string() },
  async (view, { questionnaire: id, language = "en" }, { now }): Promise<QuestionnairePage> => {
    const state = await stateOf(view, id, "questionnaire");
    const content = await askedBy(view, id);
    const contributions = briefsInOrder(
      await view.briefs([id], { kind: "contribution", field: "questionnaire" }),
    );
    const answers = (
      await view.briefCounts([id], { kind: "contributionAnswer", field: "questionnaire" })
    ).map(answersIn);
    const today = dayOf(now());
    const newest = contributions.slice(-mostRows).map(({ brief: [contribution] }) => contribution);
    return {
      questionnaire: id,
      title:
        content === null
          ? (textIn(valuesOf(state)["title"]) ?? { text: "", lang: "und" })
          : sayIn(content, content.title, language),
      about: content === null ? null : sayIn(content, content.about, language),
      content,
      files: contributions.length,
      contributors: new Set(contributions.map(({ brief: [file, , form] }) => stringIn(form) ?? file)).size,
      alike: contributions.filter(({ brief: [, , , alike] }) => linkIn(alike) !== null).length,
      answers: sumOf(answers),
      quotable: sumOf(answers.filter(isQuotable)),
      takenBack: sumOf(answers.filter(({ takenBack }) => takenBack)),
      ended: sumOf(answers.filter((each) => isEnded(each, today))),
      languages: countsBy(contributions.map(({ values }) => writtenIn(values))).map(([code, count]) => ({
        language: code,
        files: count,
      })),
      carriers: countsBy(contributions.map(({ values }) => carrierIn(values))).map(([carrier, count]) => ({
        carrier,
        files: count,
      })),
      questions: questionCounts(content, answers, language),
      contributions: await rowsOf(view, newest.toReversed(), { questionnaire: id, today }),
    };
  },
);

/** Answers that the tables count together. */
interface GivenAnswers {
  readonly question: string;
  readonly mayQuote: boolean;
  readonly takenBack: boolean;
  readonly until: string | null;
  readonly count: number;
}

function answersIn({ values, count }: BriefCount): GivenAnswers {
  return {
    question: stringIn(values["question"]) ?? "",
    mayQuote: flagIn(values["mayQuote"]) === true,
    takenBack: values["withdrawn"] !== undefined,
    until: stringIn(values["until"]),
    count,
  };
}

function sumOf(answers: readonly Pick<GivenAnswers, "count">[]): number {
  return answers.reduce((sum, { count }) => sum + count, 0);
}

function isQuotable({ mayQuote, takenBack }: GivenAnswers): boolean {
  return mayQuote && !takenBack;
}

function isEnded({ until }: Pick<GivenAnswers, "until">, today: string): boolean {
  return until !== null && until < today;
}

interface RowsAsked {
  readonly questionnaire: RecordId;
  readonly today: string;
}

async function rowsOf(
  view: View,
  contributions: readonly RecordId[],
  { questionnaire, today }: RowsAsked,
): Promise<readonly ContributionRow[]> {
  const counted = await view.briefCounts(contributions, {
    kind: "contributionAnswer",
    field: "contribution",
  });
  const answers = counted.flatMap(({ values, count }) =>
    values["questionnaire"] === questionnaire
      ? [{ contribution: linkIn(values["contribution"]), until: stringIn(values["until"]), count }]
      : [],
  );
  return (await view.glance(contributions)).map((state) => {
    const own = answers.filter(({ contribution }) => contribution === state.id);
    const ended = own.filter((each) => isEnded(each, today)).flatMap(({ until }) => until ?? []);
    return rowIn(state, { answers: sumOf(own), ended: ended.toSorted()[0] ?? null });
  });
}

function rowIn(
  state: RecordState,
  { answers, ended }: Pick<ContributionRow, "answers" | "ended">,
): ContributionRow {
  const values = valuesOf(state);
  return {
    record: state.id,
    reference: stringIn(values["reference"]) ?? "",
    received: stringIn(values["received"]),
    writtenIn: writtenIn(values),
    carrier: carrierIn(values),
    answers,
    isAlike: linkIn(values["alike"]) !== null,
    isEarlier: linkIn(values["earlier"]) !== null,
    ended,
  };
}

function writtenIn(values: Values): string {
  return stringIn(values["writtenIn"]) ?? "und";
}

function carrierIn(values: Values): string {
  return stringIn(values["carrier"]) ?? "form";
}

/** Most first. */
function countsBy(values: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const each of values) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

function questionCounts(
  content: Questionnaire | null,
  answers: readonly GivenAnswers[],
  language: string,
): readonly QuestionCount[] {
  if (content === null) return [];
  return questionsOf(content)
    .filter(({ question }) => !isRepeat(question))
    .map(({ question }) => {
      const own = answers.filter((each) => each.question === question.id);
      return {
        question: question.id,
        asked: sayIn(content, question.text, language),
        answers: sumOf(own),
        quotable: sumOf(own.filter(isQuotable)),
      };
    });
}
