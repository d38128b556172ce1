// Conditions that lead nowhere, or back to where they began.
import { questionsIn } from "./conditions.ts";
import type { Question } from "./instrument.ts";

export interface LoopsFound {
  /** Names in conditions that no question has, with the place of the question that names them. */
  readonly unknown: readonly { readonly at: number; readonly question: string }[];
  /** Ids around the first loop, from the question that closes it back to itself. */
  readonly loop: readonly string[] | null;
}

export function findLoop(questions: readonly Question[]): LoopsFound {
  const needs = new Map(questions.map(({ id, when }) => [id, when === undefined ? [] : questionsIn(when)]));
  const unknown = questions.flatMap(({ id }, at) =>
    (needs.get(id) ?? []).filter((each) => !needs.has(each)).map((question) => ({ at, question })),
  );
  const settled = new Set<string>();
  const loopFrom = (id: string, path: readonly string[]): readonly string[] | null => {
    const at = path.indexOf(id);
    if (at !== -1) return [...path.slice(at), id];
    if (settled.has(id)) return null;
    for (const next of needs.get(id) ?? []) {
      const loop = loopFrom(next, [...path, id]);
      if (loop !== null) return loop;
    }
    settled.add(id);
    return null;
  };
  for (const { id } of questions) {
    const loop = loopFrom(id, []);
    if (loop !== null) return { unknown, loop };
  }
  return { unknown, loop: null };
}
