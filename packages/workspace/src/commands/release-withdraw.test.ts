import { describe, expect, it } from "vitest";
import { valuesOf } from "@tocsin/records";
import { exportRecords } from "../export-records.ts";
import type { OutputsPage } from "../queries/outputs.ts";
import type { ListPage } from "../queries/record-list.ts";
import {
  codeOf,
  createSmallWorkspace,
  sha256Of,
  start,
  type SmallWorkspace,
} from "../small-workspace.fake.ts";
import type { RecordId } from "@tocsin/core";

const by = { text: "Kim Approver", lang: "en" };
const why = { text: "It named a street", lang: "en" };

async function released(): Promise<{ readonly small: SmallWorkspace; readonly release: RecordId }> {
  const small = await createSmallWorkspace();
  await small.create("incident", { title: "An example", acts: ["harassment.threat"] });
  const order = { kind: "incident", audience: "court", format: "csv", approvedBy: by } as const;
  const { release } = await exportRecords(small.workspace, { ...order, sha256: sha256Of });
  return { small, release };
}

describe("a release that is withdrawn", () => {
  it("says when, why and by whom, in the list of what left and wherever it is shown", async () => {
    const { small, release } = await released();
    await small.make("release.withdraw", { release, why, by });
    const { rows } = (await small.workspace.ask("outputs", {})) as OutputsPage;
    expect(rows[0]?.withdrawn).toEqual({
      when: new Date(start).toISOString(),
      why: why.text,
      by: by.text,
    });
    const list = (await small.workspace.ask("record.list", { kind: "release" })) as ListPage;
    expect(list.rows[0]?.marks).toContain("withdrawn");
  });

  it("tells others that it was, and neither why nor who withdrew it", async () => {
    const { small, release } = await released();
    await small.make("release.withdraw", { release, why, by });
    const order = { kind: "release", audience: "public", format: "json", approvedBy: by } as const;
    const { bytes } = await exportRecords(small.workspace, { ...order, sha256: sha256Of });
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain('"withdrawn":"2026-11-23T12:00:00.000Z"');
    expect(text).not.toContain(why.text);
    expect(text).not.toContain(by.text);
  });

  it("stands again once that is taken back", async () => {
    const { small, release } = await released();
    await small.make("release.withdraw", { release, why, by });
    await small.make("record.undo", { record: release });
    const state = await small.workspace.view.read(release);
    expect(state && Object.keys(valuesOf(state)).filter((name) => name.startsWith("withdrawn"))).toEqual([]);
  });

  it("is withdrawn once, with a reason and a name", async () => {
    const { small, release } = await released();
    const none = { text: " ", lang: "en" };
    expect(await codeOf(() => small.make("release.withdraw", { release, why: none, by }))).toBe(
      "records.bad-value",
    );
    expect(await codeOf(() => small.make("release.withdraw", { release, why, by: none }))).toBe(
      "records.bad-value",
    );
    await small.make("release.withdraw", { release, why, by });
    expect(await codeOf(() => small.make("release.withdraw", { release, why, by }))).toBe(
      "records.bad-value",
    );
  });
});
