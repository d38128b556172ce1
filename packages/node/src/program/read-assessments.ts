// The example's assessments as they lie in examples/assessments.json. Of each question two letters say how two raters answered
// (met, partly, not-met, information lacking), `>` what they settled on, and `!` that one of them goes on to see it otherwise.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isJsonObject, type Json, type JsonObject } from "@tocsin/core";

export interface ToldAnswer {
  /** Codes of `assessmentLevels`, one for each rater. */
  readonly levels: readonly string[];
  readonly settled: string | null;
  readonly hasDissent: boolean;
}

export interface ToldAssessment {
  readonly instrument: string;
  /** Input of `assessment.begin`; `subject` is a key of the story. */
  readonly begin: JsonObject;
  readonly answers: readonly ToldAnswer[];
  /** Who was asked to reply, and what came: null for silence. */
  readonly reply: { readonly to: string; readonly words: string | null } | null;
}

export interface ToldAssessments {
  readonly raters: readonly string[];
  /** Level to sentences, taken in turn. */
  readonly reasons: ReadonlyMap<string, readonly string[]>;
  readonly settling: string;
  readonly dissent: string;
  readonly assessments: readonly ToldAssessment[];
}

const levelsByLetter: Readonly<Record<string, string>> = {
  m: "met",
  p: "partly",
  n: "not-met",
  i: "no-information",
};

/** Throws `SyntaxError`. */
export async function readAssessments(folder: string): Promise<ToldAssessments> {
  const value: unknown = JSON.parse(await readFile(join(folder, "assessments.json"), "utf8"));
  if (!isJsonObject(value)) throw bad("it is no object");
  const { raters, reasons, settling, dissent, assessments } = value;
  if (!Array.isArray(assessments) || !isJsonObject(reasons)) throw bad("it has no list");
  return {
    raters: textsOf(raters),
    reasons: new Map(Object.entries(reasons).map(([level, texts]) => [level, textsOf(texts)])),
    settling: textOf(settling),
    dissent: textOf(dissent),
    assessments: assessments.map(assessmentOf),
  };
}

function assessmentOf(value: Json): ToldAssessment {
  if (!isJsonObject(value)) throw bad("an assessment is no object");
  const { answers, to, reply, ...begin } = value;
  return {
    instrument: textOf(begin["instrument"]),
    begin,
    answers: textOf(answers).split(" ").map(answerOf),
    reply: to === undefined ? null : { to: textOf(to), words: reply === undefined ? null : textOf(reply) },
  };
}

function answerOf(text: string): ToldAnswer {
  const [both = "", settled = ""] = text.replace("!", "").split(">");
  return {
    levels: [...both].map(levelOf),
    settled: settled === "" ? null : levelOf(settled),
    hasDissent: text.endsWith("!"),
  };
}

function levelOf(letter: string): string {
  const level = levelsByLetter[letter];
  if (level === undefined) throw bad(`"${letter}" is no level`);
  return level;
}

function textsOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(textOf) : [];
}

function textOf(value: Json | undefined): string {
  if (typeof value !== "string") throw bad("a text is lacking");
  return value;
}

function bad(state: string): SyntaxError {
  return new SyntaxError(`Cannot read assessments: ${state}`);
}
