import { describe, expect, it } from "vitest";
import { isPublicOrganisation, standingOfAccused, type Part } from "./accused.ts";
import { attributionGrounds } from "./perpetrators.ts";
import { organisationKinds, ranks } from "./protection.ts";

const part = (role: string, rank: string | null = null, attribution: string | null = null): Part => ({
  role,
  rank,
  attribution,
});

describe("somebody who is accused", () => {
  it("is named without asking only in a high office, and on a ground that carries it", () => {
    for (const { code: rank } of ranks.terms)
      for (const { code: ground } of attributionGrounds.terms) {
        const isHigh = rank === "senior-official" || rank === "head";
        const isWeak = ["pattern", "denied", "unknown"].includes(ground);
        const standing = standingOfAccused([part("perpetrator", rank, ground)]);
        expect(standing, `${rank} ${ground}`).toBe(isHigh && !isWeak ? "named" : "accused");
      }
  });

  it("is withheld where nobody said how high they stand, or on what ground", () => {
    expect(standingOfAccused([part("official")])).toBe("accused");
    expect(standingOfAccused([part("official", "head")])).toBe("accused");
    expect(standingOfAccused([part("official", null, "document")])).toBe("accused");
  });

  it("is withheld where one accusation of several does not carry it, or where they are somebody else too", () => {
    const named = part("judge", "head", "document");
    expect(standingOfAccused([named])).toBe("named");
    expect(standingOfAccused([named, part("perpetrator", "private", "witness")])).toBe("accused");
    expect(standingOfAccused([named, part("defender")])).toBe("accused");
  });

  it("is nobody whom no part accuses", () => {
    expect(standingOfAccused([])).toBeUndefined();
    expect(standingOfAccused([part("defender"), part("witness")])).toBeUndefined();
  });
});

describe("an organisation", () => {
  it("is named unasked where it acts in public, and never where people gather to defend rights", () => {
    const named = organisationKinds.terms.map(({ code }) => code).filter(isPublicOrganisation);
    expect(named.sort()).toEqual(["company", "court", "international-body", "state-body"]);
    expect(isPublicOrganisation(null)).toBe(false);
  });
});
