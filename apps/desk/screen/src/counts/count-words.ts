// What a table of counts is broken down by, and its values, in words.
import type { Translator } from "@tocsin/language";
import { dateWords } from "../words/date-words.ts";
import { codeLabel } from "../words/labels.ts";

const vocabularies: Readonly<Record<string, string>> = {
  act: "acts",
  family: "acts",
  gender: "genders",
  age: "ageBands",
  country: "countries",
};

/** Nothing is known of it, or too little to put it into a period. */
export function isUnknownValue(value: string): boolean {
  return value === "unknown" || value.endsWith("?");
}

export function breakdownWords(words: Translator, breakdown: string): string {
  return words.t(`count.by.${breakdown}`);
}

export function valueWords(words: Translator, breakdown: string, value: string): string {
  if (value === "unknown") return words.t("count.unknown");
  const vocabulary = vocabularies[breakdown];
  if (vocabulary !== undefined) return codeLabel(words, vocabulary, value);
  const key = `count.${breakdown}.${value}`;
  return words.has(key) ? words.t(key) : periodWords(words, value);
}

/** `y2025`, `q2025-1`, `m2025-03`; with a question mark where the date is too coarse. */
function periodWords(words: Translator, key: string): string {
  const period = key.slice(1);
  if (period === "?") return words.t("date.unknown");
  if (period.endsWith("?"))
    return words.t("count.period.coarse", { year: dateWords(words, period.slice(0, -1)) });
  const [year = "", part = ""] = period.split("-");
  return key.startsWith("q")
    ? words.t("count.period.quarter", { year: dateWords(words, year), quarter: Number(part) })
    : dateWords(words, period);
}

export function statusWords(words: Translator, status: string): string {
  const key = `count.status.${status}`;
  return words.has(key) ? words.t(key) : status;
}
