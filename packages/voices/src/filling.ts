// What somebody typed and ticked in a form, made into answers: only of questions that are asked, and only what can be read.
import type { Answer } from "./answer-file.ts";
import { longestAnswer } from "./answer-file.ts";
import { askingOf, type Asking, type Value } from "./conditions.ts";
import { givenOf, lackingIn, valueProblem, type Place } from "./fitting.ts";
import { questionsOf, type Question, type Questionnaire } from "./questionnaire.ts";

export interface Typed extends Place {
  /** As it stands in a field; of a choice the codes. */
  readonly typed: string | readonly string[];
}

export type FillingProblemName = "lacking" | "bad-number" | "bad-date" | "too-long";

export interface FillingProblem extends Place {
  readonly problem: FillingProblemName;
  /** Characters that there may be at the most. */
  readonly most: number;
}

export interface Filled {
  readonly answers: readonly Omit<Answer, "consent">[];
  readonly problems: readonly FillingProblem[];
  readonly asking: Asking;
}

export function readFilling(questionnaire: Questionnaire, typed: readonly Typed[]): Filled {
  const byId = new Map(questionsOf(questionnaire).map(({ question }) => [question.id, question]));
  const read = typed.flatMap(({ question: id, item, typed: raw }) => {
    const question = byId.get(id);
    const value = question === undefined ? null : valueOf(question, raw);
    return question === undefined || value === null
      ? []
      : [{ place: { question: id, item }, question, value }];
  });
  const right = read.filter(({ question, value }) => valueProblem(question, value) === null);
  const given = givenOf(
    questionnaire,
    right.map(({ place, value }) => ({ ...place, value })),
  );
  const asking = askingOf(questionnaire, given);
  const isAsked = ({ question, item }: Place): boolean =>
    item === null ? asking.isAsked(question) : asking.isAskedIn(question, item);
  const wrong = read.filter((each) => !right.includes(each) && isAsked(each.place));
  const isWrong = ({ question, item }: Place): boolean =>
    wrong.some(({ place }) => place.question === question && place.item === item);
  return {
    answers: right.flatMap(({ place, value }) => (isAsked(place) ? [{ ...place, value }] : [])),
    problems: [
      ...wrong.map(({ place, question }) => ({ ...place, ...faultOf(question) })),
      ...lackingIn(questionnaire, given)
        .filter((place) => !isWrong(place))
        .map((place) => ({ ...place, problem: "lacking" as const, most: 0 })),
    ],
    asking,
  };
}

/** Null where nothing was given. */
function valueOf({ type }: Question, typed: Typed["typed"]): Value | null {
  if (typeof typed !== "string") {
    if (type === "several") return typed.length === 0 ? null : typed;
    return typed[0] ?? null;
  }
  const text = typed.trim();
  if (text === "") return null;
  if (type === "date") return withPlainDigits(text);
  if (type !== "number") return text;
  const digits = withPlainDigits(text);
  return /^-?\d{1,9}$/.test(digits) ? Number(digits) : text;
}

function faultOf({ type }: Question): Pick<FillingProblem, "problem" | "most"> {
  if (type === "number") return { problem: "bad-number", most: 0 };
  if (type === "date") return { problem: "bad-date", most: 0 };
  return { problem: "too-long", most: type === "text" ? longestAnswer.line : longestAnswer.long };
}

/** Digits as Arabic, Persian and Hindi write them, in the ones of the file. */
export function withPlainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९]/g, (digit) => String(((digit.codePointAt(0) ?? 0) - zeroOf(digit)) % 10));
}

function zeroOf(digit: string): number {
  if (digit >= "०") return 0x0966;
  return digit >= "۰" && digit <= "۹" ? 0x06f0 : 0x0660;
}
