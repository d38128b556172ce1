// Which questions are asked, given the answers so far; and conditions that lead nowhere, or back to where they began.
import { findLoop } from "@tocsin/core";
import { isRepeat, questionsOf, type Condition, type Questionnaire } from "./questionnaire.ts";

/** What somebody gave as an answer: words, a code or a day; codes; a number. */
export type Value = string | readonly string[] | number;

/** Answers by the name of the question; of a repeat, one map for each time. */
export interface Given {
  readonly values: ReadonlyMap<string, Value>;
  readonly items: ReadonlyMap<string, readonly ReadonlyMap<string, Value>[]>;
}

export interface Asking {
  /** Whether a question that stands in no repeat, or a repeat, is asked. */
  isAsked(id: string): boolean;
  /** Whether a question of a repeat is asked the time `item`, from 0. */
  isAskedIn(id: string, item: number): boolean;
}

/** Of a questionnaire that was parsed, and so has no loop. */
export function askingOf(questionnaire: Questionnaire, given: Given): Asking {
  const whole = new Map(questionnaire.questions.map((asked) => [asked.id, asked]));
  const inside = new Map(
    questionsOf(questionnaire).flatMap(({ question, repeat }) =>
      repeat === null ? [] : [[question.id, { question, repeat }] as const],
    ),
  );
  const isAsked = (id: string): boolean => {
    const when = whole.get(id)?.when;
    return when === undefined ? whole.has(id) : holds(when, valueOf);
  };
  const valueOf = (id: string): Value | undefined => (isAsked(id) ? given.values.get(id) : undefined);
  const isAskedIn = (id: string, item: number): boolean => {
    const found = inside.get(id);
    if (found === undefined || !isAsked(found.repeat.id)) return false;
    const { when } = found.question;
    if (when === undefined) return true;
    return holds(when, (each) =>
      inside.get(each)?.repeat.id === found.repeat.id ? valueIn(each, item) : valueOf(each),
    );
  };
  const valueIn = (id: string, item: number): Value | undefined =>
    isAskedIn(id, item) ? given.items.get(inside.get(id)?.repeat.id ?? "")?.[item]?.get(id) : undefined;
  return { isAsked, isAskedIn };
}

function holds(condition: Condition, valueOf: (id: string) => Value | undefined): boolean {
  if ("all" in condition) return condition.all.every((each) => holds(each, valueOf));
  if ("any" in condition) return condition.any.some((each) => holds(each, valueOf));
  if ("not" in condition) return !holds(condition.not, valueOf);
  const value = valueOf(condition.question);
  if (value === undefined) return false;
  if ("is" in condition) return condition.is.some((code) => hasCode(value, code));
  if ("atLeast" in condition) return typeof value === "number" && value >= condition.atLeast;
  if ("atMost" in condition) return typeof value === "number" && value <= condition.atMost;
  return true;
}

function hasCode(value: Value, code: string): boolean {
  return typeof value === "object" ? value.includes(code) : value === code;
}

/** Questions that a condition names. */
export function questionsIn(condition: Condition): readonly string[] {
  if ("all" in condition) return condition.all.flatMap(questionsIn);
  if ("any" in condition) return condition.any.flatMap(questionsIn);
  if ("not" in condition) return questionsIn(condition.not);
  return [condition.question];
}

/** Names around the first loop of conditions, from the one that closes it back to itself; null where there is none. */
export function loopIn({ questions }: Pick<Questionnaire, "questions">): readonly string[] | null {
  const needs = new Map<string, readonly string[]>();
  for (const asked of questions) {
    needs.set(asked.id, asked.when === undefined ? [] : questionsIn(asked.when));
    if (!isRepeat(asked)) continue;
    // A question of a repeat is asked only where the repeat is.
    for (const { id, when } of asked.questions)
      needs.set(id, [asked.id, ...(when === undefined ? [] : questionsIn(when))]);
  }
  return findLoop(needs);
}
