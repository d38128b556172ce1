import type { RecordId } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { createSmallWorkspace } from "../small-workspace.fake.ts";
import type { MapPage, MapRecords } from "./map.ts";
import type { RegisterPage } from "./register-page.ts";

async function withMeasures() {
  const small = await createSmallWorkspace();
  const ids: RecordId[] = [];
  for (const [measureKind, country, when, place] of [
    ["deployment.biometric", "XA", "2025-03-04", { country: "XA", region: "North" }],
    ["deployment.biometric", "XB", undefined, undefined],
    ["deployment.biometric", "XB", "2024", undefined],
    ["restriction.shutdown", "XA", "2025", undefined],
  ] as const)
    ids.push(
      await small.create("measure", {
        title: { text: `${measureKind} ${country}`, lang: "en" },
        measureKind,
        country,
        ...(when === undefined ? {} : { when }),
        ...(place === undefined ? {} : { where: place }),
      }),
    );
  return { ...small, ids };
}

describe("a register", () => {
  it("has the measures of one kind in the order of their days, those without one last", async () => {
    const { workspace, ids } = await withMeasures();
    const page = (await workspace.ask("register.page", { register: "deployment.biometric" })) as RegisterPage;
    expect(page.marks.map(({ record, date }) => [record, date])).toEqual([
      [ids[2], "2024"],
      [ids[0], "2025-03-04"],
      [ids[1], null],
    ]);
    expect(page.total).toBe(3);
  });

  it("lies on the map by its kind, in its country where no place is written", async () => {
    const { workspace, ids } = await withMeasures();
    const question = { kind: "measure", status: "deployment.biometric" };
    const page = (await workspace.ask("map", question)) as MapPage;
    expect(page.statuses).toEqual([
      { status: "deployment.biometric", count: 3 },
      { status: "restriction.shutdown", count: 1 },
    ]);
    expect(
      new Set(page.countries.map(({ country, region, whole }) => `${country} ${region} ${whole}`)),
    ).toEqual(new Set(["XA 1 0", "XB 0 2"]));
    expect(page.nowhere).toBe(0);
    const key = page.countries.find(({ country }) => country === "XA")?.key;
    const behind = (await workspace.ask("map.records", { ...question, keys: [key] })) as MapRecords;
    expect(behind.rows.map(({ id }) => id)).toEqual([ids[0]]);
  });

  it("is kept of incidents and measures alone", async () => {
    const { workspace } = await withMeasures();
    await expect(workspace.ask("map", { kind: "person" })).rejects.toMatchObject({
      code: "records.bad-input",
    });
  });
});
