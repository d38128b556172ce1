// Held against a table that was worked out by hand, beside: matrix.by-hand.md.
import type { RecordId } from "@tocsin/core";
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf, createSmallWorkspace, start, type SmallWorkspace } from "../small-workspace.fake.ts";
import type { CountedList } from "./counted-list.ts";
import type { Matrix, MatrixRecords } from "./matrix.ts";
import type { MatrixPage } from "./matrix-page.ts";
import type { MatrixTrail } from "./matrix-trail.ts";

let small: SmallWorkspace;
let spyware: RecordId;
let shutdown: RecordId;
const ids: Record<string, RecordId> = {};
const idOf = (name: string): RecordId => {
  const id = ids[name];
  if (id === undefined) throw new Error(`no ${name}`);
  return id;
};

async function tellIncidents(): Promise<void> {
  const incident = async (name: string, values: object): Promise<void> => {
    ids[name] = await small.create("incident", { title: name, ...values });
  };
  const [both, one] = [[spyware, shutdown], [spyware]];
  const tied = { defence: "because-of-work" };
  const source = async (title: string, date?: string): Promise<RecordId> =>
    small.create("source", { title, ...(date === undefined ? {} : { date }) });
  await incident("a", {
    commitments: both,
    where: { country: "AA" },
    status: "reported",
    when: "2025-03-20",
    // A threat and torture: torture ranks higher.
    acts: ["harassment.threat", "physical.torture"],
    sources: [await source("article", "2025-05-02"), await source("first report", "2025-04-01")],
    ...tied,
  });
  await incident("b", {
    commitments: one,
    where: { country: "AA" },
    status: "reported",
    when: "2025-04-04",
    acts: ["harassment.threat"],
    sources: [await source("undated")],
    ...tied,
  });
  await incident("c", {
    commitments: one,
    where: { country: "AA" },
    status: "corroborated",
    when: "2025-04",
    acts: ["harassment.threat"],
    ...tied,
  });
  // In a host State, by somebody who reaches across the border.
  await incident("d", {
    commitments: one,
    where: { country: "BB" },
    originState: "AA",
    status: "confirmed",
    confirmedBy: "A mandated body",
    when: "2024",
    acts: ["harassment.threat"],
    ...tied,
  });
  await incident("e", { commitments: one, where: { country: "BB" } });
  await incident("f", { commitments: one, status: "reported" });
  await incident("g", { where: { country: "CC" }, status: "reported" });
  // Confirmed, and nobody says by whom.
  await incident("h", { commitments: [shutdown], where: { country: "BB" }, status: "confirmed" });
  // The same as b, written down twice, and merged.
  await incident("b again", { commitments: one, where: { country: "AA" }, status: "reported" });
  await small.make("record.merge", { record: ids["b again"], into: ids["b"] });
}

async function tellPeople(): Promise<void> {
  const [nadir, vela] = [
    await small.create("person", { name: "Example Person" }),
    await small.create("person", { name: "Other Example" }),
  ];
  const takesPart = (values: object): Promise<RecordId> => small.create("involvement", { ...values });
  // The same person in two reported incidents, and another in one of them and in a corroborated one.
  for (const name of ["a", "b"]) await takesPart({ role: "defender", person: nadir, incident: idOf(name) });
  for (const name of ["b", "c"]) await takesPart({ role: "victim", person: vela, incident: idOf(name) });
  await takesPart({ role: "defender", groupSize: 12, incident: idOf("d") });
  for (const name of ["a", "b", "c", "d"]) await takesPart({ role: "official", incident: idOf(name) });
}

async function tellCompanies(): Promise<void> {
  const company = (name: string): Promise<RecordId> =>
    small.create("organisation", { name, organisationKind: "company" });
  [ids["maker"], ids["maker again"], ids["idle"]] = [
    await company("Example Maker"),
    await company("Example Maker Ltd"),
    await company("Idle Company"),
  ];
  await small.make("record.merge", { record: ids["maker again"], into: ids["maker"] });
  const counsel = await small.create("organisation", { name: "Counsel", organisationKind: "law-firm" });
  await small.create("involvement", { role: "vendor", organisation: ids["maker"], incident: idOf("a") });
  await small.create("involvement", {
    role: "operator",
    organisation: ids["maker again"],
    incident: idOf("a"),
  });
  await small.create("involvement", {
    role: "vendor",
    organisation: ids["maker again"],
    incident: idOf("d"),
  });
  await small.create("involvement", { role: "counsel", organisation: counsel, incident: idOf("a") });
}

async function tellTheRest(): Promise<void> {
  await small.create("measure", {
    title: "m",
    country: "AA",
    commitments: [shutdown],
    vendor: idOf("maker"),
  });
  await small.create("proceeding", { title: "p", country: "BB", commitments: [spyware] });
  ids["s"] = await small.create("assessment", {
    title: "s",
    instrument: "i",
    country: "AA",
    commitments: [spyware, shutdown],
    period: "2025",
  });
}

beforeAll(async () => {
  small = await createSmallWorkspace();
  spyware = await small.create("commitment", { title: "Spyware", reference: "C-SPY-1" });
  shutdown = await small.create("commitment", { title: "Shutdowns", reference: "C-SHUT-1" });
  await tellIncidents();
  await tellPeople();
  await tellCompanies();
  await tellTheRest();
});

const matrix = async (by?: string): Promise<Matrix> =>
  (await small.workspace.ask("matrix", by === undefined ? {} : { by })) as Matrix;
const cell = async (row: string, commitment: RecordId, by?: string) =>
  (await matrix(by)).cells.find((each) => each.row === row && each.commitment === commitment);
const behind = async (input: object): Promise<MatrixRecords> =>
  (await small.workspace.ask("matrix.records", { kind: "incident", ...input })) as MatrixRecords;
const page = async (input: object): Promise<MatrixPage> =>
  (await small.workspace.ask("matrix.page", input)) as MatrixPage;

describe("matrix", () => {
  it("counts as the hand does, status by status", async () => {
    const { rows, commitments, coverage, rules } = await matrix();
    expect(rows).toEqual(["?", "AA", "BB"]);
    expect(commitments).toMatchObject([
      { record: spyware, reference: "C-SPY-1", label: "Spyware" },
      { record: shutdown, reference: "C-SHUT-1", label: "Shutdowns" },
    ]);
    expect(coverage).toEqual({ filled: 5, of: 6 });
    expect(await cell("AA", spyware)).toMatchObject({
      incidents: { reported: 2, corroborated: 1, confirmed: 1 },
      measures: 0,
      proceedings: 0,
      assessments: 1,
    });
    expect(await cell("AA", shutdown)).toMatchObject({
      incidents: { reported: 1 },
      measures: 1,
      assessments: 1,
    });
    expect(await cell("BB", spyware)).toMatchObject({
      incidents: { "?": 1 },
      proceedings: 1,
      assessments: 0,
    });
    expect(await cell("?", spyware)).toMatchObject({ incidents: { reported: 1 } });
    expect(await cell("BB", shutdown)).toMatchObject({ incidents: { "confirmed-unnamed": 1 } });
    expect(await cell("?", shutdown)).toBeUndefined();
    expect(rules.every(({ source }) => source !== "")).toBe(true);
  });

  it("opens every number into as many records as it counts, of States and of companies", async () => {
    for (const by of ["state", "company"])
      for (const { row, commitment, incidents, ...others } of (await matrix(by)).cells) {
        for (const [apart, count] of Object.entries(incidents)) {
          const { rows, total } = await behind({ by, row, commitment, apart });
          expect([rows.length, total], `${row} ${apart}`).toEqual([count, count]);
        }
        for (const kind of ["measure", "proceeding", "assessment"] as const)
          expect((await behind({ kind, by, row, commitment })).total).toBe(others[`${kind}s`]);
      }
    const all = await behind({ row: "AA", commitment: spyware });
    expect(all.rows.map(({ label }) => label).toSorted()).toEqual(["a", "b", "c", "d"]);
    const row = await behind({ row: "AA" });
    expect(row.rows.map(({ label }) => label).toSorted()).toEqual(["a", "b", "c", "d"]);
    expect(await behind({ row: "CC", commitment: spyware })).toEqual({ rows: [], total: 0 });
    const measures = await behind({ kind: "measure", row: "AA", commitment: shutdown });
    expect(measures.rows.map(({ label }) => label)).toEqual(["m"]);
  });

  it("puts companies into rows by what they did, those that were merged as one, and leaves out who helped", async () => {
    const { rows, labels, coverage } = await matrix("company");
    expect(rows.map((id) => labels[id])).toEqual(["Example Maker", "Idle Company"]);
    expect(coverage).toEqual({ filled: 2, of: 4 });
    expect(await cell(idOf("maker"), spyware, "company")).toMatchObject({
      incidents: { reported: 1, confirmed: 1 },
    });
    expect(await cell(idOf("maker"), shutdown, "company")).toMatchObject({
      incidents: { reported: 1 },
      measures: 1,
    });
  });

  it("refuses kinds, rows and pages that are not in it", async () => {
    const input = { kind: "person", row: "AA", commitment: spyware };
    expect(await codeOf(() => small.workspace.ask("matrix.records", input))).toBe("records.bad-input");
    expect(await codeOf(() => matrix("city"))).toBe("records.bad-input");
    expect(await codeOf(() => page({}))).toBe("records.bad-input");
  });
});

describe("the page of a row, a column or a cell", () => {
  it("counts each incident once in a row, however many commitments it is held against", async () => {
    const { incidents, measures, proceedings, assessed, parts } = await page({ row: "AA" });
    expect([incidents, measures, proceedings, assessed]).toEqual([
      { reported: 2, corroborated: 1, confirmed: 1 },
      1,
      0,
      1,
    ]);
    expect(parts.map(({ reference, incidents: by }) => [reference, by])).toEqual([
      ["C-SHUT-1", { reported: 1 }],
      ["C-SPY-1", { reported: 2, corroborated: 1, confirmed: 1 }],
    ]);
    const column = await page({ commitment: spyware });
    expect(column.parts.map(({ of }) => of)).toEqual(["?", "AA", "BB"]);
    expect(column.incidents).toEqual({ reported: 3, corroborated: 1, confirmed: 1, "?": 1 });
  });

  it("counts whom they struck once in a category and a status, at the highest rank, as the hand does", async () => {
    const { victims } = await page({ row: "AA", commitment: spyware });
    const told = victims.map(({ status, category, unit, count }) => `${status} ${category} ${unit} ${count}`);
    expect(told).toEqual([
      "confirmed F groups 1",
      "corroborated F people 1",
      "reported C people 1",
      "reported F people 2",
    ]);
    const listed = (await small.workspace.ask("matrix.victims", {
      row: "AA",
      commitment: spyware,
      status: "reported",
      category: "F",
      unit: "people",
    })) as CountedList;
    expect(listed.rows.map(({ label, incidentLabel }) => `${label} in ${incidentLabel}`).toSorted()).toEqual([
      "Example Person in b",
      "Other Example in b",
    ]);
  });

  it("tells quarters before and after the day, by when it was, when it was known and when it was written", async () => {
    const { quarters, day } = await page({ row: "AA", commitment: spyware });
    expect(day).toBe("2025-04-04");
    const told = (clock: "happened" | "known" | "written"): readonly string[] =>
      quarters[clock].map(
        ({ key, side, incidents }) =>
          `${key} ${side} ${Object.entries(incidents)
            .map(([status, count]) => `${status} ${count}`)
            .toSorted()
            .join(", ")}`,
      );
    expect(told("happened")).toEqual([
      "2025-Q1 before reported 1",
      "2025-Q2> from reported 1",
      "2024? before confirmed 1",
      "2025-Q2? mixed corroborated 1",
    ]);
    expect(told("known")).toEqual([
      "2025-Q2< before reported 1",
      "? mixed confirmed 1, corroborated 1, reported 1",
    ]);
    expect(new Date(start).toISOString()).toMatch(/^2026-11/);
    expect(told("written")).toEqual(["2026-Q4 from confirmed 1, corroborated 1, reported 2"]);
  });

  it("lists what was assessed, without a level where there is none to see", async () => {
    const { assessments } = await page({ row: "AA", commitment: spyware });
    expect(assessments).toMatchObject([
      { record: idOf("s"), label: "s", instrument: "i", period: "2025", finished: null, levels: null },
    ]);
  });

  it("leads from each incident to its findings and the hash of its evidence, and says what people decided", async () => {
    const evidence = await small.create("evidence", { title: "file" });
    const finding = await small.create("finding", { title: "trace", evidence });
    await small.make("record.change", {
      record: idOf("a"),
      patch: { findings: { add: [finding] } },
    });
    await small.make("engagement.decide", {
      record: idOf("a"),
      commitment: spyware,
      decision: "added",
      reason: { text: "the trace says so", lang: "en" },
    });
    const trail = (await small.workspace.ask("matrix.trail", {
      row: "AA",
      commitment: spyware,
      apart: "reported",
    })) as MatrixTrail;
    expect(trail.total).toBe(2);
    expect(trail.incidents.find(({ record }) => record === idOf("a"))).toMatchObject({
      status: "reported",
      findings: [{ record: finding, label: "trace" }],
      evidence: [{ record: evidence, label: "file" }],
      decision: { decision: "added", reason: "the trace says so" },
    });
    expect(trail.incidents.find(({ record }) => record === idOf("b"))?.decision).toBeNull();
  });
});

describe("matrix, when something is written", () => {
  it("moves with it", async () => {
    const patch = { status: { set: "corroborated" } };
    await small.make("record.change", { record: ids["a"], patch });
    expect(await cell("AA", shutdown)).toMatchObject({ incidents: { corroborated: 1 } });
    await small.make("record.change", { record: ids["a"], patch: { commitments: { remove: [shutdown] } } });
    expect((await cell("AA", shutdown))?.incidents).toEqual({});
    await small.make("record.change", {
      record: ids["h"],
      patch: { confirmedBy: { set: { text: "A mandated body", lang: "en" } } },
    });
    expect((await cell("BB", shutdown))?.incidents).toEqual({ confirmed: 1 });
  });
});
