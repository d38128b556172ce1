// The rules by which victims are counted, as data: what stands beside every number. The words are in the catalogues.

export interface CountingRule {
  /** Catalogue key: `count.rule.<id>`. */
  readonly id: string;
  readonly source: string;
  /** Whether somebody outside looked at it. */
  readonly checked: boolean;
}

const sheet =
  "SDG indicator 16.10.1 metadata of 8 June 2018, as in worldbank/sdg-metadata (commit 4febdd5); a newer sheet may exist.";
const own = "Our own choice, where the metadata says nothing that we could see.";

const rule = (id: string, source: string): CountingRule => ({ id, source, checked: false });

export const countingRules: readonly CountingRule[] = [
  rule("unit", sheet),
  rule("rank", sheet),
  rule("conditions", sheet),
  rule("status", sheet),
  rule("no-imputation", sheet),
  rule("once-a-period", own),
  rule("first-act", own),
  rule("period", own),
  rule("age", own),
  rule("perpetrator", own),
  rule("groups", own),
  rule("merged", own),
];

const sdgNote = "As for SDG indicator 16.10.1: " + sheet;

/** The rules of the matrix of States by commitment. Catalogue: `matrix.rule.<id>`. */
export const matrixRules: readonly CountingRule[] = [
  rule("row", own),
  rule(
    "held",
    "Acts and rules of ours, each with its source at the commitment; people add and refuse, with a reason.",
  ),
  rule("status", sdgNote),
  rule("never-added", sdgNote),
  rule("merged", own),
  rule("quarters", own),
  rule("known", own),
  rule("empty", own),
  rule("companies", own),
  rule("addressee", own),
];

/** Raise the version whenever the same records would give another number. */
export const countingMethod = { name: "tocsin-16.10.1", version: 1 } as const;

export type CategoryLetter = "A" | "B" | "C" | "D" | "E" | "F";

export interface CategoryRule {
  readonly letter: CategoryLetter;
  /** An event of several categories is counted at the lowest rank alone. Letters and ranks differ. */
  readonly rank: number;
  readonly actor: "state" | "state-or-failure" | "non-state-and-failure";
}

/** By rank. Every category needs a link to the work for rights; see `categories.ts`. */
export const categoryRules: readonly CategoryRule[] = [
  { letter: "A", rank: 1, actor: "state-or-failure" },
  { letter: "C", rank: 2, actor: "state-or-failure" },
  { letter: "B", rank: 3, actor: "state-or-failure" },
  { letter: "D", rank: 4, actor: "state" },
  { letter: "E", rank: 5, actor: "non-state-and-failure" },
  { letter: "F", rank: 6, actor: "state-or-failure" },
];
