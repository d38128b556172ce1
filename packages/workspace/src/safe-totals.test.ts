import type { RecordId } from "@tocsin/core";
import { openWorkbook } from "@tocsin/formats";
import { valuesOf } from "@tocsin/records";
import { describe, expect, it } from "vitest";
import { exportRecords, type ExportedRecords, type ExportRecordsOptions } from "./export-records.ts";
import { createSmallWorkspace, sha256Of, type SmallWorkspace } from "./small-workspace.fake.ts";

async function add(small: SmallWorkspace, count: number, child: boolean): Promise<readonly RecordId[]> {
  const made: RecordId[] = [];
  for (let n = 0; n < count; n += 1)
    made.push(await small.create("person", { name: `Hush ${child ? "Young" : "Older"}${n}`, child }));
  return made;
}

function leave(
  { workspace }: SmallWorkspace,
  more: Partial<ExportRecordsOptions> = {},
): Promise<ExportedRecords> {
  return exportRecords(workspace, {
    kind: "person",
    audience: "public",
    format: "csv",
    approvedBy: { text: "B. Name", lang: "en" },
    sha256: sha256Of,
    ...more,
  });
}

describe("the totals of a table of people", () => {
  it("count children like everybody, once each, and say how many where that tells nobody who is one", async () => {
    const small = await createSmallWorkspace();
    const [first, second] = await add(small, 6, true);
    await add(small, 7, false);
    await small.workspace.run("record.merge", { record: first, into: second });
    const { totals, release, rows } = await leave(small);
    expect([rows, totals]).toEqual([13, { people: 12, children: 5 }]);
    const state = await small.workspace.view.read(release);
    expect(state && valuesOf(state)["totals"]).toEqual({ people: 12, children: 5 });
  });

  it("hide how many where few are children, where few are not, and never inside", async () => {
    const small = await createSmallWorkspace();
    await add(small, 2, true);
    await add(small, 6, false);
    expect((await leave(small)).totals).toEqual({ people: 8, children: null });
    expect((await leave(small, { audience: "internal" })).totals).toEqual({ people: 8, children: 2 });
    await add(small, 10, true);
    expect((await leave(small)).totals).toEqual({ people: 18, children: 12 });
    const other = await createSmallWorkspace();
    await add(other, 8, true);
    await add(other, 2, false);
    expect((await leave(other)).totals).toEqual({ people: 10, children: null });
  });

  it("hide how many where an earlier release would show that one more is a child", async () => {
    const small = await createSmallWorkspace();
    await add(small, 6, true);
    await add(small, 6, false);
    expect((await leave(small, { audience: "court" })).totals?.children).toBe(6);
    await add(small, 1, true);
    expect((await leave(small)).totals).toEqual({ people: 13, children: null });
    await add(small, 5, true);
    await add(small, 5, false);
    expect((await leave(small)).totals).toEqual({ people: 23, children: 12 });
  });

  it("stand on a sheet of their own in a workbook, and with no other kind of record", async () => {
    const small = await createSmallWorkspace();
    await add(small, 2, true);
    await add(small, 6, false);
    const { bytes } = await leave(small, { format: "xlsx" });
    const [, totals] = openWorkbook(bytes).sheets;
    expect([...(totals?.rows() ?? [])].map(({ cells }) => cells)).toEqual([
      ["total", "count"],
      ["people", "8"],
      ["children", "hidden"],
    ]);
    const whole = await leave(small, { format: "xlsx", isWhole: true });
    expect(openWorkbook(whole.bytes).sheets).toHaveLength(1);
    expect((await leave(small, { kind: "incident" })).totals).toBeNull();
  });
});
