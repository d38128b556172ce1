import type { Coverage, ExaminerFinding, Json, RecordId, Verdict } from "@tocsin/core";
import { valuesOf, type RecordState } from "@tocsin/records";
import { describe, expect, it } from "vitest";
import { coverageToJson, verdictToJson } from "../findings.ts";
import { codeOf, createSmallWorkspace, start, type SmallWorkspace } from "../small-workspace.fake.ts";

export const foundLink: ExaminerFinding = {
  type: "indicator.domain",
  meaning: "link.received",
  level: "critical",
  artifact: "ios.sms",
  place: { file: "3d/3d0d", table: "message", row: 7 },
  time: "2026-01-05T10:00:00Z",
  value: "example-bad.test",
  indicators: [{ campaign: "Example", source: "example.stix2", pattern: "[domain-name:value='x']" }],
  examiner: { name: "phone.ios-backup", version: "1" },
};
const looked: Coverage = {
  acquisition: "backup",
  artifact: "ios.sms",
  status: "read",
  rows: 12,
  file: "3d/3d0d",
  sha256: "12".repeat(32),
};
const blocked: Verdict = {
  file: "garden.jsonl",
  line: 3,
  test: "web_connectivity",
  input: "https://example.test/",
  country: "XX",
  network: "AS64500",
  time: "2026-01-08T10:00:00Z",
  state: "blocked",
  mechanisms: ["dns"],
  rules: [{ id: "dns.bogon", layer: "dns" }],
  examiner: { name: "network.ooni", version: "1" },
};

const json = (finding: ExaminerFinding): Json => structuredClone(finding) as unknown as Json;
const valuesIn = async (
  { workspace }: SmallWorkspace,
  id: RecordId,
): Promise<Readonly<Record<string, Json>>> => valuesOf((await workspace.view.read(id)) as RecordState);
const keep = (small: SmallWorkspace, findings: readonly ExaminerFinding[]): Promise<RecordId> =>
  small.make("examination.keep", { findings: findings.map(json), coverage: [coverageToJson(looked)] });

describe("examination.keep", () => {
  it("makes a record of each finding and verdict, with hash, place, rules and coverage", async () => {
    const small = await createSmallWorkspace();
    const evidence = await small.create("evidence", { title: "Backup" });
    const { records } = await small.workspace.run("examination.keep", {
      evidence,
      findings: [json(foundLink)],
      verdicts: [verdictToJson(blocked)],
      coverage: [coverageToJson(looked)],
    });
    const [finding, verdict] = await Promise.all(records.map((id) => valuesIn(small, id)));
    expect(finding).toMatchObject({
      level: "critical",
      place: foundLink.place,
      fileSha256: looked.sha256,
      evidence,
      coverage: [looked],
      examiner: "phone.ios-backup",
    });
    expect(verdict).toMatchObject({
      level: "high",
      findingType: "verdict.blocked",
      verdict: { rules: blocked.rules },
    });
  });

  it("keeps a finding whatever hostile text stands in it", async () => {
    const small = await createSmallWorkspace();
    for (const value of ["", "  ", "a\0b", "x".repeat(9000), `x${"😀".repeat(2000)}`]) {
      const id = await keep(small, [{ ...foundLink, value }]);
      expect((await valuesIn(small, id))["findingType"]).toBe("indicator.domain");
    }
  });

  it("keeps hundreds of findings in one act, with as much coverage as has room", async () => {
    const small = await createSmallWorkspace();
    const coverage = Array.from({ length: 400 }, (_, row) =>
      coverageToJson({ ...looked, file: `${row}/${"x".repeat(900)}` }),
    );
    const findings = Array.from({ length: 300 }, (_, row) =>
      json({ ...foundLink, place: { ...foundLink.place, row } }),
    );
    const { records } = await small.workspace.run("examination.keep", { findings, coverage });
    expect(records).toHaveLength(300);
    expect(await small.workspace.view.count("finding")).toBe(300);
  });

  it("writes nothing for nothing", async () => {
    const small = await createSmallWorkspace();
    expect(await small.workspace.run("examination.keep", {})).toMatchObject({ operations: 0 });
  });
});

describe("finding.take", () => {
  it("begins a case that holds finding, incident and evidence, held against commitments", async () => {
    const small = await createSmallWorkspace();
    await small.workspace.run("commitment.load", {});
    const evidence = await small.create("evidence", { title: "Backup" });
    const finding = await small.make("examination.keep", { evidence, findings: [json(foundLink)] });
    const { records } = await small.workspace.run("finding.take", {
      finding,
      title: { text: "The editor", lang: "en" },
    });
    const [caseId, , incident] = records as readonly [RecordId, RecordId, RecordId];
    expect(await valuesIn(small, caseId)).toEqual({
      title: { text: "The editor", lang: "en" },
      status: "open",
      opened: "2026-11-23",
    });
    expect((await valuesIn(small, finding))["case"]).toBe(caseId);
    expect((await valuesIn(small, evidence))["case"]).toBe(caseId);
    const values = await valuesIn(small, incident);
    expect(values).toMatchObject({
      case: caseId,
      findings: [finding],
      status: "reported",
      when: foundLink.time,
    });
    expect((values["acts"] as Json[]).length).toBeGreaterThan(0);
    expect((values["commitments"] as Json[]).length).toBeGreaterThan(0);
  });

  it("goes into a case that is there, under the title that the incident is given", async () => {
    const small = await createSmallWorkspace();
    const into = await small.create("case", { title: "A case" });
    const finding = await keep(small, [foundLink]);
    const { records } = await small.workspace.run("finding.take", {
      finding,
      into,
      title: { text: "A link came", lang: "en" },
    });
    expect(await small.workspace.view.count("case")).toBe(1);
    const incident = await valuesIn(small, records[1] as RecordId);
    expect(incident).toMatchObject({ case: into, title: { text: "A link came", lang: "en" } });
  });

  it("leaves nothing when the case is not there, or is no case", async () => {
    const small = await createSmallWorkspace();
    const finding = await keep(small, [foundLink]);
    const before = small.vault.counts();
    for (const into of [finding, "00000000000000000000000000"])
      expect(await codeOf(() => small.workspace.run("finding.take", { finding, into }))).toBe(
        "records.not-found",
      );
    expect(small.vault.counts()).toEqual(before);
  });
});

describe("incident.tell", () => {
  const english = (words: string): Json => ({ text: words, lang: "en" });
  const told = { title: english("Phone taken"), acts: ["seizure.device"], when: "2026-01-03~" };

  it("writes case, incident, person and their part in one act", async () => {
    const small = await createSmallWorkspace();
    const before = small.vault.counts().commits;
    const { records } = await small.workspace.run("incident.tell", {
      ...told,
      name: english("Robin Example"),
    });
    expect(small.vault.counts().commits).toBe(before + 1);
    const [caseId, incident, person, part] = records as readonly [RecordId, RecordId, RecordId, RecordId];
    expect(await valuesIn(small, caseId)).toMatchObject({ title: told.title, status: "open" });
    expect(await valuesIn(small, incident)).toMatchObject({ ...told, case: caseId, status: "reported" });
    expect(await valuesIn(small, person)).toEqual({ name: english("Robin Example") });
    expect(await valuesIn(small, part)).toEqual({ role: "defender", person, incident, case: caseId });
  });

  it("goes into a case that is there, holds the acts against commitments, and needs no name", async () => {
    const small = await createSmallWorkspace();
    await small.workspace.run("commitment.load", {});
    const into = await small.create("case", { title: "A case" });
    const { records } = await small.workspace.run("incident.tell", {
      ...told,
      acts: ["spyware.attempt"],
      case: into,
    });
    expect(records).toHaveLength(1);
    const values = await valuesIn(small, records[0] as RecordId);
    expect(values["case"]).toBe(into);
    expect((values["commitments"] as Json[]).length).toBeGreaterThan(0);
  });

  it("takes a person who is there already, in the role and with the link to their work that were said", async () => {
    const small = await createSmallWorkspace();
    const person = await small.create("person", { name: "Robin Example" });
    const said = { ...told, person, role: "victim", defence: "relative-of-defender" };
    const { records } = await small.workspace.run("incident.tell", said);
    const [, incident, part, ...others] = records as readonly [RecordId, RecordId, RecordId];
    expect(others).toEqual([]);
    expect(await valuesIn(small, incident)).toMatchObject({ defence: "relative-of-defender" });
    expect(await valuesIn(small, part)).toMatchObject({ role: "victim", person, incident });
    const both = { ...said, name: english("Robin Example") };
    expect(await codeOf(() => small.workspace.run("incident.tell", both))).toBe("records.bad-input");
  });

  it("rests on evidence and findings, which come into its case unless they are in another", async () => {
    const small = await createSmallWorkspace();
    const [loose, foundIn] = [
      await small.create("evidence", { title: "Photograph" }),
      await small.create("evidence", { title: "Backup" }),
    ];
    const finding = await small.create("finding", { title: "A link", evidence: foundIn });
    const other = await small.create("case", { title: "Another" });
    const elsewhere = await small.create("evidence", { title: "Letter", case: other });
    const { records } = await small.workspace.run("incident.tell", {
      ...told,
      evidence: [loose, elsewhere],
      findings: [finding],
    });
    const [caseId, incident] = records as readonly [RecordId, RecordId];
    const values = await valuesIn(small, incident);
    expect(new Set(values["evidence"] as Json[])).toEqual(new Set([loose, elsewhere]));
    expect(values["findings"]).toEqual([finding]);
    for (const each of [loose, foundIn, finding])
      expect(await valuesIn(small, each)).toMatchObject({ case: caseId });
    expect(await valuesIn(small, elsewhere)).toMatchObject({ case: other });
    const gone = { ...told, evidence: [caseId] };
    expect(await codeOf(() => small.workspace.run("incident.tell", gone))).not.toBeNull();
  });

  it("writes nothing at all when one part of it cannot be written", async () => {
    const small = await createSmallWorkspace();
    const before = small.vault.counts();
    const wrong = { ...told, acts: ["no.such.act"], name: english("Robin Example") };
    expect(await codeOf(() => small.workspace.run("incident.tell", wrong))).toBe("records.unknown-code");
    expect(small.vault.counts()).toEqual(before);
  });
});

describe("the other acts", () => {
  it("load the commitments once, however often they are loaded", async () => {
    const small = await createSmallWorkspace();
    const first = await small.workspace.run("commitment.load", {});
    expect(first.records.length).toBeGreaterThan(20);
    expect(await small.workspace.run("commitment.load", {})).toMatchObject({ operations: 0 });
    const [id] = first.records;
    if (id === undefined) throw new Error("nothing loaded");
    await small.make("record.change", { record: id, patch: { checked: { set: true } } });
    expect(await small.workspace.run("commitment.load", {})).toMatchObject({ operations: 0 });
  });

  it("hold an incident against what its acts engage, keep links that people made, and add nothing twice", async () => {
    const small = await createSmallWorkspace();
    await small.workspace.run("commitment.load", {});
    const own = await small.create("commitment", { title: "Our own" });
    const incident = await small.create("incident", {
      title: "i",
      acts: ["legal.slapp"],
      commitments: [own],
    });
    await small.make("incident.engage", { incident });
    const held = (await valuesIn(small, incident))["commitments"] as readonly Json[];
    expect(held.length).toBeGreaterThan(1);
    expect(held).toContain(own);
    expect(await small.workspace.run("incident.engage", { incident })).toMatchObject({ operations: 0 });
  });

  it("withdraw a consent from today on, or from the day that is given", async () => {
    const small = await createSmallWorkspace();
    const consent = await small.create("consent", { scope: "The case" });
    await small.make("consent.withdraw", { consent });
    expect((await valuesIn(small, consent))["withdrawn"]).toBe("2026-11-23");
    await small.make("consent.withdraw", { consent, on: "2026-10-01" });
    expect((await valuesIn(small, consent))["withdrawn"]).toBe("2026-10-01");
  });

  it("finish a task at the moment of the act", async () => {
    const small = await createSmallWorkspace();
    const task = await small.create("task", { title: "Write" });
    await small.make("task.done", { task });
    expect((await valuesIn(small, task))["done"]).toBe(new Date(start).toISOString());
  });
});
