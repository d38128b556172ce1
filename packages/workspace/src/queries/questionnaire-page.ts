// One questionnaire with what came back: how many, in which languages, by which ways, what may be quoted, and what must go.
import type { RecordId } from "@tocsin/core";
import {
  link,
  query,
  string,
  valuesOf,
  type Brief,
  type LanguageText,
  type RecordState,
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
    const from = (kind: string) => view.briefs([id], { kind, field: "questionnaire" });
    const contributions = await from("contribution");
    const answers = (await from("contributionAnswer")).map(answerIn);
    const today = dayOf(now());
    const ended = answers.filter(({ until }) => until !== null && until < today);
    const files = contributions.map(({ values }) => fileIn(values));
    const newest = contributions.slice(-mostRows).map((each) => each.id);
    const byContribution = answersBy(answers, ({ contribution }) => contribution ?? "");
    return {
      questionnaire: id,
      title:
        content === null
          ? (textIn(valuesOf(state)["title"]) ?? { text: "", lang: "und" })
          : sayIn(content, content.title, language),
      about: content === null ? null : sayIn(content, content.about, language),
      content,
      files: contributions.length,
      contributors: new Set(contributions.map((each) => stringIn(each.values["form"]) ?? each.id)).size,
      alike: files.filter(({ isAlike }) => isAlike).length,
      answers: answers.length,
      quotable: answers.filter(({ mayQuote, takenBack }) => mayQuote && !takenBack).length,
      takenBack: answers.filter(({ takenBack }) => takenBack).length,
      ended: ended.length,
      languages: countsBy(files.map(({ writtenIn }) => writtenIn)).map(([code, count]) => ({
        language: code,
        files: count,
      })),
      carriers: countsBy(files.map(({ carrier }) => carrier)).map(([carrier, count]) => ({
        carrier,
        files: count,
      })),
      questions: questionCounts(content, answers, language),
      contributions: (await view.glance(newest)).toReversed().map((each) => {
        const own = byContribution.get(each.id) ?? [];
        return rowIn(each, { answers: own, ended: endedOf(own, today) });
      }),
    };
  },
);

interface GivenAnswer {
  readonly contribution: RecordId | null;
  readonly question: string;
  readonly mayQuote: boolean;
  readonly takenBack: boolean;
  readonly until: string | null;
}

function answerIn({ values }: Brief): GivenAnswer {
  return {
    contribution: linkIn(values["contribution"]),
    question: stringIn(values["question"]) ?? "",
    mayQuote: flagIn(values["mayQuote"]) === true,
    takenBack: values["withdrawn"] !== undefined,
    until: stringIn(values["until"]),
  };
}

function answersBy(
  answers: readonly GivenAnswer[],
  keyOf: (answer: GivenAnswer) => string,
): ReadonlyMap<string, readonly GivenAnswer[]> {
  const groups = new Map<string, GivenAnswer[]>();
  for (const each of answers) {
    const key = keyOf(each);
    const group = groups.get(key) ?? [];
    group.push(each);
    groups.set(key, group);
  }
  return groups;
}

function endedOf(answers: readonly GivenAnswer[], today: string): string | null {
  const days = answers.flatMap(({ until }) => (until !== null && until < today ? [until] : []));
  return days.toSorted()[0] ?? null;
}

function rowIn(
  state: RecordState,
  { answers, ended }: { readonly answers: readonly GivenAnswer[]; readonly ended: string | null },
): ContributionRow {
  const values = valuesOf(state);
  return {
    record: state.id,
    reference: stringIn(values["reference"]) ?? "",
    received: stringIn(values["received"]),
    answers: answers.length,
    ...fileIn(values),
    isEarlier: linkIn(values["earlier"]) !== null,
    ended,
  };
}

function fileIn(values: Values): Pick<ContributionRow, "writtenIn" | "carrier" | "isAlike"> {
  return {
    writtenIn: stringIn(values["writtenIn"]) ?? "und",
    carrier: stringIn(values["carrier"]) ?? "form",
    isAlike: linkIn(values["alike"]) !== null,
  };
}

/** Most first. */
function countsBy(values: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const each of values) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

function questionCounts(
  content: Questionnaire | null,
  answers: readonly GivenAnswer[],
  language: string,
): readonly QuestionCount[] {
  if (content === null) return [];
  const byQuestion = answersBy(answers, ({ question }) => question);
  return questionsOf(content)
    .filter(({ question }) => !isRepeat(question))
    .map(({ question }) => {
      const own = byQuestion.get(question.id) ?? [];
      return {
        question: question.id,
        asked: sayIn(content, question.text, language),
        answers: own.length,
        quotable: own.filter(({ mayQuote, takenBack }) => mayQuote && !takenBack).length,
      };
    });
}
