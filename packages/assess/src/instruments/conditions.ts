// Which questions are asked, given the answers so far. Whether a question applies can be open as long as what it depends on
// has no answer; "no information" is an answer, and opens nothing that asks for a level.
import type { Condition, Instrument, Level } from "./instrument.ts";

export type Answered = ReadonlyMap<string, Level>;
export type Applying = "yes" | "no" | "open";

/** Of an instrument that was parsed, and so has no loop. */
export function applyingOf(instrument: Instrument, answered: Answered): ReadonlyMap<string, Applying> {
  const questions = new Map(instrument.questions.map((question) => [question.id, question]));
  const known = new Map<string, Applying>();
  const appliesOf = (id: string): Applying => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const when = questions.get(id)?.when;
    const found = when === undefined ? "yes" : holds(when);
    known.set(id, found);
    return found;
  };
  const holds = (condition: Condition): Applying => {
    if ("all" in condition) return allOf(condition.all.map(holds));
    if ("any" in condition) return anyOf(condition.any.map(holds));
    const asked = appliesOf(condition.question);
    if (asked !== "yes") return asked;
    const level = answered.get(condition.question);
    if (level === undefined) return "open";
    return condition.is.includes(level) ? "yes" : "no";
  };
  return new Map(instrument.questions.map(({ id }) => [id, appliesOf(id)]));
}

function allOf(parts: readonly Applying[]): Applying {
  if (parts.includes("no")) return "no";
  return parts.includes("open") ? "open" : "yes";
}

function anyOf(parts: readonly Applying[]): Applying {
  if (parts.includes("yes")) return "yes";
  return parts.includes("open") ? "open" : "no";
}

/** Questions that a condition names. */
export function questionsIn(condition: Condition): readonly string[] {
  if ("all" in condition) return condition.all.flatMap(questionsIn);
  if ("any" in condition) return condition.any.flatMap(questionsIn);
  return [condition.question];
}
