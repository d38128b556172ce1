// The arithmetic of a recorded vote: who did not vote is the rest, and nobody votes twice.

export interface Vote {
  readonly inFavour: number;
  readonly against: number;
  readonly abstaining: number;
}

/** Members of the Human Rights Council since 2006 (A/RES/60/251). */
export const councilMembers = 47;

export interface VoteCheck {
  readonly voted: number;
  /** Members that took no part; null where the counts cannot be right. */
  readonly didNotVote: number | null;
  /** A simple majority of those who voted yes or no; null where the counts cannot be right. */
  readonly isAdopted: boolean | null;
  readonly problem: "not-a-count" | "more-than-members" | null;
}

export function checkVote({ inFavour, against, abstaining }: Vote, members = councilMembers): VoteCheck {
  const counts = [inFavour, against, abstaining];
  const voted = inFavour + against + abstaining;
  const isCount = counts.every((count) => Number.isSafeInteger(count) && count >= 0);
  const problem = isCount ? (voted > members ? "more-than-members" : null) : "not-a-count";
  if (problem !== null) return { voted, didNotVote: null, isAdopted: null, problem };
  return { voted, didNotVote: members - voted, isAdopted: inFavour > against, problem };
}

/** `15-28-4`, `15 to 28, with 4 abstentions`: in favour, against, abstaining. Null for anything else. */
export function readVote(text: string): Vote | null {
  const written =
    /^\s*(\d{1,3})\s*(?:[-–—/]|to|,)\s*(\d{1,3})\s*(?:[-–—/]|,?\s*with|,)\s*(\d{1,3})(?:\s*abstentions?)?\s*\.?\s*$/iu;
  const [, inFavour, against, abstaining] = written.exec(text.slice(0, 80)) ?? [];
  if (inFavour === undefined) return null;
  return { inFavour: Number(inFavour), against: Number(against), abstaining: Number(abstaining) };
}

/** Counts of a vote as far as anybody knows them. */
export interface KnownVote {
  readonly inFavour: number | null;
  readonly against: number | null;
  readonly abstaining: number | null;
  readonly absent: number | null;
}

/**
 * As `checkVote`, where counts may be unknown: an unknown one is never taken for 0, so that what hangs on it is null too.
 * `voted` is the sum of yes, no and abstaining.
 */
export function checkKnownVote(
  vote: KnownVote,
  members = councilMembers,
): Omit<VoteCheck, "voted"> & { readonly voted: number | null } {
  const { inFavour, against, abstaining, absent } = vote;
  const known = [inFavour, against, abstaining, absent].filter((count) => count !== null);
  const sum = known.reduce((all, count) => all + count, 0);
  const isCount = [...known, members].every((count) => Number.isSafeInteger(count) && count >= 0);
  const nothing = { voted: null, didNotVote: null, isAdopted: null };
  if (!isCount) return { ...nothing, problem: "not-a-count" };
  if (sum > members) return { ...nothing, problem: "more-than-members" };
  const voted =
    inFavour === null || against === null || abstaining === null ? null : inFavour + against + abstaining;
  return {
    voted,
    didNotVote: absent ?? (voted === null ? null : members - voted),
    isAdopted: inFavour === null || against === null ? null : inFavour > against,
    problem: null,
  };
}
