import { describe, expect, it } from "vitest";
import { checkKnownVote, checkVote, readVote } from "./vote.ts";

describe("checkVote", () => {
  // Amendments to A/HRC/34/L.5, as reported on 24 March 2017.
  it.each([
    ["L.42", "15-28-4", 47, 0],
    ["L.43", "12-29-6", 47, 0],
    ["L.44", "11-29-6", 46, 1],
    ["L.45", "11-29-6", 46, 1],
    ["L.51", "16-27-4", 47, 0],
  ])("adds up the vote on %s", (_, text, voted, didNotVote) => {
    const vote = readVote(text);
    expect(vote && checkVote(vote)).toEqual({ voted, didNotVote, isAdopted: false, problem: null });
  });

  it("never lets more vote than there are members", () => {
    expect(checkVote({ inFavour: 15, against: 28, abstaining: 5 })).toEqual({
      voted: 48,
      didNotVote: null,
      isAdopted: null,
      problem: "more-than-members",
    });
    expect(checkVote({ inFavour: 117, against: 14, abstaining: 40 }, 193)).toMatchObject({
      voted: 171,
      isAdopted: true,
    });
  });

  it("takes nothing but counts", () => {
    for (const wrong of [-1, 1.5, Number.NaN])
      expect(checkVote({ inFavour: wrong, against: 1, abstaining: 1 }).problem).toBe("not-a-count");
  });
});

describe("readVote", () => {
  it("reads how records put it, and nothing else", () => {
    expect(readVote("15 to 28, with 4 abstentions.")).toEqual({ inFavour: 15, against: 28, abstaining: 4 });
    expect(readVote("adopted without a vote")).toBeNull();
    expect(readVote("2017-03-24 at noon")).toBeNull();
  });
});

describe("checkKnownVote", () => {
  it("never takes what nobody knows for 0", () => {
    const unknown = { inFavour: 15, against: null, abstaining: 4, absent: null };
    expect(checkKnownVote(unknown)).toEqual({
      voted: null,
      didNotVote: null,
      isAdopted: null,
      problem: null,
    });
    expect(checkKnownVote({ inFavour: 11, against: 29, abstaining: 6, absent: null })).toMatchObject({
      voted: 46,
      didNotVote: 1,
      isAdopted: false,
    });
  });

  it("counts those who were absent among the members", () => {
    const vote = { inFavour: 20, against: 20, abstaining: 7 };
    expect(checkKnownVote({ ...vote, absent: 0 }).problem).toBeNull();
    expect(checkKnownVote({ ...vote, absent: 1 }).problem).toBe("more-than-members");
    expect(checkKnownVote({ inFavour: 48, against: null, abstaining: null, absent: null }).problem).toBe(
      "more-than-members",
    );
    expect(checkKnownVote({ ...vote, absent: -1 }).problem).toBe("not-a-count");
  });
});
