// The example's workshops and answers as they lie in examples/voices.json: sentences by language and name, answers by the names
// of their sentences, and the code that each sentence is about. All of it is invented.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isJsonObject, type Json, type JsonObject } from "@tocsin/core";
import { badExample, toldList, toldNumber, toldObject, toldText } from "./told-json.ts";

export interface ToldVoices {
  /** Who asks. */
  readonly asker: string;
  readonly groups: ReadonlyMap<string, ToldGroup>;
  readonly contributions: readonly ToldContribution[];
  readonly coders: readonly string[];
  /** So many contributions, from the first on, are coded by every coder; the first coder codes them all. */
  readonly sample: number;
  /** Sentences in which the other coders see no code. */
  readonly unseen: ReadonlySet<string>;
  /** Places of contributions whose answers were taken back since. */
  readonly withdrawn: readonly number[];
}

/** A workshop, or those who answered on paper. */
export interface ToldGroup {
  /** Null for paper. */
  readonly workshop: string | null;
  readonly region: string;
  readonly day: string;
}

export interface ToldContribution {
  readonly language: string;
  readonly group: ToldGroup;
  readonly role: string;
  readonly consent: JsonObject;
  /** For what happened to them. */
  readonly narrower: JsonObject;
  /** By the name of the question. */
  readonly answers: readonly (readonly [question: string, sentences: readonly ToldSentence[]])[];
}

export interface ToldSentence {
  readonly name: string;
  readonly text: string;
  /** Title of the code of the program, in English. */
  readonly code: string;
}

/** Throws `SyntaxError`. */
export async function readVoices(folder: string): Promise<ToldVoices> {
  const value: unknown = JSON.parse(await readFile(join(folder, "voices.json"), "utf8"));
  if (!isJsonObject(value)) throw badExample("it is no object");
  const groups = new Map(
    Object.entries(toldObject(value["workshops"])).map(([name, of]) => [name, groupOf(of)]),
  );
  return {
    asker: toldText(value["asker"]),
    groups,
    contributions: toldList(value["answers"]).map((each) => contributionOf(toldObject(each), value, groups)),
    coders: toldList(value["coders"]).map(toldText),
    sample: toldNumber(value["sample"]),
    unseen: new Set(toldList(value["unseen"]).map(toldText)),
    withdrawn: toldList(value["withdrawn"]).map(toldNumber),
  };
}

function groupOf(value: Json): ToldGroup {
  const { title, region, day } = toldObject(value);
  return {
    workshop: toldText(title) === "" ? null : toldText(title),
    region: toldText(region),
    day: toldText(day),
  };
}

const questions = [
  ["attack-what", "what"],
  ["protects", "protects"],
  ["states", "ask"],
] as const;

function contributionOf(
  row: JsonObject,
  { consents, roles, sentences, codes }: JsonObject,
  groups: ReadonlyMap<string, ToldGroup>,
): ToldContribution {
  const language = toldText(row["language"]);
  const group = groups.get(toldText(row["from"]));
  if (group === undefined) throw badExample("an answer is of no group");
  const consentOf = (name: Json | undefined): JsonObject => toldObject(toldObject(consents)[toldText(name)]);
  const sentenceOf = (each: Json): ToldSentence => {
    const name = toldText(each);
    const code = toldText(toldObject(codes)[name.replace(/\d$/, "")]);
    return { name, code, text: toldText(toldObject(toldObject(sentences)[language])[name]) };
  };
  return {
    language,
    group,
    role: toldText(toldObject(roles)[language]),
    consent: consentOf(row["consent"]),
    narrower: consentOf(row["words"] ?? row["consent"]),
    answers: questions.flatMap(([question, field]) => {
      const said = toldList(row[field]).map(sentenceOf);
      return said.length === 0 ? [] : [[question, said] as const];
    }),
  };
}
