// What was found wrong with a log, each finding once.
import type { ChainId, Problem, ProblemKind } from "./types.ts";

export interface ProblemBook {
  note(kind: ProblemKind, place: ProblemPlace): void;
  all(): readonly Problem[];
}

export interface ProblemPlace {
  readonly chain: ChainId;
  readonly segment?: number;
  readonly offset?: number;
  readonly sequence?: number;
  readonly index?: number;
  readonly count?: number;
}

export function createProblemBook(): ProblemBook {
  const problems = new Map<string, Problem>();
  return {
    note(kind, { chain, segment, offset, sequence, index, count }) {
      const problem: Problem = {
        kind,
        chain,
        segment: segment ?? null,
        offset: offset ?? null,
        sequence: sequence ?? null,
        index: index ?? null,
        count: count ?? 1,
      };
      problems.set([kind, chain, segment, offset, sequence, index].join(" "), problem);
    },
    all: () => [...problems.values()],
  };
}
