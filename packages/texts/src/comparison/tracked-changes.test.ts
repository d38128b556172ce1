import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readParagraph, type DraftParagraph } from "../paragraphs/draft-text.ts";
import type { ComparedRun } from "../words/compare-words.ts";
import { compareDrafts } from "./compare-drafts.ts";
import { trackedParagraphs, type TrackedParagraph } from "./tracked-changes.ts";

/** What a word processor leaves when `kind` goes: an end that goes joins its paragraph with the next. */
function without(kind: ComparedRun["kind"], paragraphs: readonly TrackedParagraph[]): readonly string[] {
  const left: string[] = [];
  let open = "";
  for (const { runs, end } of paragraphs) {
    open += runs
      .filter((run) => run.kind !== kind)
      .map(({ text }) => text)
      .join("");
    if (end === kind) continue;
    left.push(open);
    open = "";
  }
  return open === "" ? left : [...left, open];
}

const printed = (side: readonly DraftParagraph[]): readonly string[] => side.map((each) => each.printed);

function track(before: readonly string[], after: readonly string[]) {
  const sides = { before: before.map(readParagraph), after: after.map(readParagraph), language: "en" };
  const comparison = compareDrafts(sides.before, sides.after, { language: "en" });
  return { sides, comparison, paragraphs: trackedParagraphs(comparison, sides) };
}

describe("trackedParagraphs", () => {
  it("marks words, and the ends of paragraphs that were parted", () => {
    const { paragraphs } = track(
      ["OP1 Urges States to protect defenders and to refrain from reprisals against them"],
      ["OP1 Urges States to protect all defenders", "OP1 bis To refrain from reprisals against them"],
    );
    expect(paragraphs.map(({ end }) => end)).toEqual(["added", "same"]);
  });

  it("gives the newer text when all is accepted, the older when all is refused, whatever they are", () => {
    const pool = [
      "OP1 Urges States to protect human rights defenders online",
      "OP2 Calls upon all States to repeal laws against associations",
      "Urges States to protect human rights defenders online and offline",
      "Recalling its resolutions, and in particular the latest of them",
      "Recalling its resolutions",
      "and in particular the latest of them",
      "Calls upon all States to repeal laws against associations, Recalling its resolutions",
      "Decides",
      "12. Decides to remain seized",
    ];
    const text = fc.array(fc.constantFrom(...pool), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { sides, paragraphs } = track(before, after);
        expect(without("removed", paragraphs)).toEqual(printed(sides.after));
        expect(without("added", paragraphs)).toEqual(printed(sides.before));
      }),
      { seed: 58, numRuns: 400 },
    );
  });

  it("shows every paragraph of both texts in one row", () => {
    const { comparison, sides } = track(
      ["One thing", "Another matter", "A third"],
      ["Another matter", "New words", "One thing"],
    );
    const all = (side: "before" | "after") => comparison.rows.flatMap((row) => row[side]);
    expect(new Set(all("before"))).toEqual(new Set(sides.before));
    expect(new Set(all("after"))).toEqual(new Set(sides.after));
    expect(comparison.counts).toMatchObject({ same: 2, added: 1, removed: 1, moved: 1 });
  });
});
