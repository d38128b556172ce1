import type { RecordId } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { exportRecords, planExport } from "../export-records.ts";
import { createSmallWorkspace, sha256Of, type SmallWorkspace } from "../small-workspace.fake.ts";
import { planCounts } from "./plan-counts.ts";
import { publishCounts } from "./publish-counts.ts";

const approvedBy = { text: "A. Coordinator", lang: "en" };
const question = { measure: "incidents", scope: "all", by: ["country"] } as const;
const counts = { question, audience: "public" } as const;
const table = { kind: "incident", audience: "court" } as const;
const written = { format: "csv", approvedBy, sha256: sha256Of } as const;

async function incidents(small: SmallWorkspace, times: number, country: string): Promise<RecordId[]> {
  const made: RecordId[] = [];
  for (let n = 0; n < times; n += 1)
    made.push(
      await small.create("incident", {
        title: "An invented incident",
        acts: ["harassment.threat"],
        when: "2025-03-04",
        where: { country },
        status: "reported",
      }),
    );
  return made;
}

describe("a table of counts and records that leave one by one", () => {
  it("tell how few were kept back, where the table left first", async () => {
    const small = await createSmallWorkspace();
    const { workspace } = small;
    const all = await incidents(small, 9, "XA");
    const { release } = await publishCounts(workspace, { ...counts, ...written });
    const earlierOf = async (records: readonly RecordId[]) =>
      (await planExport(workspace, { ...table, records })).earlier;
    expect(await earlierOf(all.slice(0, 7))).toMatchObject([
      { kind: "remainder", release, label: expect.stringContaining("incidents all reported"), count: 2 },
    ]);
    // All that was counted, or so little of it that many are left over.
    expect(await earlierOf(all)).toEqual([]);
    expect(await earlierOf(all.slice(0, 2))).toEqual([]);
    expect(
      (await planExport(workspace, { ...table, audience: "internal", records: all.slice(0, 7) })).earlier,
    ).toEqual([]);
  });

  it("tell it in one State where the whole would not", async () => {
    const small = await createSmallWorkspace();
    const { workspace } = small;
    const inOne = await incidents(small, 8, "XA");
    await incidents(small, 20, "XB");
    await publishCounts(workspace, { ...counts, ...written });
    const { earlier } = await planExport(workspace, { ...table, records: inOne.slice(0, 7) });
    expect(earlier).toMatchObject([
      { kind: "remainder", label: expect.stringContaining("country=XA"), count: 1 },
    ]);
  });

  it("tell it where the records left first, and not from what stayed inside", async () => {
    const small = await createSmallWorkspace();
    const { workspace } = small;
    const all = await incidents(small, 9, "XA");
    const some = { kind: "incident", records: all.slice(0, 8), ...written } as const;
    await exportRecords(workspace, { ...some, audience: "internal" });
    expect((await planCounts(workspace, counts)).notices).toEqual([]);
    const { release } = await exportRecords(workspace, { ...some, audience: "court" });
    expect((await planCounts(workspace, counts)).notices).toMatchObject([
      { kind: "remainder", release, count: 1 },
    ]);
  });
});
