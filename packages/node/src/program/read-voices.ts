// The example's workshops and answers as they lie in examples/voices.json: sentences by language and name, answers by the names
// of their sentences, and the code that each sentence is about. All of it is invented.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isJsonObject, type Json, type JsonObject } from "@tocsin/core";

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
  if (!isJsonObject(value)) throw bad("it is no object");
  const groups = new Map(
    Object.entries(objectOf(value["workshops"])).map(([name, of]) => [name, groupOf(of)]),
  );
  return {
    asker: textOf(value["asker"]),
    groups,
    contributions: listOf(value["answers"]).map((each) => contributionOf(objectOf(each), value, groups)),
    coders: listOf(value["coders"]).map(textOf),
    sample: numberOf(value["sample"]),
    unseen: new Set(listOf(value["unseen"]).map(textOf)),
    withdrawn: listOf(value["withdrawn"]).map(numberOf),
  };
}

function groupOf(value: Json): ToldGroup {
  const { title, region, day } = objectOf(value);
  return {
    workshop: textOf(title) === "" ? null : textOf(title),
    region: textOf(region),
    day: textOf(day),
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
  const language = textOf(row["language"]);
  const group = groups.get(textOf(row["from"]));
  if (group === undefined) throw bad("an answer is of no group");
  const consentOf = (name: Json | undefined): JsonObject => objectOf(objectOf(consents)[textOf(name)]);
  const sentenceOf = (each: Json): ToldSentence => {
    const name = textOf(each);
    const code = textOf(objectOf(codes)[name.replace(/\d$/, "")]);
    return { name, code, text: textOf(objectOf(objectOf(sentences)[language])[name]) };
  };
  return {
    language,
    group,
    role: textOf(objectOf(roles)[language]),
    consent: consentOf(row["consent"]),
    narrower: consentOf(row["words"] ?? row["consent"]),
    answers: questions.flatMap(([question, field]) => {
      const said = listOf(row[field]).map(sentenceOf);
      return said.length === 0 ? [] : [[question, said] as const];
    }),
  };
}

function objectOf(value: Json | undefined): JsonObject {
  if (value === undefined || !isJsonObject(value)) throw bad("an object is lacking");
  return value;
}

function listOf(value: Json | undefined): readonly Json[] {
  if (!Array.isArray(value)) throw bad("a list is lacking");
  return value;
}

function textOf(value: Json | undefined): string {
  if (typeof value !== "string") throw bad("a text is lacking");
  return value;
}

function numberOf(value: Json | undefined): number {
  if (typeof value !== "number") throw bad("a number is lacking");
  return value;
}

function bad(state: string): SyntaxError {
  return new SyntaxError(`Cannot read voices: ${state}`);
}
