import { expect, it } from "vitest";
import { compareSponsors } from "./compare-sponsors.ts";
import { readSponsorLine } from "./sponsor-line.ts";

it("tells who joined, who left, and who is no member any more", () => {
  const before = readSponsorLine("Chile, Norway,* Uruguay").sponsors;
  const after = readSponsorLine("CHILE, Fiji, Norway").sponsors;
  expect(compareSponsors(before, after)).toEqual({
    joined: [{ name: "Fiji", isMember: true }],
    left: [{ name: "Uruguay", isMember: true }],
    otherwise: [{ name: "Norway", isMember: true }],
  });
});
