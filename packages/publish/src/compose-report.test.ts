import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTranslator, english } from "@tocsin/language";
import { composeReport } from "./compose-report.ts";
import { sentencesOf } from "./free-texts.ts";
import { printReport } from "./printed-report.ts";
import { hashOf, idOf, reportCase, withheldNames } from "./report-case.fake.ts";
import type { ReportFinding, ReportIncident, ReportInput } from "./report-input.ts";
import type { Report, Sentence } from "./report.ts";
import { endsOf, isEnd } from "./thread.ts";

function sentencesIn(report: Report): readonly Sentence[] {
  return report.sections.flatMap(({ blocks }) => blocks.flatMap(sentencesOf));
}

function expectNoDeadEnd(report: Report): void {
  for (const { id, thread } of sentencesIn(report)) {
    expect(thread.length, id).toBeGreaterThan(0);
    for (const end of endsOf(thread)) expect(isEnd(end), `${id}: ${end.kind}`).toBe(true);
  }
}

describe("composeReport", () => {
  const report = composeReport(reportCase);

  it("gives every sentence a thread without a dead end", () => {
    expectNoDeadEnd(report);
  });

  it("leads a sentence about an incident to its finding, its file, its evidence and the hash", () => {
    const block = report.sections[1]?.blocks.find(({ record }) => record === idOf(12));
    expect(block?.sentences[0]?.thread.map(({ depth, kind }) => `${depth} ${kind}`)).toEqual([
      "1 incident",
      "2 finding",
      "3 file",
      "4 evidence",
      "2 source",
      "2 gap",
    ]);
    const evidence = block?.sentences[0]?.thread.find(({ kind }) => kind === "evidence");
    expect(evidence).toMatchObject({
      sha256: hashOf(41),
      record: idOf(41),
      obtainedAt: "2025-05-14T15:30Z",
      obtainedBy: "Responder 2",
      consent: "K1",
    });
  });

  it("has the nine sections in order", () => {
    expect(report.sections.map(({ name }) => name)).toEqual([
      "about",
      "happened",
      "found",
      "evidence",
      "who",
      "held-against",
      "not-known",
      "consents",
      "check",
    ]);
  });

  it("orders incidents by date, with the undated last", () => {
    expect(report.sections[1]?.blocks.map(({ record }) => record)).toEqual(
      [11, 12, 13, 14, 15].map((number) => idOf(number)),
    );
  });

  it("numbers every sentence once", () => {
    const ids = sentencesIn(report).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("names in section 7 what the examination did not see, and what nobody confirmed", () => {
    const said = JSON.stringify(report.sections[6]);
    for (const key of [
      "reported-only",
      "no-date",
      "no-place",
      "unproven",
      "sources-kept",
      "no-hash",
      "no-origin",
      "no-consent",
      "unchecked",
      "harmless",
      "silence",
    ])
      expect(said).toContain(`report.unknown.${key}"`);
    for (const artifact of ["ios.datausage", "ios.netusage", "ios.webkit", "ios.sysdiagnose"])
      expect(said).toContain(artifact);
  });

  it("says that an allegation without support has none", () => {
    const bare = report.sections[1]?.blocks.find(({ record }) => record === idOf(15));
    expect(JSON.stringify(bare)).toContain("report.incident.bare");
    expect(JSON.stringify(bare?.sentences[0]?.thread)).toContain("case-file");
  });

  it("does not let one source pass for corroboration", () => {
    const input = changed({ status: "corroborated", sourceCount: 1 });
    expect(JSON.stringify(composeReport(input))).toContain("report.incident.weak-corroboration");
  });

  it("does not let a confirmation by nobody pass for one", () => {
    const { confirmedBy: _, ...incident } = { confirmedBy: "", ...incidentAt(3) };
    const input = { ...reportCase, incidents: [incident] };
    expect(JSON.stringify(composeReport(input))).toContain("report.incident.unnamed-confirmation");
  });

  it("gives the same report for the same input", () => {
    expect(composeReport(structuredClone(reportCase))).toEqual(report);
  });

  it("refuses an input that contradicts itself", () => {
    const twice = { ...reportCase, people: [...reportCase.people, ...reportCase.people] };
    expect(() => composeReport(twice)).toThrow(expect.objectContaining({ code: "publish.input" }));
    const malformed = changedEvidence({ sha256: "abc" });
    expect(() => composeReport(malformed)).toThrow(expect.objectContaining({ code: "publish.input" }));
  });

  it("accepts an examination that shares its record with a finding", () => {
    const [examination] = reportCase.examinations;
    if (!examination) throw new Error("fixture has no examination");
    const input = { ...reportCase, examinations: [{ ...examination, id: idOf(31) }] };
    expect(JSON.stringify(composeReport(input))).toContain('"label":"X1"');
  });

  it("never prints a paragraph number of a commitment", () => {
    const printed = printReport(report, createTranslator("en", { en: english }), hashOf(1));
    const held = JSON.stringify(printed.sections[5]);
    expect(held).not.toMatch(/\b(?:OP|PP|para(?:graph)?\.?|§)\s*\d/iu);
    expect(held).toContain("No paragraph number is known");
  });

  it("has every sentence of the catalogue that it uses, in English and Arabic", () => {
    const arabic: unknown = JSON.parse(
      readFileSync(new URL("../../language/src/messages/ar/report.json", import.meta.url), "utf8"),
    );
    const used = sentencesIn(report).flatMap(({ says }) =>
      says.kind !== "catalogue" ? [] : [says.fallback?.key ?? says.key],
    );
    expect(used.filter((key) => !Object.hasOwn(english, key))).toEqual([]);
    expect(used.filter((key) => !Object.hasOwn(Object(arabic), key))).toEqual([]);
  });
});

describe("composeReport, over generated cases", () => {
  it("never leaves a dead end, whatever is released and whatever is not", () => {
    fc.assert(
      fc.property(generatedInput(), (input) => {
        expectNoDeadEnd(composeReport(input));
      }),
      { numRuns: 120, seed: 58_023 },
    );
  });

  it("never lets a withheld name into the report, whatever field it stands in", () => {
    const paths = textPathsOf(reportCase);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.constantFrom(...nameSpellings), (path, spelling) => {
        const planted = withTextAt(reportCase, path, (text) => `${text} ${spelling}`);
        const out = foldForSearch(JSON.stringify(composeReport(planted)));
        expect(/ouedraogo|ودراوغو|سلمى/u.test(out)).toBe(false);
      }),
      { numRuns: 300, seed: 58_023 },
    );
  });
});

const nameSpellings = [
  ...withheldNames,
  "SALMA OUEDRAOGO-BENALI",
  "Ouedraogo",
  "salma_ouedraogo_benali.jpg",
  "Salma  Ouédraogo",
  "Sal\u200bma Ou\u202eedraogo",
  "salmaouedraogobenali@mail.example",
  "وسلمى",
  "سَلْمى ودراوغو",
];

function foldForSearch(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase();
}

function incidentAt(at: number): ReportIncident {
  const incident = reportCase.incidents[at];
  if (!incident) throw new Error("fixture has no such incident");
  return incident;
}

function changed(change: Partial<ReportIncident>): ReportInput {
  return { ...reportCase, incidents: [{ ...incidentAt(0), ...change }] };
}

function changedEvidence(change: Partial<ReportInput["evidence"][number]>): ReportInput {
  return { ...reportCase, evidence: reportCase.evidence.map((item) => ({ ...item, ...change })) };
}

/** Subsets of the case: links then point at records that are not released. */
function generatedInput(): fc.Arbitrary<ReportInput> {
  const links = { findings: fc.subarray([31, 32, 33, 34]), evidence: fc.subarray([41, 42, 43, 44]) };
  const incidents = fc.array(
    fc.record({ ...links, sources: fc.subarray([61, 62, 63]), more: fc.nat(3), at: fc.nat(4) }),
    { maxLength: 5 },
  );
  return fc
    .record({
      incidents,
      findings: fc.subarray([...reportCase.findings]),
      evidence: fc.subarray([...reportCase.evidence]),
      people: fc.subarray([...reportCase.people]),
      sources: fc.subarray([...reportCase.sources]),
      consents: fc.subarray([...reportCase.consents]),
      commitments: fc.subarray([...reportCase.commitments]),
      examinations: fc.subarray([...reportCase.examinations]),
      lose: fc.boolean(),
    })
    .map(({ incidents: drawn, lose, findings, ...rest }) => ({
      ...reportCase,
      ...rest,
      findings: findings.map((finding): ReportFinding => (lose ? { ...finding, evidence: null } : finding)),
      incidents: drawn.map(({ findings: found, evidence, sources, more, at }, index) => ({
        ...incidentAt(at),
        id: idOf(2000 + index),
        findings: found.map(idOf),
        evidence: evidence.map(idOf),
        sources: sources.map(idOf),
        sourceCount: sources.length + more,
      })),
    }));
}

type Path = readonly (string | number)[];

/** Paths of all texts that a person, a device or an outsider wrote. */
function textPathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value === "string") return isFreeText(path) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((item, at) => textPathsOf(item, [...path, at]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => textPathsOf(member, [...path, key]));
}

const freeNames = [
  "text",
  "file",
  "table",
  "value",
  "pattern",
  "campaign",
  "source",
  "title",
  "url",
  "input",
];

function isFreeText(path: Path): boolean {
  if (path[0] === "withheldNames") return false;
  const name = String(path.at(-1));
  if (path.includes("addressee")) return false;
  // A name that may be shown decides what is a withheld name, not the other way round.
  if (path[0] === "people") return false;
  return [...freeNames, "approvedBy", "organisation", "confirmedBy", "acquisition"].includes(name);
}

function withTextAt(input: ReportInput, path: Path, change: (text: string) => string): ReportInput {
  const copy = structuredClone(input);
  let parent: Record<string | number, unknown> = Object(copy);
  for (const key of path.slice(0, -1)) parent = Object(parent[key]);
  const last = path.at(-1) ?? "";
  parent[last] = change(String(parent[last]));
  return copy;
}
