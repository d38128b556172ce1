// The search of the protective rules in finished PDF files: their words, and what they carry besides.
import { createTypesetter } from "@tocsin/node";
import { beforeAll, describe, expect, it } from "vitest";
import { createTranslator, loadCatalogues } from "../packages/language/src/index.ts";
import {
  everythingThatLeaves,
  remembering,
  type Leaving,
  type Piece,
} from "../packages/workspace/src/protection/everything.fake.ts";
import { rulesOfContents } from "../packages/workspace/src/protection/rules-of-contents.fake.ts";
import { grownUp, misread, rulesOfNames } from "../packages/workspace/src/protection/rules-of-names.fake.ts";
import { tellStory } from "../packages/workspace/src/protection/story.fake.ts";
import { canary, names } from "../packages/workspace/src/protection/story-words.fake.ts";
import { hasPoppler, inflated, textOfPdf } from "./pdf.fake.ts";

const rules = [...rulesOfNames, ...rulesOfContents];
const audiences = ["internal", "court", "public"] as const;

/** Outlines and properties can be in UTF-16. */
function everythingIn(pdf: Uint8Array): string {
  return [inflated(pdf).replaceAll("\0", ""), hasPoppler ? textOfPdf(pdf) : ""].join("\n");
}

let leaving: Leaving;
let pieces: readonly Piece[];
beforeAll(async () => {
  const told = await tellStory();
  leaving = {
    told,
    workspace: remembering(told.small.workspace),
    translator: createTranslator("en", await loadCatalogues("en")),
    finished: { typesetter: createTypesetter(), textOf: everythingIn },
  };
  const left = await everythingThatLeaves(leaving, { through: ["report", "custody"], audiences });
  pieces = left.filter(({ way }) => way.endsWith(" pdf"));
}, 120_000);

describe("a finished PDF", { timeout: 120_000 }, () => {
  it.skipIf(!hasPoppler)("can be read by the search", () => {
    expect(pieces).toHaveLength(2 * audiences.length);
    for (const { way, audience, text } of pieces)
      expect(text.includes(canary), `${way} for ${audience}`).toBe(true);
  });

  it.each(rules)("lets nothing out that must not leave: $name", ({ find }) => {
    expect(find(pieces)).toEqual([]);
  });

  it.skipIf(!hasPoppler)("is where the search finds a name that a failed rule let out", async () => {
    const [child] = rulesOfNames;
    const left = await misread(grownUp, ["report"])(leaving);
    const found = child?.find(left.filter(({ way }) => way === "report pdf")) ?? [];
    expect(found).toContain(`${names.child}: report pdf for public`);
  });

  it("carries a title and the program as properties, and no author, no keywords and no file of this computer", () => {
    for (const { text } of pieces) {
      expect(text).toMatch(/\/Title|dc:title/u);
      expect(text).not.toMatch(/\/(?:Author|Keywords|Subject|EmbeddedFiles|Filespec)\b/u);
      expect(text).not.toMatch(/dc:creator|dc:subject|pdf:Keywords|xmpMM:DerivedFrom/u);
      expect(text).not.toContain(process.cwd());
    }
  });
});
