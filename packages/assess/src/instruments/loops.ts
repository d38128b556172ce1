// Conditions that lead nowhere, or back to where they began.
import { findLoop } from "@tocsin/core";
import { questionsIn } from "./conditions.ts";
import type { Question } from "./instrument.ts";

export interface LoopsFound {
  /** Names in conditions that no question has, with the place of the question that names them. */
  readonly unknown: readonly { readonly at: number; readonly question: string }[];
  /** Ids around the first loop, from the question that closes it back to itself. */
  readonly loop: readonly string[] | null;
}

export function findLoops(questions: readonly Question[]): LoopsFound {
  const needs = new Map(questions.map(({ id, when }) => [id, when === undefined ? [] : questionsIn(when)]));
  const unknown = questions.flatMap(({ id }, at) =>
    (needs.get(id) ?? []).filter((each) => !needs.has(each)).map((question) => ({ at, question })),
  );
  return { unknown, loop: findLoop(needs) };
}
