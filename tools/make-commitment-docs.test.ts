import { readFileSync } from "node:fs";
import { join } from "node:path";
import { commitments, criteria, loadBuiltInInstruments, notAdoptedRows, standards } from "@tocsin/assess";
import { english } from "@tocsin/language";
import { describe, expect, it } from "vitest";
import { commitmentDocs, instrumentDocs } from "./make-commitment-docs.ts";

const committed = (name: string): string => readFileSync(join(import.meta.dirname, "../docs", name), "utf8");

describe("docs/commitments.md and docs/instruments.md", () => {
  it("are what the data says (npm run commitments)", async () => {
    expect(committed("commitments.md")).toBe(await commitmentDocs());
    expect(committed("instruments.md")).toBe(await instrumentDocs());
  });

  it("have every row and every instrument, and no paragraph number of the resolution", async () => {
    const page = committed("commitments.md");
    for (const { id } of [...commitments, ...notAdoptedRows, ...standards, ...criteria])
      expect(page).toContain(`\`${id}\``);
    const { instruments } = await loadBuiltInInstruments();
    for (const { id, version } of instruments)
      expect(committed("instruments.md")).toContain(`\`${id}@${version}\``);
    for (const text of [page, committed("instruments.md")])
      expect(text).not.toMatch(/\b(OP|PP|para(graph)?s?\.?|§)\s*\(?\d/i);
  });

  it("rest on words that the catalogues have", () => {
    const keys = [
      ...[...commitments, ...notAdoptedRows, ...standards].flatMap(({ id }) => [
        `commitment.${id}.label`,
        `commitment.${id}.text`,
      ]),
      ...criteria.map(({ id }) => `criterion.${id}.text`),
    ];
    expect(keys.filter((key) => !Object.hasOwn(english, key))).toEqual([]);
  });
});
