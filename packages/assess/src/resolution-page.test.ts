import { describe, expect, it } from "vitest";
import { commitments, notAdoptedRows } from "./commitments.ts";
import { facts } from "./facts.ts";
import { resolutionPage, type ResolutionSectionName } from "./resolution-page.ts";
import { resolutionSources } from "./sources.ts";
import { assessVocabularies } from "./vocabularies.ts";

const rows = [...commitments, ...notAdoptedRows];
const page = resolutionPage();
const idsIn = (name: ResolutionSectionName): readonly string[] =>
  page.sections.find((section) => section.name === name)?.rows.map(({ id }) => id) ?? [];

describe("the rows", () => {
  it("are the sixteen that the sources report in the text, and those that are nobody's commitments", () => {
    expect(commitments.map(({ id }) => id).sort()).toEqual(
      [
        "C-BIO-1 C-BIO-2 C-SHUT-1 C-SHUT-2 C-CON-1 C-CON-2 C-CON-3 C-SPY-1 C-SPY-2 C-SLAPP-1",
        "C-TNR-1 C-D25-1 C-CO-1 C-OHCHR-1 C-OHCHR-2 C-GEN-1",
      ]
        .join(" ")
        .split(" ")
        .sort(),
    );
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it("each have a source with an address", () => {
    for (const { id, sources } of [...rows, ...facts]) {
      expect(sources.length, id).toBeGreaterThan(0);
      for (const key of sources) expect(resolutionSources[key].url, id).toMatch(/^https:\/\//);
    }
  });

  it("call nothing checked: the official text has not been seen", () => {
    expect([...rows, ...facts].filter(({ checked }) => checked)).toEqual([]);
    expect(resolutionSources["official-text"].read).toBe("none");
  });

  it("rest on nothing that was not read", () => {
    for (const { id, sources } of rows) expect(sources, id).not.toContain("official-text");
    for (const { id, sources } of facts.filter(({ standing }) => standing === "reported"))
      expect(sources, id).not.toContain("official-text");
  });

  it("keep apart what is in the text and what is not", () => {
    const inText = ["adopted", "adopted-general", "indirect"];
    for (const { group, standing, id } of rows)
      expect(inText.includes(standing), id).toBe(group === "in-text");
    expect(commitments.find(({ id }) => id === "C-TNR-1")?.standing).toBe("indirect");
    expect(commitments.find(({ id }) => id === "C-SLAPP-1")?.standing).toBe("adopted-general");
  });

  it("use codes that the vocabularies have", () => {
    const codes = new Map(assessVocabularies.map(({ name, terms }) => [name, terms.map(({ code }) => code)]));
    for (const { theme, addressee, standing } of rows) {
      expect(codes.get("themes")).toContain(theme);
      expect(codes.get("addressees")).toContain(addressee);
      expect(codes.get("standings")).toContain(standing);
    }
  });

  it("give both wordings of the spyware clause with their sources, and say which is followed", () => {
    const wordings = commitments.find(({ id }) => id === "C-SPY-1")?.wordings ?? [];
    expect(wordings.map(({ name, followed }) => [name, followed])).toEqual([
      ["technology", true],
      ["actor", false],
    ]);
    for (const { sources } of wordings) expect(sources.length).toBeGreaterThan(0);
  });
});

describe("resolutionPage", () => {
  it("shows every row once", () => {
    const shown = page.sections.filter(({ name }) => name !== "unknown").flatMap((section) => section.rows);
    expect(shown.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
  });

  it("names what was won for the first time", () => {
    expect(idsIn("won-first")).toEqual(["C-BIO-1", "C-SHUT-2", "C-D25-1"]);
  });

  it("tells weakened, lost and asked for apart", () => {
    expect(idsIn("weakened")).toEqual(["N-SLAPP-1"]);
    expect(idsIn("lost")).toEqual(["N-TNR-1", "N-CHILD-1", "N-CHILD-2", "N-CHILD-3"]);
    expect(idsIn("asked-for")).toHaveLength(16);
  });

  it("shows as unknown what nobody found", () => {
    expect(idsIn("unknown")).toEqual([
      "official-text",
      "co-sponsors-exact",
      "amendments-numbers",
      "report-due",
      "workshop-places",
    ]);
    expect(page.facts.some(({ standing }) => standing === "unknown")).toBe(false);
  });
});
