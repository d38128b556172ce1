// What is wrong with instruments that come in, each said by its place.

export const instrumentProblems = [
  "not-a-list",
  "not-an-object",
  "missing",
  "bad-value",
  "unknown-field",
  "too-long",
  "too-many",
  "double",
  "unknown-source",
  "unknown-commitment",
  "unknown-criterion",
  "unknown-question",
  "unknown-level",
  "missing-level",
  "loop",
  "changed-meaning",
  "name-taken",
  "translation-of-nothing",
] as const;
export type InstrumentProblemName = (typeof instrumentProblems)[number];

export interface InstrumentProblem {
  /** `biometric-system@1 questions[2].levels.partly`; without a name of its own `[4]`, the place in the list. */
  readonly place: string;
  readonly problem: InstrumentProblemName;
  /** What was not known, or the questions of a loop; at most 80 characters each. */
  readonly what: readonly string[];
}

export interface Complaints {
  readonly found: readonly InstrumentProblem[];
  add(place: string, problem: InstrumentProblemName, ...what: readonly string[]): void;
}

const mostProblems = 1000;
const longest = 80;

export function createComplaints(): Complaints {
  const found: InstrumentProblem[] = [];
  return {
    found,
    add(place, problem, ...what) {
      if (found.length < mostProblems)
        found.push({ place, problem, what: what.map((each) => each.slice(0, longest)) });
    },
  };
}
