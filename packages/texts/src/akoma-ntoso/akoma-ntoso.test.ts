import { describe, expect, it } from "vitest";
import { compareDrafts } from "../comparison/compare-drafts.ts";
import { readParagraph } from "../paragraphs/draft-text.ts";
import { comparisonToAkomaNtoso, placeIdentities } from "./akoma-ntoso.ts";

const facts = { language: "en", title: "A <draft>", dated: "2025-03", symbol: "A/EXAMPLE/L.1" };

function write(before: readonly string[], after: readonly string[]): string {
  const sides = { before: before.map(readParagraph), after: after.map(readParagraph) };
  const comparison = compareDrafts(sides.before, sides.after, { language: "en" });
  return comparisonToAkomaNtoso(comparison, facts, placeIdentities(comparison, sides));
}

const pieces = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}[ >].*?</${name}>`, "gu"))].map(([found]) => found);

describe("comparisonToAkomaNtoso", () => {
  it("marks what came and went, with labels as they are printed", () => {
    const xml = write(
      ["1. Urges States to protect people & their devices;", "No label here at all, and words;"],
      ["2. Urges States to protect people & all their devices;", "No label here at all, and words;"],
    );
    const [first, second] = pieces(xml, "paragraph");
    expect(first).toContain("<num><del>1.</del><ins>2.</ins></num>");
    expect(first).toContain("people &amp;<ins> all</ins> their");
    expect(second).not.toContain("<num>");
    expect(xml).toContain("A &lt;draft&gt;");
  });

  it("keeps what a paragraph is called inside through a new label and another place", () => {
    const [one, two] = [
      "OP1 Condemns shutdowns of networks during elections and protests;",
      "OP2 Requests the High Commissioner to convene regional workshops;",
    ];
    const xml = write([one, two], ["OP1 Something else entirely is new;", two.replace("OP2", "OP3"), one]);
    const ids = pieces(xml, "paragraph").map((each) => /eId="(.*?)"/u.exec(each)?.[1]);
    expect(new Set(ids)).toEqual(new Set(["para_n1", "para_o1", "para_o2"]));
  });

  it("gives each part of a split paragraph its own place, and no identifier twice", () => {
    const xml = write(
      ["OP1 Urges States to protect defenders and to refrain from reprisals against them and their families"],
      [
        "OP1 Urges States to protect defenders",
        "OP1 bis To refrain from reprisals against them and their families",
      ],
    );
    const paragraphs = pieces(xml, "paragraph");
    expect(paragraphs).toHaveLength(2);
    expect(paragraphs[1]).toContain("reprisals");
    const ids = paragraphs.map((each) => /eId="(.*?)"/u.exec(each)?.[1]);
    expect(new Set(ids).size).toBe(2);
  });

  it("calls no day known that nobody gave", () => {
    expect(write(["Decides."], ["Decides."])).toContain('name="unknown"');
  });
});
