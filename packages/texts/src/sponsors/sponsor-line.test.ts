import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readSponsorLine } from "./sponsor-line.ts";

const real = resolve("../shared/data/texts/sponsors-hrc38-l10-rev1.txt");

describe("readSponsorLine", () => {
  it("takes an asterisk for the name before it, on either side of the comma", () => {
    const { sponsors } = readSponsorLine("Albania,* Austria, * Belgium, Benin*, Chile: draft resolution");
    expect(sponsors).toEqual([
      { name: "Albania", isMember: false },
      { name: "Austria", isMember: false },
      { name: "Belgium", isMember: true },
      { name: "Benin", isMember: false },
      { name: "Chile", isMember: true },
    ]);
  });

  it("parts a last 'and', but not the name of a State", () => {
    const names = readSponsorLine(
      "Bosnia and Herzegovina,* Saint Vincent and the Grenadines,* United Kingdom of Great Britain and Northern Ireland, Uruguay* and Spain",
    ).sponsors.map(({ name }) => name);
    expect(names).toEqual([
      "Bosnia and Herzegovina",
      "Saint Vincent and the Grenadines",
      "United Kingdom of Great Britain and Northern Ireland",
      "Uruguay",
      "Spain",
    ]);
  });

  it("says which names stand twice", () => {
    const { sponsors, repeated } = readSponsorLine("Chile, Norway,* Chile");
    expect([sponsors.length, repeated]).toEqual([2, ["Chile"]]);
  });

  it.skipIf(!existsSync(real))("counts a real line: 49 sponsors, 34 of them no members", () => {
    const { sponsors, repeated } = readSponsorLine(readFileSync(real, "utf8"));
    expect(sponsors).toHaveLength(49);
    expect(sponsors.filter(({ isMember }) => !isMember)).toHaveLength(34);
    expect(repeated).toEqual([]);
  });
});
