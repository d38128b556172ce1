// What an answer file holds once it is opened (docs/formats/questionnaire.md, "The answer file"): what was asked, by digest,
// what was answered, in which language, and what each answer may be used for.
import { createComplaints, encodeCanonicalText, encodeUtf8, type Json } from "@tocsin/core";
import { mostProblems, type VoiceProblem, type VoiceProblemName } from "./complaints.ts";
import type { Value } from "./conditions.ts";
import { attributions, leastConsent, reuses, type Consent } from "./consent.ts";
import { createReader, type Reader } from "./reader.ts";

export const answerFormat = "tocsin-answer";

export interface AnswerFile {
  readonly questionnaire: {
    readonly id: string;
    readonly version: number;
    /** SHA-256 of `questionnaireText`, 64 hexadecimal digits. */
    readonly digest: string;
  };
  /** 32 random hexadecimal digits, the same each time that one form is saved. */
  readonly answer: string;
  /** How often it was saved: 1 the first time. */
  readonly edition: number;
  /** `YYYY-MM-DD`, by the clock of whoever answered. */
  readonly day: string;
  /** BCP 47: in which the questions were read. */
  readonly language: string;
  /** BCP 47 of what was written; `und` where it is none of the questionnaire's. */
  readonly writtenIn: string;
  readonly contributor: Contributor;
  readonly answers: readonly Answer[];
}

/** Only what an attribution needs, and how to reach somebody who wants to be reached. */
export const contributorParts = ["name", "organisation", "role", "region", "contact"] as const;
export type Contributor = Readonly<Partial<Record<(typeof contributorParts)[number], string>>>;

export interface Answer {
  readonly question: string;
  /** Of a question in a repeat: which time, from 0. */
  readonly item: number | null;
  readonly value: Value;
  readonly consent: Consent;
}

export const longestAnswer = { line: 500, long: 15_000 } as const;
/** Bytes of an answer file, opened. */
export const mostAnswerBytes = 4_194_304;
const mostAnswers = 3_000;
const mostChosen = 100;
/** A file never tells more of its length than this, doubled as often as needed. */
const leastLength = 8_192;

const wholeFields =
  "format formatVersion questionnaire answer edition day language writtenIn contributor answers".split(" ");
const integers = { least: -1_000_000_000, most: 1_000_000_000 };

export type ParsedAnswerFile =
  | { readonly file: AnswerFile; readonly problems: readonly [] }
  | { readonly file: null; readonly problems: readonly VoiceProblem[] };

/** Whether it fits its questionnaire is for `answersAgainst`. */
export function parseAnswerFile(value: unknown): ParsedAnswerFile {
  const complaints = createComplaints<VoiceProblemName>(mostProblems);
  const reader = createReader(complaints);
  const whole = reader.object("", value, wholeFields);
  if (whole["format"] !== answerFormat || whole["formatVersion"] !== 1)
    reader.complain("format", "other-format");
  const asked = reader.object("questionnaire", whole["questionnaire"], ["id", "version", "digest"]);
  const file: AnswerFile = {
    questionnaire: {
      id: reader.identifier("questionnaire.id", asked["id"]),
      version: reader.integer("questionnaire.version", asked["version"], { least: 1, most: 1_000_000 }),
      digest: hexIn("questionnaire.digest", asked["digest"], { reader, length: 64 }),
    },
    answer: hexIn("answer", whole["answer"], { reader, length: 32 }),
    edition: reader.integer("edition", whole["edition"], { least: 1, most: 10_000 }),
    day: reader.day("day", whole["day"]),
    language: reader.language("language", whole["language"]),
    writtenIn: reader.language("writtenIn", whole["writtenIn"]),
    contributor: parseContributor(whole["contributor"], reader),
    answers: reader
      .list("answers", whole["answers"], mostAnswers)
      .map((each, at) => parseAnswer(each, `answers[${at}]`, reader)),
  };
  if (complaints.found.length > 0) return { file: null, problems: complaints.found };
  return { file, problems: [] };
}

function hexIn(
  at: string,
  value: unknown,
  { reader, length }: { readonly reader: Reader; readonly length: number },
): string {
  const text = reader.text(at, value, length);
  if (text !== "" && (text.length !== length || !/^[0-9a-f]*$/.test(text))) reader.complain(at, "bad-value");
  return text;
}

function parseContributor(value: unknown, reader: Reader): Contributor {
  const parts = reader.object("contributor", value, contributorParts);
  return Object.fromEntries(
    contributorParts
      .filter((part) => parts[part] !== undefined)
      .map((part) => [part, reader.text(`contributor.${part}`, parts[part], longestAnswer.line)]),
  );
}

function parseAnswer(value: unknown, at: string, reader: Reader): Answer {
  const fields = reader.object(at, value, ["question", "item", "value", "consent"]);
  const { item } = fields;
  return {
    question: reader.identifier(`${at}.question`, fields["question"]),
    item: item === undefined ? null : reader.integer(`${at}.item`, item, { least: 0, most: 1_000 }),
    value: parseValue(fields["value"], `${at}.value`, reader),
    consent: parseConsent(fields["consent"], `${at}.consent`, reader),
  };
}

function parseValue(value: unknown, at: string, reader: Reader): Value {
  if (typeof value === "number") return reader.integer(at, value, integers);
  if (Array.isArray(value))
    return reader
      .list(at, value, mostChosen)
      .map((each, index) => reader.text(`${at}[${index}]`, each, longestAnswer.line));
  return reader.text(at, value, longestAnswer.long);
}

function parseConsent(value: unknown, at: string, reader: Reader): Consent {
  const fields = reader.object(at, value, ["attribution", "quote", "reuse", "until"]);
  const { quote, until } = fields;
  if (typeof quote !== "boolean")
    reader.complain(`${at}.quote`, quote === undefined ? "missing" : "bad-value");
  return {
    attribution:
      reader.oneOf(`${at}.attribution`, fields["attribution"], attributions) ?? leastConsent.attribution,
    quote: quote === true,
    reuse: reader.oneOf(`${at}.reuse`, fields["reuse"], reuses) ?? leastConsent.reuse,
    until: until === undefined ? null : reader.day(`${at}.until`, until),
  };
}

/** As it is sealed: canonical JSON, and spaces up to 8 KiB, or to the next of its doubles. */
export function encodeAnswerFile(file: AnswerFile): Uint8Array {
  const text = encodeUtf8(encodeCanonicalText(answerFileToJson(file)));
  let length = leastLength;
  while (length < text.length) length *= 2;
  const bytes = new Uint8Array(length).fill(0x20);
  bytes.set(text);
  return bytes;
}

function answerFileToJson({ answers, ...rest }: AnswerFile): Json {
  return {
    format: answerFormat,
    formatVersion: 1,
    ...rest,
    contributor: { ...rest.contributor },
    answers: answers.map(({ question, item, value, consent: { until, ...consent } }) => ({
      question,
      ...(item === null ? {} : { item }),
      value,
      consent: { ...consent, ...(until === null ? {} : { until }) },
    })),
  };
}

/** What was answered and nothing else, as one text: two files with the same say the same, whoever saved them. */
export function contentText({ answers }: Pick<AnswerFile, "answers">): string {
  const lines = answers.map(({ question, item, value }): Json => [question, item, value]);
  return encodeCanonicalText(
    lines.toSorted((a, b) => (encodeCanonicalText(a) < encodeCanonicalText(b) ? -1 : 1)),
  );
}
