// What somebody allows with one answer. Whatever is not said is not allowed.

/** How an answer may be attributed, from nobody to a name. */
export const attributions = ["none", "role-region", "organisation", "name"] as const;
export type Attribution = (typeof attributions)[number];

/** Where it may be used: in this consultation alone, in other work of whoever asks, by partners of theirs too. */
export const reuses = ["here", "own-work", "partners"] as const;
export type Reuse = (typeof reuses)[number];

export interface Consent {
  readonly attribution: Attribution;
  /** Whether its words may be quoted. */
  readonly quote: boolean;
  readonly reuse: Reuse;
  /** `YYYY-MM-DD`: until when it may be kept; null where no day was said. */
  readonly until: string | null;
}

export const leastConsent: Consent = { attribution: "none", quote: false, reuse: "here", until: null };

/**
 * What a release is for: the consultation itself and its report, other work of whoever asked, partners who go on with it.
 * What somebody allowed for less than that stays inside.
 */
export type ReleaseUse = Reuse;

/** Codes of `reuses` that cover a use: each allows what the ones before it do. */
export function reusesFor(use: ReleaseUse): readonly Reuse[] {
  return reuses.slice(reuses.indexOf(use));
}

/** How a contribution came: as the file of a form, on paper, or said at a workshop. */
export const carriers = ["form", "paper", "workshop"] as const;
export type Carrier = (typeof carriers)[number];
