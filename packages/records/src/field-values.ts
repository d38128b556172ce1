// One value of each type of field: the door through which everything from outside comes in.
import {
  encodeCanonicalText,
  encodeUtf8,
  isJsonObject,
  parseEdtf,
  parseGivenDate,
  parseId,
  parsePlace,
  type Json,
  type JsonObject,
} from "@tocsin/core";
import { RecordsError } from "./errors.ts";
import type { Field, LanguageText, NameText, Translation } from "./fields.ts";

/** `text` counts UTF-16 units, `textBytes` what it takes in an operation, which the vault bounds at 65,536 in all. */
export const limits = {
  text: 32_768,
  textBytes: 64_512,
  string: 4_096,
  data: 49_152,
  input: 1_048_576,
} as const;

/** Says whether a vocabulary has a code; kinds know vocabularies by name only. */
export type CodeCheck = (vocabulary: string, code: string) => boolean;

/** One value: for sets, one element. Throws `records.bad-value`, `records.unknown-code`, or core's errors. */
export function parseFieldValue(field: Field, value: unknown, isCode: CodeCheck): Json {
  switch (field.type) {
    case "text":
      return { ...parseLanguageText(value) };
    case "names":
      return { ...parseName(value) };
    case "translations":
      return { ...parseTranslation(field, value, isCode) };
    case "given":
      return parseGiven(field, value, isCode);
    case "string":
    case "strings":
      return parseString(value, limits.string);
    case "integer":
      if (typeof value !== "number" || !Number.isSafeInteger(value))
        throw badValue("expected a whole number");
      return value;
    case "flag":
      if (typeof value !== "boolean") throw badValue("expected yes or no");
      return value;
    case "date":
      return parseEdtf(parseString(value, 80)).text;
    case "instant":
      return parseInstant(value);
    case "place":
      return { ...parsePlace(value) };
    case "code":
    case "codes":
      return parseCode(field, value, isCode);
    case "link":
    case "links":
      return parseId(value);
    case "data":
      return parseData(value, limits.data);
    default:
      return field.type satisfies never;
  }
}

/** A value as people type it in a terminal or a cell of a table, to what `parseFieldValue` takes. */
export function typedToValue(field: Field, typed: string, lang: string): unknown {
  switch (field.type) {
    case "text":
    case "names":
    case "translations":
      return { text: typed, lang };
    case "given":
      return typedToGiven(typed);
    case "integer":
      return /^-?\d{1,15}$/.test(typed) ? Number(typed) : typed;
    case "flag":
      return typed === "yes" || typed === "true" ? true : typed === "no" || typed === "false" ? false : typed;
    case "place":
      return typedToPlace(typed);
    case "data":
      return parseJsonText(typed);
    case "string":
    case "strings":
    case "date":
    case "instant":
    case "code":
    case "codes":
    case "link":
    case "links":
      return typed;
    default:
      return field.type satisfies never;
  }
}

/** `Example Town, North, XX`: the last part is the country when it is two capital letters. */
function typedToPlace(typed: string): unknown {
  const parts = typed.split(",").map((part) => part.trim());
  const last = parts.at(-1) ?? "";
  const country = /^[A-Z]{2}$/.test(last) ? { country: last } : {};
  const names = "country" in country ? parts.slice(0, -1) : parts;
  const [finest, region] = names.length > 1 ? names : [undefined, names[0]];
  return {
    ...country,
    ...(region === undefined ? {} : { region }),
    ...(finest === undefined ? {} : { locality: finest }),
  };
}

function parseJsonText(typed: string): unknown {
  try {
    return JSON.parse(typed);
  } catch (cause) {
    throw new RecordsError("records.bad-value", "Cannot read value: not JSON", { cause });
  }
}

/** `solar-hijri 1404-02-13`: the calendar, then the date as it was said. */
function typedToGiven(typed: string): unknown {
  const at = typed.indexOf(" ");
  return at < 1 ? typed : { calendar: typed.slice(0, at), text: typed.slice(at + 1).trim() };
}

function parseGiven(field: Field, value: unknown, isCode: CodeCheck): Json {
  const parsed = parseGivenDate(value);
  parseCode(field, parsed.calendar, isCode);
  return { ...parsed };
}

function parseName(value: unknown): NameText {
  const { used, ...rest } = objectOf(value, "expected a name with its language");
  if (used !== undefined && used !== true) throw badValue("a name is marked as used, or it is not");
  return { ...parseLanguageText(rest), ...(used === true ? { used } : {}) };
}

function parseTranslation(field: Field, value: unknown, isCode: CodeCheck): Translation {
  const { origin, by, reviewedBy, ...rest } = objectOf(value, "expected a text with its language");
  return {
    ...parseLanguageText(rest),
    ...(origin === undefined ? {} : { origin: parseCode(field, origin, isCode) }),
    ...(by === undefined ? {} : { by: parseString(by, limits.string) }),
    ...(reviewedBy === undefined ? {} : { reviewedBy: parseString(reviewedBy, limits.string) }),
  };
}

function objectOf(value: unknown, otherwise: string): JsonObject {
  if (!isJsonObject(value)) throw badValue(otherwise);
  return value;
}

export function parseLanguageText(value: unknown): LanguageText {
  const { text, lang, ...rest } = objectOf(value, "expected a text with its language");
  if (Object.keys(rest).length > 0) throw badValue("a text has only a language beside it");
  if (typeof lang !== "string" || !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(lang))
    throw badValue("a language is a tag like en, ar or zh-Hant");
  if (typeof text === "string" && !isFieldText(text))
    throw new RecordsError("records.too-long", "Cannot read text: longer than a field holds");
  return { text: parseString(text, limits.text), lang };
}

/** Of one unit, in the worst case: a control character as an escape. */
const mostBytesOfUnit = 6;

/** Whether a field can hold it; a longer text is evidence. */
export function isFieldText(text: string): boolean {
  if (text.length > limits.text) return false;
  return (
    text.length * mostBytesOfUnit <= limits.textBytes ||
    encodeUtf8(JSON.stringify(text)).length <= limits.textBytes
  );
}

function parseString(value: unknown, limit: number): string {
  if (typeof value !== "string" || value.trim() === "") throw badValue("expected a text that is not empty");
  if (value.length > limit) throw badValue(`longer than ${limit} characters`);
  if (!value.isWellFormed() || value.includes("\0")) throw badValue("not well-formed Unicode");
  return value;
}

function parseInstant(value: unknown): string {
  if (
    typeof value !== "string" ||
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) ||
    Number.isNaN(Date.parse(value))
  )
    throw badValue("expected a moment like 2025-05-03T09:14:00Z");
  return value;
}

function parseCode(field: Field, value: unknown, isCode: CodeCheck): string {
  const code = parseString(value, 120);
  const vocabulary = field.vocabulary ?? "";
  if (!isCode(vocabulary, code))
    throw new RecordsError("records.unknown-code", `Cannot read code: "${vocabulary}" has no such term`, {
      details: { vocabulary },
    });
  return code;
}

/** What a command is given may be longer than what a field holds: it can become many records. */
export function parseData(value: unknown, limit: number): Json {
  const known = structuredClone(value) as Json;
  if (encodeCanonicalText(known).length > limit) throw tooLong(known, limit);
  return known;
}

/** Names the part of an object that is too long by itself: of a record's values that is the field. */
function tooLong(value: Json, limit: number): RecordsError {
  const parts = isJsonObject(value) ? Object.entries(value) : [];
  const [name] = parts.find(([, part]) => encodeCanonicalText(part).length > limit) ?? [];
  if (name === undefined) return badValue(`longer than ${limit} characters`);
  const field = name.slice(0, 100);
  return new RecordsError(
    "records.bad-value",
    `Cannot read value: "${field}" is longer than ${limit} characters`,
    { details: { field, limit } },
  );
}

function badValue(state: string): RecordsError {
  return new RecordsError("records.bad-value", `Cannot read value: ${state}`);
}
