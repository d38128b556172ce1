// How victims are counted, as a port: the rules stand a floor above, the tables that keep the counts two. A line is one
// subject in one event; cells are counts under a key, and those of one subject follow from all of its lines alone.
import type { RecordId } from "@tocsin/core";
import type { RecordState } from "./fold.ts";

export interface CountLine {
  /** Who is counted: the id of a record, or a name for what has none. */
  readonly subject: string;
  readonly event: RecordId;
  /** As much as is known of when it began: `2025-03-01`, `2025-03`, `2025` or nothing. */
  readonly when: string;
  /** What the rules need to count it; opaque to everybody else. */
  readonly text: string;
}

/** What somebody had to do with an event. */
export interface CountedPart {
  readonly state: RecordState;
  /** The person or organisation, after merges; null where none is named or known. */
  readonly who: RecordState | null;
}

export type CountCell = readonly [key: string, count: number];

export interface Counter {
  /** Changes whenever the same records would be counted in another way. */
  readonly basis: string;
  /** Kind of what is counted, and of the parts that people had in it. */
  readonly event: string;
  readonly part: string;
  /** Field of a part that leads to the event. */
  readonly partOf: string;
  /** Fields of a part that lead to whoever took part. */
  readonly who: readonly string[];
  /** Field that leads from a record to the one that it was merged into. */
  readonly mergedInto: string;
  lines(event: RecordState, parts: readonly CountedPart[]): readonly CountLine[];
  /** Of all lines of one subject, in any order; by what they say and when, whoever the subject is. */
  cells(lines: readonly CountLine[]): readonly CountCell[];
}
