// Reads values of a file that anybody may have written: limits first, every fault said by its place, and something of the
// type given back, so that one pass finds them all.
import { isJsonObject, type Complaints, type JsonObject } from "@tocsin/core";
import type { VoiceProblemName } from "./complaints.ts";

export interface Reader {
  complain(at: string, problem: VoiceProblemName, ...what: readonly string[]): void;
  /** An empty object in the place of what is none. Fields that are not known are complained about. */
  object(at: string, value: unknown, known: readonly string[]): JsonObject;
  list(at: string, value: unknown, most: number): readonly unknown[];
  text(at: string, value: unknown, longest: number): string;
  identifier(at: string, value: unknown): string;
  integer(at: string, value: unknown, bounds: Bounds): number;
  oneOf<Word extends string>(at: string, value: unknown, words: readonly Word[]): Word | null;
  /** A BCP 47 tag, lower and upper case as they came. */
  language(at: string, value: unknown): string;
  /** `YYYY-MM-DD` of a day that there is. */
  day(at: string, value: unknown): string;
}

export interface Bounds {
  readonly least: number;
  readonly most: number;
}

const identifierForm = /^[a-z][a-z0-9-]{0,59}$/;
const languageForm = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/;
const dayForm = /^\d{4}-\d{2}-\d{2}$/;

export function createReader(complaints: Complaints<VoiceProblemName>): Reader {
  const complain: Reader["complain"] = (at, problem, ...what) => complaints.add(at, problem, ...what);
  const lacking = (at: string, value: unknown): void =>
    complain(at, value === undefined ? "missing" : "bad-value");
  const formed = (at: string, value: unknown, isRight: (text: string) => boolean): string => {
    if (typeof value === "string" && isRight(value)) return value;
    lacking(at, value);
    return "";
  };
  return {
    complain,
    object(at, value, known) {
      if (!isJsonObject(value)) {
        complain(at, value === undefined ? "missing" : "not-an-object");
        return {};
      }
      for (const name of Object.keys(value)) if (!known.includes(name)) complain(at, "unknown-field", name);
      return value;
    },
    list(at, value, most) {
      if (!Array.isArray(value)) {
        lacking(at, value);
        return [];
      }
      if (value.length > most) complain(at, "too-many", String(value.length));
      return value.slice(0, most);
    },
    text(at, value, longest) {
      if (typeof value === "string" && value.length > longest) complain(at, "too-long", String(value.length));
      else return formed(at, value, (text) => text.trim() !== "" && text.isWellFormed());
      return "";
    },
    identifier: (at, value) => formed(at, value, (text) => identifierForm.test(text)),
    integer(at, value, { least, most }) {
      if (typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most)
        return value;
      lacking(at, value);
      return least;
    },
    oneOf(at, value, words) {
      const found = words.find((word) => word === value) ?? null;
      if (found === null) lacking(at, value);
      return found;
    },
    language: (at, value) => formed(at, value, (text) => languageForm.test(text)),
    day: (at, value) => formed(at, value, isDay),
  };
}

/** Whether a text is `YYYY-MM-DD` and names a day that there is. */
export function isDay(text: string): boolean {
  if (!dayForm.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
