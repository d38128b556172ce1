// One question of an instrument, with its levels, its sources and the condition under which it is asked.
import { isJsonObject } from "@tocsin/core";
import { resolutionSources, type SourceKey } from "../sources.ts";
import {
  isLevel,
  questionScales,
  ratedLevels,
  type Condition,
  type Level,
  type Question,
  type QuestionSource,
} from "./instrument.ts";
import type { Reader } from "./reader.ts";

export interface QuestionReferences {
  /** Ids of criteria. */
  readonly criteria: ReadonlySet<string>;
}

interface Around {
  readonly reader: Reader;
  readonly known: QuestionReferences;
}

const fields = "id scale text help evidence sources criteria levels when deadline".split(" ");
const deepestCondition = 6;
const mostParts = 50;

export function parseQuestion(value: unknown, at: string, { reader, known }: Around): Question {
  if (!isJsonObject(value)) reader.complain(at, "not-an-object");
  const given = isJsonObject(value) ? value : {};
  reader.onlyFields(at, given, fields);
  const { scale = "safeguard", criteria = [], when } = given;
  const [chosen] = reader.words(`${at}.scale`, [scale], { among: questionScales, problem: "bad-value" });
  return {
    id: reader.identifier(`${at}.id`, given["id"]),
    scale: chosen ?? "safeguard",
    text: reader.text(`${at}.text`, given["text"]),
    help: reader.text(`${at}.help`, given["help"]),
    evidence: reader.text(`${at}.evidence`, given["evidence"]),
    sources: parseSources(given["sources"], `${at}.sources`, reader),
    criteria: reader.words(`${at}.criteria`, criteria, {
      among: known.criteria,
      problem: "unknown-criterion",
    }),
    levels: parseLevels(given["levels"], `${at}.levels`, reader),
    deadline: given["deadline"] === true,
    ...(when === undefined ? {} : { when: parseCondition(when, `${at}.when`, { reader, depth: 0 }) }),
  };
}

function parseLevels(value: unknown, at: string, reader: Reader): Question["levels"] {
  const given = isJsonObject(value) ? value : {};
  for (const name of Object.keys(given))
    if (!ratedLevels.some((level) => level === name)) reader.complain(at, "unknown-level", name);
  const words = (level: (typeof ratedLevels)[number]): string => {
    if (given[level] !== undefined) return reader.text(`${at}.${level}`, given[level]);
    reader.complain(at, "missing-level", level);
    return "";
  };
  return { met: words("met"), partly: words("partly"), "not-met": words("not-met") };
}

function parseSources(value: unknown, at: string, reader: Reader): readonly QuestionSource[] {
  if (!Array.isArray(value) || value.length === 0) {
    reader.complain(at, "missing");
    return [];
  }
  return value
    .slice(0, mostParts)
    .flatMap((each: unknown, index) => parseSource(each, `${at}[${index}]`, reader) ?? []);
}

function parseSource(value: unknown, at: string, reader: Reader): QuestionSource | null {
  if (!isJsonObject(value)) {
    reader.complain(at, "not-an-object");
    return null;
  }
  reader.onlyFields(at, value, ["key", "title", "url", "place", "confirmed"]);
  const { key, title, url, place } = value;
  const where = {
    ...(place === undefined ? {} : { place: reader.text(`${at}.place`, place, 200) }),
    confirmed: value["confirmed"] === true,
  };
  if (key === undefined)
    return {
      title: reader.text(`${at}.title`, title, 300),
      ...(url === undefined ? {} : { url: reader.text(`${at}.url`, url, 500) }),
      ...where,
    };
  if (isSourceKey(key)) return { key, ...where };
  reader.complain(at, "unknown-source", typeof key === "string" ? key : typeof key);
  return null;
}

function isSourceKey(key: unknown): key is SourceKey {
  return typeof key === "string" && Object.hasOwn(resolutionSources, key);
}

interface Within {
  readonly reader: Reader;
  readonly depth: number;
}

function parseCondition(value: unknown, at: string, { reader, depth }: Within): Condition {
  const nothing: Condition = { all: [] };
  if (!isJsonObject(value)) {
    reader.complain(at, "not-an-object");
    return nothing;
  }
  if (depth > deepestCondition) {
    reader.complain(at, "too-many", String(depth));
    return nothing;
  }
  for (const how of ["all", "any"] as const) {
    const parts = value[how];
    if (parts === undefined) continue;
    reader.onlyFields(at, value, [how]);
    if (!Array.isArray(parts) || parts.length === 0 || parts.length > mostParts) {
      reader.complain(`${at}.${how}`, "bad-value");
      return nothing;
    }
    const inside = parts.map((part: unknown, index) =>
      parseCondition(part, `${at}.${how}[${index}]`, { reader, depth: depth + 1 }),
    );
    return how === "all" ? { all: inside } : { any: inside };
  }
  reader.onlyFields(at, value, ["question", "is"]);
  return {
    question: reader.identifier(`${at}.question`, value["question"]),
    is: parseLevelNames(value["is"], `${at}.is`, reader),
  };
}

function parseLevelNames(value: unknown, at: string, reader: Reader): readonly Level[] {
  if (!Array.isArray(value) || value.length === 0) {
    reader.complain(at, "missing");
    return [];
  }
  return value.slice(0, mostParts).flatMap((each: unknown) => {
    if (isLevel(each)) return [each];
    reader.complain(at, "unknown-level", String(each));
    return [];
  });
}
