// One question of a questionnaire that comes in, or a repeat of questions.
import type { JsonObject } from "@tocsin/core";
import { parseCondition } from "./parse-condition.ts";
import { questionTypes, type Option, type Question, type Repeat, type Texts } from "./questionnaire.ts";
import type { Reader } from "./reader.ts";

export interface Reading {
  readonly reader: Reader;
  /** The original first. */
  readonly languages: readonly string[];
}

const longestLine = 500;
const longestText = 4_000;
const mostOptions = 100;
const mostInRepeat = 30;
const mostTimes = 50;

const askedFields = ["id", "type", "text", "why", "help", "when"];
const questionFields = [...askedFields, "required", "options"];
const repeatFields = [...askedFields, "most", "questions"];

export function parseAsked(value: unknown, at: string, reading: Reading): Question | Repeat {
  const isARepeat = typeof value === "object" && value !== null && "type" in value && value.type === "repeat";
  return isARepeat ? parseRepeat(value, at, reading) : parseQuestion(value, at, reading);
}

function parseRepeat(value: unknown, at: string, reading: Reading): Repeat {
  const { reader } = reading;
  const fields = reader.object(at, value, repeatFields);
  const inside = reader.list(`${at}.questions`, fields["questions"], mostInRepeat);
  if (inside.length === 0) reader.complain(`${at}.questions`, "missing");
  return {
    ...parseAlike(fields, at, reading),
    type: "repeat",
    most: reader.integer(`${at}.most`, fields["most"] ?? mostTimes, { least: 1, most: mostTimes }),
    questions: inside.map((each, index) => parseQuestion(each, `${at}.questions[${index}]`, reading)),
  };
}

function parseQuestion(value: unknown, at: string, reading: Reading): Question {
  const { reader } = reading;
  const fields = reader.object(at, value, questionFields);
  const type = reader.oneOf(`${at}.type`, fields["type"], questionTypes) ?? "text";
  const isChoice = type === "one" || type === "several";
  if (!isChoice && fields["options"] !== undefined)
    reader.complain(`${at}.options`, "unknown-field", "options");
  if (fields["required"] !== undefined && typeof fields["required"] !== "boolean")
    reader.complain(`${at}.required`, "bad-value");
  return {
    ...parseAlike(fields, at, reading),
    type,
    required: fields["required"] === true,
    options: isChoice ? parseOptions(fields["options"], `${at}.options`, reading) : [],
  };
}

function parseAlike(
  fields: JsonObject,
  at: string,
  reading: Reading,
): Pick<Question, "id" | "text" | "why" | "help" | "when"> {
  const { reader } = reading;
  const { help, when } = fields;
  return {
    id: reader.identifier(`${at}.id`, fields["id"]),
    text: parseTexts(fields["text"], `${at}.text`, { ...reading, longest: longestLine }),
    why: parseTexts(fields["why"], `${at}.why`, { ...reading, longest: longestText }),
    ...(help === undefined
      ? {}
      : { help: parseTexts(help, `${at}.help`, { ...reading, longest: longestText }) }),
    ...(when === undefined ? {} : { when: parseCondition(when, `${at}.when`, reader) }),
  };
}

function parseOptions(value: unknown, at: string, reading: Reading): readonly Option[] {
  const { reader } = reading;
  const options = reader.list(at, value, mostOptions).map((each, index): Option => {
    const fields = reader.object(`${at}[${index}]`, each, ["code", "text"]);
    return {
      code: reader.identifier(`${at}[${index}].code`, fields["code"]),
      text: parseTexts(fields["text"], `${at}[${index}].text`, { ...reading, longest: longestLine }),
    };
  });
  if (options.length === 0) reader.complain(at, "no-options");
  const codes = options.map(({ code }) => code);
  for (const [index, code] of codes.entries())
    if (codes.indexOf(code) !== index) reader.complain(`${at}[${index}].code`, "double", code);
  return options;
}

/** A text in the original's language, and in others of the questionnaire. */
export function parseTexts(
  value: unknown,
  at: string,
  { reader, languages, longest = longestText }: Reading & { readonly longest?: number },
): Texts {
  const fields = reader.object(at, value, Object.keys(Object(value ?? {})));
  for (const language of Object.keys(fields))
    if (!languages.includes(language)) reader.complain(at, "unknown-language", language);
  const [original] = languages;
  if (original !== undefined && fields[original] === undefined)
    reader.complain(`${at}.${original}`, "missing");
  return Object.fromEntries(
    languages
      .filter((language) => fields[language] !== undefined)
      .map((language) => [language, reader.text(`${at}.${language}`, fields[language], longest)]),
  );
}
