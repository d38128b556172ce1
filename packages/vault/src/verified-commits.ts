// Commits of many operations, kept for a while after they were verified: whoever reads the operations of an import one by
// one would otherwise verify all of its commit for each of them. Nothing that is kept is open: the keys come after.
import type { Entry } from "./graph.ts";
import { type CommitReading, type RangeSource, readVerified, type VerifiedCommit } from "./reading.ts";

export type ReadVerified = (entry: Entry) => Promise<VerifiedCommit | null>;

interface Kept {
  /** Another one once the segment was written anew. */
  readonly place: Entry["place"];
  readonly verified: Promise<VerifiedCommit | null>;
}

/** Smaller ones cost little. */
const fewestOperations = 8;
const keptAtMost = 4;

export function createVerifiedCommits(reading: CommitReading, source: RangeSource): ReadVerified {
  const kept = new Map<string, Kept>();
  const keep = (entry: Entry, verified: Kept["verified"]): void => {
    kept.delete(entry.hash);
    kept.set(entry.hash, { place: entry.place, verified });
    for (const hash of kept.keys()) if (kept.size > keptAtMost) kept.delete(hash);
  };
  return async (entry) => {
    if (entry.header.count < fewestOperations) return readVerified(reading, entry, source);
    const known = kept.get(entry.hash);
    if (known !== undefined && known.place === entry.place) {
      const verified = await known.verified.catch(() => null);
      // A removal since then may say that it does not count any more.
      if (verified !== null && reading.keyring.members.counts(verified.commit.header)) return verified;
    }
    const verified = readVerified(reading, entry, source);
    keep(entry, verified);
    return verified;
  };
}
