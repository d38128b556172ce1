// One question of a sheet with what stands there as its answer, and how far that is.
import type { InstrumentPage, ShownAnswer } from "@tocsin/workspace";

export interface Asked {
  /** Place among all questions, from 0. */
  readonly at: number;
  readonly question: InstrumentPage["questions"][number];
  readonly answer: ShownAnswer | undefined;
}

export function stateOf({ answer }: Asked): "answered" | "level" | "reasons" | "not-asked" | "open" {
  if (answer === undefined || answer.applies === "open") return "open";
  if (answer.applies === "no") return "not-asked";
  return answer.lacks ?? "answered";
}
