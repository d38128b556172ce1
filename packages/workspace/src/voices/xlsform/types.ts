// What a row of an XLSForm is, by its type.
import type { QuestionType } from "@tocsin/voices";

export type RowType =
  | { readonly what: "question"; readonly type: QuestionType; readonly list: string | null }
  | { readonly what: "note" | "collected" | "group" | "repeat" }
  | { readonly what: "end"; readonly of: "group" | "repeat" };

/** What a device tells of itself without anybody answering, and what is reckoned from answers: never part of ours. */
const collected = [
  "start",
  "end",
  "today",
  "deviceid",
  "phonenumber",
  "username",
  "email",
  "audit",
  "simserial",
  "subscriberid",
  "start-geopoint",
  "background-audio",
  "background-geopoint",
  "calculate",
  "hidden",
];

/** Null for a type that asks what ours cannot. */
export function typeIn(raw: string, appearance: string): RowType | null {
  const type = raw.trim().replaceAll(/\s+/g, " ");
  const marks = /^(begin|end)[ _](group|repeat)$/.exec(type);
  if (marks !== null) {
    const of = marks[2] === "group" ? "group" : "repeat";
    return marks[1] === "begin" ? { what: of } : { what: "end", of };
  }
  const choice = /^select[ _](one|multiple|1|all that apply)(?: from)? ([^\s]{1,200})$/.exec(type);
  if (choice !== null) {
    const one = choice[1] === "one" || choice[1] === "1";
    return { what: "question", type: one ? "one" : "several", list: choice[2] ?? "" };
  }
  if (collected.includes(type)) return { what: "collected" };
  switch (type) {
    case "note":
      return { what: "note" };
    case "text":
      return {
        what: "question",
        type: appearance.split(/\s+/).includes("multiline") ? "long" : "text",
        list: null,
      };
    case "integer":
    case "int":
      return { what: "question", type: "number", list: null };
    case "date":
      return { what: "question", type: "date", list: null };
    default:
      return null;
  }
}
