// What a table holds that could not be taken as it is: by sheet, row and column, with what becomes of it.

export type ProblemReason =
  | "not-a-date"
  | "unknown-value"
  | "bad-value"
  | "missing"
  /** It names a record that is neither in what was given nor in the vault. */
  | "not-here"
  /** It is about a letter whose list is frozen. */
  | "frozen"
  /** It names more than one record. */
  | "ambiguous"
  | "differs"
  | "no-heading"
  | "column-not-mapped"
  | "column-missing"
  | "sheet-not-mapped"
  | "sheet-hidden"
  | "formula"
  | "error"
  | "cut"
  | "bad-date"
  | "stray-quote"
  | "unclosed-quote"
  | "bad-encoding"
  | "bad-item"
  | "invisible-characters"
  | "merged-cells"
  | "external-links"
  | "macros"
  | "comments"
  | "hidden-rows";

export type ProblemEffect =
  /** Not in a field; kept word for word with the row. */
  | "kept"
  /** Taken in as it is: somebody should look at it. */
  | "taken"
  | "left-out"
  | "record-left-out";

export interface TableProblem {
  readonly sheet: string;
  /** 0 where it is about the whole sheet or file. */
  readonly row: number;
  /** `AB`; empty where it is about the whole row. */
  readonly column: string;
  readonly heading: string;
  readonly value: string;
  /** `incident.when`, or empty. */
  readonly field: string;
  readonly reason: ProblemReason;
  readonly effect: ProblemEffect;
}

/** Shown of a value; the whole of it is kept with the row. */
export const shownValue = 200;
/** Problems that are listed; all are counted. */
export const listedProblems = 20_000;

export const problemColumns = [
  "sheet",
  "row",
  "column",
  "heading",
  "value",
  "field",
  "reason",
  "effect",
] as const;

/** Directions that are turned round, and characters of no width: in names they make two people look like one. */
export function hasInvisible(text: string): boolean {
  return /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/.test(text);
}
