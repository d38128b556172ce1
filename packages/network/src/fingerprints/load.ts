// Loads the lists that a person brings.
import { parseFingerprints } from "./fingerprint.ts";
import { createFingerprintMatcher, type FingerprintMatcher } from "./matcher.ts";

export interface LoadedFingerprints {
  readonly matcher: FingerprintMatcher;
  /** Fingerprints in use. */
  readonly count: number;
  /** Rows that are not used (regular expressions, patterns under four characters, unknown forms). */
  readonly skipped: number;
}

/** Texts of CSV files, of either form. Throws `network.bad-fingerprints`. */
export function loadFingerprints(tables: readonly string[]): LoadedFingerprints {
  const lists = tables.map(parseFingerprints);
  const fingerprints = lists.flatMap((list) => list.fingerprints);
  return {
    matcher: createFingerprintMatcher(fingerprints),
    count: fingerprints.length,
    skipped: lists.reduce((sum, list) => sum + list.skipped, 0),
  };
}
