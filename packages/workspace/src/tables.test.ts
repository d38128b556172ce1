import { encodeUtf8, type RecordId } from "@tocsin/core";
import { createTranslator, english } from "@tocsin/language";
import { valuesOf } from "@tocsin/records";
import { describe, expect, it } from "vitest";
import { exportRecords } from "./export-records.ts";
import { previewCase, type CaseReportOptions } from "./publish-case.ts";
import {
  createMemoryTables,
  createSmallWorkspace,
  reopenSmall,
  sha256Of,
  type SmallWorkspace,
} from "./small-workspace.fake.ts";

async function filled(count: number, tables = createMemoryTables()): Promise<SmallWorkspace> {
  const small = await createSmallWorkspace({ tables });
  for (let n = 0; n < count; n += 1) await small.create("case", { title: `case ${n}` });
  return small;
}

const preview = (id: RecordId): CaseReportOptions => ({
  case: id,
  audience: "internal",
  translator: createTranslator("en", { en: english }),
  tool: { name: "Tocsin", version: "0.0.0" },
});

const casesIn = ({ workspace }: SmallWorkspace): Promise<number> => workspace.view.count("case");

describe("tables that are made anew", () => {
  it("say why, how far and how fast, and are taken for compared afterwards", async () => {
    let now = 1000;
    const small = await createSmallWorkspace({ clock: () => (now += 10) });
    for (let n = 0; n < 70; n += 1) await small.create("case", { title: `case ${n}` });
    const told: unknown[] = [];
    const work = small.workspace.rebuild("erased", {
      onProgress: ({ step, done, total }) =>
        told.push([step, done, total, small.workspace.tables().filling?.reason]),
    });
    await work;
    expect(told).toEqual([
      ["log", 64, 71, "erased"],
      ["log", 71, 71, "erased"],
    ]);
    expect(small.workspace.tables()).toEqual({ isCurrent: true, isCompared: true, filling: null });
    expect([small.tables.renewals(), await casesIn(small)]).toEqual([1, 70]);
  });

  it("keep acts waiting, which then see everything", async () => {
    const small = await filled(3);
    const rebuilt = small.workspace.rebuild("asked");
    const act = small.create("case", { title: "meanwhile" });
    await Promise.all([rebuilt, act]);
    expect(await casesIn(small)).toBe(4);
    expect(small.workspace.tables().isCurrent).toBe(true);
  });

  it("keep whoever opens a record waiting, and lists answering with the part that is there", async () => {
    const small = await filled(3);
    const { rows } = await small.workspace.view.list({ kind: "case" });
    const rebuilt = small.workspace.rebuild("asked");
    while (small.workspace.tables().filling === null) await Promise.resolve();
    const id = rows[0]?.id ?? ("" as never);
    const [state, list] = await Promise.all([
      small.workspace.view.read(id),
      small.workspace.view.list({ kind: "case" }),
    ]);
    expect([state?.id, list.rows.length]).toEqual([id, 0]);
    await rebuilt;
    expect((await small.workspace.view.list({ kind: "case" })).rows).toHaveLength(3);
  });

  it("answer a list that met an unreadable place once they are made anew, and not with an error", async () => {
    const small = await filled(3);
    small.tables.spoil();
    expect((await small.workspace.view.list({ kind: "case" })).rows).toHaveLength(3);
    expect([small.tables.renewals(), small.workspace.tables().isCurrent]).toEqual([1, true]);
    await small.create("case", { title: "next" });
    expect(await casesIn(small)).toBe(4);
  });

  it("are gone on with by the next act when they were stopped", async () => {
    const small = await filled(3);
    const stopped = small.workspace.rebuild("asked", { signal: AbortSignal.abort() });
    await expect(stopped).rejects.toThrow("abort");
    expect(small.workspace.tables().isCurrent).toBe(false);
    await small.create("case", { title: "next" });
    expect([await casesIn(small), small.workspace.tables().isCurrent]).toEqual([4, true]);
  });

  it("are gone on with at the next opening, from where they were", async () => {
    const tables = createMemoryTables();
    const first = await filled(0, tables);
    for (let n = 0; n < 50; n += 1) await first.create("case", { title: `case ${n}` });
    tables.failAfter(1);
    const before = tables.applied();
    await expect(first.workspace.rebuild("asked", { batch: 20 })).rejects.toThrow("EIO");
    const done = tables.applied() - before;
    expect(done).toBe(20);
    await first.vault.close();
    const again = await reopenSmall(first, { tables });
    expect(await again.workspace.catchUp()).toBe(true);
    expect(tables.applied() - before).toBe(50);
    expect(await casesIn(again)).toBe(50);
    expect(await again.workspace.catchUp()).toBe(false);
  });
});

describe("tables that are not what was written", () => {
  it("are made anew once, whoever asks, before anything leaves that is chosen by them", async () => {
    const tables = createMemoryTables();
    const first = await filled(1, tables);
    const id = await first.create("case", { title: "another" });
    await first.vault.close();
    const { workspace } = await reopenSmall(first, { tables });
    await workspace.catchUp();
    expect(workspace.tables().isCompared).toBe(false);
    tables.tamper();
    const exported = exportRecords(workspace, {
      kind: "case",
      audience: "internal",
      format: "json",
      approvedBy: { text: "A. Name", lang: "en" },
      sha256: sha256Of,
    });
    expect([(await exported).rows, tables.renewals()]).toEqual([2, 1]);
    tables.tamper();
    workspace.distrust();
    await Promise.all([workspace.settled(), workspace.settled(), previewCase(workspace, preview(id))]);
    expect(tables.renewals()).toBe(2);
    await workspace.settled();
    expect(tables.renewals()).toBe(2);
  });

  it("are made anew when a place in them cannot be read later, once for all who met it", async () => {
    const small = await filled(2);
    await small.workspace.settled();
    small.workspace.distrust();
    small.workspace.distrust();
    expect(small.workspace.tables().isCompared).toBe(false);
    await small.workspace.settled();
    expect([small.tables.renewals(), small.workspace.tables().isCompared]).toEqual([1, true]);
  });

  it("catch up by themselves after an act that they could not take in", async () => {
    const small = await filled(1);
    small.tables.failNext();
    await small.create("case", { title: "two" });
    await small.workspace.settled();
    expect([await casesIn(small), small.workspace.tables().isCurrent]).toEqual([2, true]);
  });

  it("take in what was written into the log by others than the acts", async () => {
    const small = await filled(1);
    await small.vault.commit([encodeUtf8('{"f":9}')]);
    expect(small.workspace.tables().isCurrent).toBe(false);
    await small.create("case", { title: "two" });
    expect(small.workspace.tables().isCurrent).toBe(true);
    expect(await small.workspace.unread()).toEqual({ foreign: 1 });
  });
});

describe("operations that cannot be read", () => {
  it("are counted by reason, once, however often the tables are made anew", async () => {
    const tables = createMemoryTables();
    const first = await filled(2, tables);
    await first.vault.commit([encodeUtf8('{"f":9}'), encodeUtf8("no JSON")]);
    await first.vault.close();
    const again = await reopenSmall(first, { tables });
    await again.workspace.catchUp();
    expect(await again.workspace.unread()).toEqual({ foreign: 2 });
    await again.workspace.rebuild("asked");
    expect([await again.workspace.unread(), await casesIn(again)]).toEqual([{ foreign: 2 }, 2]);
  });

  it("are counted in the record of whatever leaves", async () => {
    const small = await filled(1);
    const leave = async (): Promise<unknown> => {
      const { release } = await exportRecords(small.workspace, {
        kind: "case",
        audience: "internal",
        format: "json",
        approvedBy: { text: "A. Name", lang: "en" },
        sha256: sha256Of,
      });
      const state = await small.workspace.view.read(release);
      return state && valuesOf(state)["unread"];
    };
    expect(await leave()).toBeUndefined();
    await small.vault.commit([encodeUtf8("no JSON")]);
    expect(await leave()).toBe(1);
  });
});
