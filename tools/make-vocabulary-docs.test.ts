import { readFileSync } from "node:fs";
import { join } from "node:path";
import { acts } from "@tocsin/cases";
import { describe, expect, it } from "vitest";
import { vocabularyDocs } from "./make-vocabulary-docs.ts";

const committed = readFileSync(join(import.meta.dirname, "../docs/vocabularies.md"), "utf8");

describe("docs/vocabularies.md", () => {
  it("is what the data says (npm run vocabularies)", async () => {
    expect(committed).toBe(await vocabularyDocs());
  });

  it("has every act, and no paragraph number of the resolution", () => {
    for (const { code } of acts.terms) expect(committed).toContain(`\`${code}\``);
    expect(committed).not.toMatch(/\b(OP|PP|para(graph)?s?\.?|§)\s*\d/i);
  });
});
