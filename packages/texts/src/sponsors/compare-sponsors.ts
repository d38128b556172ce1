// Sponsors of one text on two days: who joined and who left. Names are held against each other without case and marks.
import { foldForSearch } from "@tocsin/language";
import type { Sponsor } from "./sponsor-line.ts";

export interface SponsorChange {
  readonly joined: readonly Sponsor[];
  readonly left: readonly Sponsor[];
  /** In both, as a member in one and an observer in the other; as in the later one. */
  readonly otherwise: readonly Sponsor[];
}

export function compareSponsors(before: readonly Sponsor[], after: readonly Sponsor[]): SponsorChange {
  const [older, newer] = [byName(before), byName(after)];
  return {
    joined: after.filter(({ name }) => !older.has(keyOf(name))),
    left: before.filter(({ name }) => !newer.has(keyOf(name))),
    otherwise: after.filter(({ name, isMember }) => {
      const known = older.get(keyOf(name));
      return known !== undefined && known.isMember !== isMember;
    }),
  };
}

function byName(sponsors: readonly Sponsor[]): ReadonlyMap<string, Sponsor> {
  return new Map(sponsors.map((each) => [keyOf(each.name), each]));
}

function keyOf(name: string): string {
  return foldForSearch(name, "und").join(" ");
}
