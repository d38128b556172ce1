// What is wrong with a file that people wrote, each said by its place: all of it at once, within bounds.

export interface Complaint<Problem extends string> {
  /** As whoever complains names places: `questions[2].when`. */
  readonly place: string;
  readonly problem: Problem;
  /** What was not known, or the names around a loop; at most 80 characters each. */
  readonly what: readonly string[];
}

export interface Complaints<Problem extends string> {
  readonly found: readonly Complaint<Problem>[];
  add(place: string, problem: Problem, ...what: readonly string[]): void;
}

const longest = 80;

/** What is found beyond `atMost` is left out. */
export function createComplaints<Problem extends string>(atMost: number): Complaints<Problem> {
  const found: Complaint<Problem>[] = [];
  return {
    found,
    add(place, problem, ...what) {
      if (found.length < atMost)
        found.push({ place, problem, what: what.map((each) => each.slice(0, longest)) });
    },
  };
}
