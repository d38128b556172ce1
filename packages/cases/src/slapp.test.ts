import { parseId } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { slappMarks, type SlappFacts } from "./slapp.ts";

const id = (letter: string) => parseId(letter.repeat(26));

const nothing: SlappFacts = {
  charges: [],
  hasSum: false,
  country: null,
  outcome: null,
  incidents: [],
  claimants: [],
  targets: [],
};

const marksIn = (facts: Partial<SlappFacts>) => slappMarks({ ...nothing, ...facts }).map(({ mark }) => mark);

const claimant = { id: id("a"), organisationKind: null, rank: null, proceedings: [], incidents: [] };

describe("what can suggest an abusive lawsuit", () => {
  it("is nothing where nothing of it is written down", () => {
    expect(slappMarks(nothing)).toEqual([]);
    const plain = { charges: ["trespass"], country: "NO", outcome: "pending", claimants: [claimant] };
    expect(marksIn({ ...plain, targets: [{ id: id("t"), countries: ["NO"] }] })).toEqual([]);
  });

  it("names what it is seen in, whose words it follows, and whether those were read", () => {
    const incidents = [
      { id: id("n"), acts: ["legal.slapp.civil"], defence: "because-of-work" },
      { id: id("m"), acts: ["legal.slappish"], defence: "none" },
    ];
    expect(slappMarks({ ...nothing, incidents })).toEqual([
      { mark: "recorded", records: [id("n")], codes: [], source: "own", checked: true },
      { mark: "for-work", records: [id("n")], codes: [], source: "own", checked: true },
    ]);
    expect(slappMarks({ ...nothing, charges: ["trespass", "defamation"] })).toEqual([
      { mark: "usual-charges", records: [], codes: ["defamation"], source: "case-report", checked: true },
    ]);
  });

  it("is power on the other side: what they are, or how high they stand", () => {
    expect(marksIn({ claimants: [{ ...claimant, organisationKind: "company" }] })).toEqual(["power"]);
    expect(marksIn({ claimants: [{ ...claimant, rank: "head" }] })).toEqual(["power"]);
    expect(marksIn({ claimants: [{ ...claimant, organisationKind: "defenders", rank: "private" }] })).toEqual(
      [],
    );
  });

  it("is what else the same side did, each record once", () => {
    const threat = { id: id("h"), acts: ["harassment.threat.legal"], defence: null };
    const other = { id: id("q"), acts: ["physical.assault"], defence: null };
    const one = { ...claimant, proceedings: [id("p")], incidents: [threat, other] };
    const found = slappMarks({ ...nothing, claimants: [one, { ...one, id: id("b") }] });
    expect(found.map(({ mark, records }) => [mark, records])).toEqual([
      ["several", [id("p")]],
      ["threats", [id("h")]],
    ]);
  });

  it("is a court in another country only where both countries are known", () => {
    const abroad = { country: "NO", targets: [{ id: id("t"), countries: ["IS", "DK"] }] };
    expect(marksIn(abroad)).toEqual(["abroad"]);
    expect(marksIn({ ...abroad, country: null })).toEqual([]);
    expect(marksIn({ ...abroad, targets: [{ id: id("t"), countries: [] }] })).toEqual([]);
    expect(marksIn({ ...abroad, targets: [{ id: id("t"), countries: ["IS", "NO"] }] })).toEqual([]);
  });

  it("is a sum that is claimed, and an end without a judgment on the matter", () => {
    expect(marksIn({ hasSum: true, outcome: "dropped" })).toEqual(["money", "dropped"]);
    expect(marksIn({ outcome: "dismissed-early" })).toEqual(["dismissed"]);
    expect(marksIn({ outcome: "convicted" })).toEqual([]);
  });
});
