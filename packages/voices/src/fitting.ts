// Answers held against the questionnaire that they are to: what does not fit it, and what it asks for and did not get.
import { createComplaints } from "@tocsin/core";
import type { Answer, AnswerFile } from "./answer-file.ts";
import { longestAnswer } from "./answer-file.ts";
import { mostProblems, type VoiceProblem, type VoiceProblemName } from "./complaints.ts";
import { askingOf, type Asking, type Given, type Value } from "./conditions.ts";
import { isRepeat, questionsOf, type Question, type Questionnaire, type Repeat } from "./questionnaire.ts";

export interface HeldAgainst {
  /** Of answers that fit no question: such a file was not made by the form. */
  readonly problems: readonly VoiceProblem[];
  /** Questions that must be answered, are asked and have no answer; of a repeat with the time, from 0. */
  readonly lacking: readonly Place[];
}

export interface Place {
  readonly question: string;
  readonly item: number | null;
}

export function answersAgainst(questionnaire: Questionnaire, answers: AnswerFile["answers"]): HeldAgainst {
  const complaints = createComplaints<VoiceProblemName>(mostProblems);
  const byId = new Map(questionsOf(questionnaire).map((each) => [each.question.id, each]));
  const seen = new Set<string>();
  for (const [at, answer] of answers.entries()) {
    const found = byId.get(answer.question);
    const place = `${answer.question} ${answer.item ?? ""}`;
    if (found === undefined) complaints.add(`answers[${at}].question`, "unknown-question", answer.question);
    else if (seen.has(place)) complaints.add(`answers[${at}].question`, "double", answer.question);
    else if (!isItem(answer, found.repeat)) complaints.add(`answers[${at}].item`, "bad-value");
    else {
      const problem = valueProblem(found.question, answer.value);
      if (problem !== null) complaints.add(`answers[${at}].value`, problem, answer.question);
    }
    seen.add(place);
  }
  const given = givenOf(questionnaire, answers);
  return { problems: complaints.found, lacking: lackingIn(questionnaire, given) };
}

function isItem({ item }: Answer, repeat: Repeat | null): boolean {
  if (repeat === null) return item === null;
  return item !== null && item < repeat.most;
}

const dateForm = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** Null where a question can have this for an answer. */
export function valueProblem({ type, options }: Question, value: Value): VoiceProblemName | null {
  if (type === "number") return typeof value === "number" ? null : "wrong-type";
  if (type === "several") return typeof value === "object" ? chosenProblem(options, value) : "wrong-type";
  if (typeof value !== "string") return "wrong-type";
  if (type === "one") return options.some(({ code }) => code === value) ? null : "unknown-option";
  if (type === "date") return dateForm.test(value) ? null : "bad-value";
  return value.length > (type === "text" ? longestAnswer.line : longestAnswer.long) ? "too-long" : null;
}

function chosenProblem(options: Question["options"], chosen: readonly string[]): VoiceProblemName | null {
  if (chosen.length === 0) return "wrong-type";
  if (new Set(chosen).size < chosen.length) return "double";
  return chosen.every((each) => options.some(({ code }) => code === each)) ? null : "unknown-option";
}

/** Answers by question, as conditions read them. */
export function givenOf(questionnaire: Questionnaire, answers: readonly Omit<Answer, "consent">[]): Given {
  const values = new Map<string, Value>();
  const items = new Map<string, Map<string, Value>[]>();
  const repeatOf = new Map(questionsOf(questionnaire).map(({ question, repeat }) => [question.id, repeat]));
  for (const { question, item, value } of answers) {
    const repeat = repeatOf.get(question);
    if (repeat === undefined) continue;
    if (repeat === null) values.set(question, value);
    else if (item !== null && item < repeat.most) {
      const times = items.get(repeat.id) ?? [];
      while (times.length <= item) times.push(new Map());
      times[item]?.set(question, value);
      items.set(repeat.id, times);
    }
  }
  return { values, items };
}

/** Of a repeat only the times that somebody began. */
export function lackingIn(questionnaire: Questionnaire, given: Given): readonly Place[] {
  const asking = askingOf(questionnaire, given);
  return questionnaire.questions.flatMap((asked): readonly Place[] => {
    if (!asking.isAsked(asked.id)) return [];
    if (isRepeat(asked)) return lackingInRepeat(asked, given, asking);
    return asked.required && !given.values.has(asked.id) ? [{ question: asked.id, item: null }] : [];
  });
}

function lackingInRepeat(repeat: Repeat, given: Given, asking: Asking): readonly Place[] {
  const times = given.items.get(repeat.id) ?? [];
  return times.flatMap((values, item) =>
    repeat.questions
      .filter(({ id, required }) => required && !values.has(id) && asking.isAskedIn(id, item))
      .map(({ id }) => ({ question: id, item })),
  );
}
