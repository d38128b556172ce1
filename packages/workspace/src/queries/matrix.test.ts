// Held against a table that was worked out by hand, beside: matrix.by-hand.md.
import type { RecordId } from "@tocsin/core";
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf, createSmallWorkspace, type SmallWorkspace } from "../small-workspace.fake.ts";
import type { Matrix, MatrixRecords } from "./matrix.ts";

let small: SmallWorkspace;
let spyware: RecordId;
let shutdown: RecordId;
const ids: Record<string, RecordId> = {};
beforeAll(async () => {
  small = await createSmallWorkspace();
  spyware = await small.create("commitment", { title: "Spyware", reference: "C-SPY-1" });
  shutdown = await small.create("commitment", { title: "Shutdowns", reference: "C-SHUT-1" });
  const incident = async (name: string, values: object): Promise<void> => {
    ids[name] = await small.create("incident", { title: name, ...values });
  };
  const [both, one] = [[spyware, shutdown], [spyware]];
  await incident("a", { commitments: both, where: { country: "AA" }, status: "reported" });
  await incident("b", { commitments: one, where: { country: "AA" }, status: "reported" });
  await incident("c", { commitments: one, where: { country: "AA" }, status: "corroborated" });
  // In a host State, by somebody who reaches across the border.
  await incident("d", { commitments: one, where: { country: "BB" }, originState: "AA", status: "confirmed" });
  await incident("e", { commitments: one, where: { country: "BB" } });
  await incident("f", { commitments: one, status: "reported" });
  await incident("g", { where: { country: "CC" }, status: "reported" });
  // The same as b, written down twice, and merged.
  await incident("b again", { commitments: one, where: { country: "AA" }, status: "reported" });
  await small.make("record.merge", { record: ids["b again"], into: ids["b"] });
  await small.create("measure", { title: "m", country: "AA", commitments: [shutdown] });
  await small.create("proceeding", { title: "p", country: "BB", commitments: [spyware] });
  await small.create("assessment", {
    title: "s",
    instrument: "i",
    country: "AA",
    commitments: both,
    period: "2025",
  });
});

const matrix = async (): Promise<Matrix> => (await small.workspace.ask("matrix", {})) as Matrix;
const cell = async (state: string, commitment: RecordId) =>
  (await matrix()).cells.find((each) => each.state === state && each.commitment === commitment);
const behind = async (input: object): Promise<MatrixRecords> =>
  (await small.workspace.ask("matrix.records", { kind: "incident", ...input })) as MatrixRecords;

describe("matrix", () => {
  it("counts as the hand does, status by status", async () => {
    const { states, commitments, coverage } = await matrix();
    expect(states).toEqual(["?", "AA", "BB"]);
    expect(commitments).toEqual([spyware, shutdown]);
    expect(coverage).toEqual({ filled: 4, of: 6 });
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
    expect(await cell("BB", shutdown)).toBeUndefined();
  });

  it("opens every number into as many records as it counts", async () => {
    for (const { state, commitment, incidents } of (await matrix()).cells)
      for (const [apart, count] of Object.entries(incidents)) {
        const { rows, total } = await behind({ state, commitment, apart });
        expect([rows.length, total], `${state} ${apart}`).toEqual([count, count]);
      }
    const all = await behind({ state: "AA", commitment: spyware });
    expect(all.rows.map(({ label }) => label).toSorted()).toEqual(["a", "b", "c", "d"]);
    expect(await behind({ state: "CC", commitment: spyware })).toEqual({ rows: [], total: 0 });
    const measures = await behind({ kind: "measure", state: "AA", commitment: shutdown });
    expect(measures.rows.map(({ label }) => label)).toEqual(["m"]);
  });

  it("moves with what is written", async () => {
    const patch = { status: { set: "corroborated" } };
    await small.make("record.change", { record: ids["a"], patch });
    expect(await cell("AA", shutdown)).toMatchObject({ incidents: { corroborated: 1 } });
    await small.make("record.change", { record: ids["a"], patch: { commitments: { remove: [shutdown] } } });
    expect((await cell("AA", shutdown))?.incidents).toEqual({});
  });

  it("refuses kinds that are not in it", async () => {
    const input = { kind: "person", state: "AA", commitment: spyware };
    expect(await codeOf(() => small.workspace.ask("matrix.records", input))).toBe("records.bad-input");
  });
});
