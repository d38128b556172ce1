// Conditions are data: a small total expression that always ends, with true or false. Nothing in it is ever run.
import { isJsonObject } from "@tocsin/core";
import type { Condition } from "./questionnaire.ts";
import type { Reader } from "./reader.ts";

const deepest = 8;
const mostParts = 50;
const numbers = { least: -1_000_000_000, most: 1_000_000_000 };

export function parseCondition(value: unknown, at: string, reader: Reader): Condition {
  return conditionIn(value, at, { reader, depth: 1 });
}

interface Inside {
  readonly reader: Reader;
  readonly depth: number;
}

function conditionIn(value: unknown, at: string, { reader, depth }: Inside): Condition {
  const nothing: Condition = { all: [] };
  const deeper = { reader, depth: depth + 1 };
  if (depth > deepest) {
    reader.complain(at, "too-deep");
    return nothing;
  }
  if (!isJsonObject(value)) {
    reader.complain(at, "not-an-object");
    return nothing;
  }
  const parts = (name: "all" | "any"): readonly Condition[] =>
    reader
      .list(`${at}.${name}`, value[name], mostParts)
      .map((each, index) => conditionIn(each, `${at}.${name}[${index}]`, deeper));
  if ("all" in value) return { all: parts("all"), ...onlyOne(value, at, reader) };
  if ("any" in value) return { any: parts("any"), ...onlyOne(value, at, reader) };
  if ("not" in value)
    return {
      not: conditionIn(value["not"], `${at}.not`, deeper),
      ...onlyOne(value, at, reader),
    };
  return parseTest(value, at, reader);
}

function onlyOne(value: object, at: string, reader: Reader): Record<never, never> {
  for (const extra of Object.keys(value).slice(1)) reader.complain(at, "unknown-field", extra);
  return {};
}

function parseTest(value: Readonly<Record<string, unknown>>, at: string, reader: Reader): Condition {
  const question = reader.identifier(`${at}.question`, value["question"]);
  const [test, ...more] = Object.keys(value).filter((name) => name !== "question");
  for (const extra of more) reader.complain(at, "unknown-field", extra);
  switch (test) {
    case "is":
      return {
        question,
        is: reader
          .list(`${at}.is`, value["is"], mostParts)
          .map((code, index) => reader.identifier(`${at}.is[${index}]`, code)),
      };
    case "atLeast":
      return { question, atLeast: reader.integer(`${at}.atLeast`, value["atLeast"], numbers) };
    case "atMost":
      return { question, atMost: reader.integer(`${at}.atMost`, value["atMost"], numbers) };
    default:
      if (test !== "answered" || value["answered"] !== true)
        reader.complain(at, test === undefined ? "missing" : "unknown-field", test ?? "is");
      return { question, answered: true };
  }
}
