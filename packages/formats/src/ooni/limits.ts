// What a measurement may cost to read. Each limit is checked before the work that it bounds.

export interface OoniLimits {
  /** Of one measurement as text: bytes, or UTF-16 units when it comes as a string. */
  readonly maximumSize: number;
  /** Objects and lists inside each other. */
  readonly maximumDepth: number;
  /** Objects and lists in all: each costs memory that the size of the text does not show. */
  readonly maximumContainers: number;
}

export const defaultOoniLimits: OoniLimits = {
  maximumSize: 16 * 1024 * 1024,
  maximumDepth: 64,
  maximumContainers: 250_000,
};

/** Entries of one list (queries, connections, requests) that are read; the rest is noted and left. */
export const maximumEntries = 2_000;

/** Notes on fields that are kept; further ones are counted only. */
export const maximumNotes = 50;
