// A questionnaire from data that anybody may have written. One that has a fault is not taken: with a question less it would
// ask something else under its version.
import {
  createComplaints,
  encodeCanonical,
  encodeCanonicalText,
  type Json,
  type JsonObject,
} from "@tocsin/core";
import { mostProblems, type VoiceProblem, type VoiceProblemName } from "./complaints.ts";
import { loopIn, questionsIn } from "./conditions.ts";
import { parseAsked, parseTexts, type Reading } from "./parse-question.ts";
import {
  isRepeat,
  purposes,
  questionnaireFormat,
  questionsOf,
  type Condition,
  type PlacedQuestion,
  type Question,
  type Questionnaire,
  type Repeat,
} from "./questionnaire.ts";
import { createReader, type Reader } from "./reader.ts";

export type ParsedQuestionnaire =
  | { readonly questionnaire: Questionnaire; readonly problems: readonly [] }
  | { readonly questionnaire: null; readonly problems: readonly VoiceProblem[] };

/** A record of the vault holds one whole. */
const longestQuestionnaire = 48_000;
const mostQuestions = 100;
const mostLanguages = 20;
const mostVersions = 1_000_000;

const fields =
  "format formatVersion id version purpose languages unreviewed title about keepUntil questions".split(" ");

export function parseQuestionnaire(value: unknown): ParsedQuestionnaire {
  const complaints = createComplaints<VoiceProblemName>(mostProblems);
  const reader = createReader(complaints);
  const whole = reader.object("", value, fields);
  if (whole["format"] !== questionnaireFormat || whole["formatVersion"] !== 1)
    reader.complain("format", "other-format");
  const questionnaire = parseWhole(whole, reader);
  if (complaints.found.length === 0) {
    checkTogether(questionnaire, reader);
    const { length } = encodeCanonical(questionnaireToJson(questionnaire));
    if (length > longestQuestionnaire) reader.complain("", "too-long", String(length));
  }
  if (complaints.found.length > 0) return { questionnaire: null, problems: complaints.found };
  return { questionnaire, problems: [] };
}

function parseWhole(whole: JsonObject, reader: Reader): Questionnaire {
  const languages = parseLanguages(whole["languages"], reader);
  const reading: Reading = { reader, languages };
  const questions = reader.list("questions", whole["questions"], mostQuestions);
  if (questions.length === 0) reader.complain("questions", "missing");
  const { keepUntil } = whole;
  return {
    id: reader.identifier("id", whole["id"]),
    version: reader.integer("version", whole["version"], { least: 1, most: mostVersions }),
    purpose: reader.oneOf("purpose", whole["purpose"], purposes) ?? "consultation",
    languages,
    unreviewed: parseUnreviewed(whole["unreviewed"], reading),
    title: parseTexts(whole["title"], "title", { ...reading, longest: 200 }),
    about: parseTexts(whole["about"], "about", reading),
    ...(keepUntil === undefined ? {} : { keepUntil: reader.day("keepUntil", keepUntil) }),
    questions: questions.map((each, at) => parseAsked(each, `questions[${at}]`, reading)),
  };
}

function parseLanguages(value: unknown, reader: Reader): readonly string[] {
  const languages = reader
    .list("languages", value, mostLanguages)
    .map((each, at) => reader.language(`languages[${at}]`, each));
  if (languages.length === 0) reader.complain("languages", "missing");
  for (const [at, each] of languages.entries())
    if (languages.indexOf(each) !== at) reader.complain(`languages[${at}]`, "double", each);
  return languages;
}

function parseUnreviewed(value: unknown, { reader, languages }: Reading): readonly string[] {
  return reader.list("unreviewed", value ?? [], mostLanguages).map((each, at) => {
    const language = reader.language(`unreviewed[${at}]`, each);
    if (!languages.includes(language)) reader.complain(`unreviewed[${at}]`, "unknown-language", language);
    return language;
  });
}

/** What can only be seen of all questions together. */
function checkTogether(questionnaire: Questionnaire, reader: Reader): void {
  const ids = questionnaire.questions.flatMap((asked) => [
    asked.id,
    ...(isRepeat(asked) ? asked.questions.map(({ id }) => id) : []),
  ]);
  for (const [at, id] of ids.entries())
    if (ids.indexOf(id) !== at) reader.complain("questions", "double", id);
  const byId = new Map(questionsOf(questionnaire).map((each) => [each.question.id, each]));
  for (const [at, asked] of questionnaire.questions.entries()) {
    checkConditions(asked, `questions[${at}]`, { byId, reader, within: null });
    if (isRepeat(asked))
      for (const [index, each] of asked.questions.entries())
        checkConditions(each, `questions[${at}].questions[${index}]`, { byId, reader, within: asked });
  }
  const loop = loopIn(questionnaire);
  if (loop !== null) reader.complain("questions", "loop", ...loop);
}

interface Around {
  readonly byId: ReadonlyMap<string, PlacedQuestion>;
  readonly reader: Reader;
  /** The repeat that the condition stands in. */
  readonly within: Repeat | null;
}

function checkConditions({ when }: Question | Repeat, at: string, { byId, reader, within }: Around): void {
  if (when === undefined) return;
  for (const name of questionsIn(when)) {
    const named = byId.get(name);
    if (named === undefined) reader.complain(`${at}.when`, "unknown-question", name);
    else if (named.repeat !== null && named.repeat !== within)
      reader.complain(`${at}.when`, "inside-repeat", name);
  }
  checkTests(when, `${at}.when`, { byId, reader });
}

/** What is compared must be what the question can give. */
function checkTests(condition: Condition, at: string, around: Omit<Around, "within">): void {
  if ("all" in condition) for (const each of condition.all) checkTests(each, at, around);
  else if ("any" in condition) for (const each of condition.any) checkTests(each, at, around);
  else if ("not" in condition) checkTests(condition.not, at, around);
  else {
    const question = around.byId.get(condition.question)?.question;
    if (question !== undefined)
      checkTest(condition, question, (...said) => around.reader.complain(at, ...said));
  }
}

function checkTest(
  condition: Extract<Condition, { readonly question: string }>,
  { id, type, options }: Question,
  complain: (problem: VoiceProblemName, what: string) => void,
): void {
  if ("atLeast" in condition || "atMost" in condition) {
    if (type !== "number") complain("wrong-type", id);
  } else if ("is" in condition) {
    if (options.length === 0) complain("wrong-type", id);
    const unknown = condition.is.filter((each) => options.every(({ code }) => code !== each));
    for (const code of options.length === 0 ? [] : unknown) complain("unknown-option", code);
  }
}

/** The file as it is written: plain data. */
export function questionnaireToJson(questionnaire: Questionnaire): JsonObject {
  // Plain data by its type; what is undefined has no place in it.
  const plain = JSON.parse(JSON.stringify(questionnaire)) as JsonObject;
  return {
    format: questionnaireFormat,
    formatVersion: 1,
    ...plain,
    questions: questionnaire.questions.map(askedToJson),
  };
}

/** Without what every question has when nothing is said. */
function askedToJson(asked: Question | Repeat): Json {
  const plain = JSON.parse(JSON.stringify(asked)) as JsonObject;
  if (isRepeat(asked)) return { ...plain, questions: asked.questions.map(askedToJson) };
  const { required, options, ...rest } = plain;
  return {
    ...rest,
    ...(required === true ? { required } : {}),
    ...(asked.options.length === 0 ? {} : { options: options ?? [] }),
  };
}

/** What a digest names a version by: every word of it, in every language. */
export function questionnaireText(questionnaire: Questionnaire): string {
  return encodeCanonicalText(questionnaireToJson(questionnaire));
}
