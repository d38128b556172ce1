import { describe, expect, it } from "vitest";
import {
  codeOf,
  createMemoryTables,
  createSmallWorkspace,
  reopenSmall,
  type SmallWorkspace,
} from "./small-workspace.fake.ts";

const labels = async ({ workspace }: SmallWorkspace): Promise<readonly string[]> =>
  (await workspace.view.list({ kind: "case", order: "oldest" })).rows.map(({ label }) => label);

const titled = (text: string): object => ({ kind: "case", values: { title: { text, lang: "en" } } });

describe("the projection and the log", () => {
  it("are one after a restart, without folding anything twice", async () => {
    const tables = createMemoryTables();
    const first = await createSmallWorkspace({ tables });
    await first.create("case", { title: "one" });
    await first.vault.close();
    const applied = tables.applied();
    const again = await reopenSmall(first, { tables });
    expect(await again.workspace.catchUp()).toBe(false);
    expect(tables.applied()).toBe(applied);
    expect(await labels(again)).toEqual(["one"]);
  });

  it("are one after the projection was deleted", async () => {
    const first = await createSmallWorkspace();
    for (let n = 0; n < 70; n += 1) await first.create("case", { title: `case ${n}` });
    await first.vault.close();
    const again = await reopenSmall(first);
    const told: number[] = [];
    expect(await again.workspace.catchUp({ onProgress: ({ done }) => told.push(done) })).toBe(true);
    expect(await again.workspace.view.count("case")).toBe(70);
    expect(told.at(-1)).toBeGreaterThanOrEqual(70);
  });

  it("are one after the projection of another vault lay in its place", async () => {
    const tables = createMemoryTables();
    const other = await createSmallWorkspace({ tables, clock: () => 1 });
    await other.create("case", { title: "of another vault" });
    const first = await createSmallWorkspace();
    await first.create("case", { title: "ours" });
    await first.vault.close();
    const elsewhere = new Map(
      [...other.vault.heads()].map(([chain, head]) => [chain.replace(/^./, "z") as typeof chain, head]),
    );
    tables.setHeads(elsewhere);
    const again = await reopenSmall(first, { tables });
    expect(await again.workspace.catchUp()).toBe(true);
    expect(await labels(again)).toEqual(["ours"]);
  });

  it("are one after the process was killed between the commit and the projection", async () => {
    const tables = createMemoryTables();
    const first = await createSmallWorkspace({ tables });
    await first.create("case", { title: "one" });
    tables.failNext();
    await first.create("case", { title: "two" });
    await first.vault.close();
    const again = await reopenSmall(first, { tables });
    expect(await again.workspace.catchUp()).toBe(false);
    expect(await labels(again)).toEqual(["one", "two"]);
  });

  it("are made one again before the next act when the projection has failed", async () => {
    const small = await createSmallWorkspace();
    await small.create("case", { title: "one" });
    small.tables.failNext();
    const { records } = await small.workspace.run("record.create", titled("two"));
    expect(records).toHaveLength(1);
    await small.create("case", { title: "three" });
    expect(await labels(small)).toEqual(["one", "two", "three"]);
    const heads = await small.tables.projection.heads();
    expect(heads).toEqual(small.vault.heads());
  });

  it("can be stopped on the way, and are not taken for one then", async () => {
    const first = await createSmallWorkspace();
    for (let n = 0; n < 3; n += 1) await first.create("case", { title: `case ${n}` });
    await first.vault.close();
    const again = await reopenSmall(first);
    await expect(again.workspace.catchUp({ signal: AbortSignal.abort() })).rejects.toThrow("abort");
    expect(await again.tables.projection.heads()).toBeNull();
    expect(await again.workspace.catchUp()).toBe(true);
    expect(await again.workspace.view.count("case")).toBe(3);
  });

  it("keep what a later version wrote in the log, and out of every list", async () => {
    const first = await createSmallWorkspace();
    await first.create("case", { title: "one" });
    await first.vault.commit([new TextEncoder().encode('{"f":9}')]);
    await first.vault.close();
    const again = await reopenSmall(first);
    await again.workspace.catchUp();
    expect(await labels(again)).toEqual(["one"]);
    expect(again.vault.problems()).toEqual([]);
  });
});

describe("acts", () => {
  it("queue, so that each sees what the one before it wrote", async () => {
    const small = await createSmallWorkspace();
    const loads = [1, 2, 3].map(() => small.workspace.run("commitment.load", {}));
    const written = (await Promise.all(loads)).map(({ operations }) => operations > 0);
    expect(written).toEqual([true, false, false]);
  });

  it("go on after one that failed", async () => {
    const small = await createSmallWorkspace();
    const [bad, good] = [
      small.workspace.run("record.create", { kind: "none", values: {} }),
      small.workspace.run("record.create", titled("good")),
    ];
    expect(await codeOf(() => bad)).toBe("records.unknown-kind");
    await good;
    expect(await labels(small)).toEqual(["good"]);
  });

  it("say which records they touched, each once, and when", async () => {
    const small = await createSmallWorkspace({ clock: () => 1_790_000_000_000 });
    const id = await small.create("case", { title: "one" });
    const operation = {
      kind: "case",
      version: 1,
      record: id,
      act: "x",
      patch: { status: { clear: true } },
    } as const;
    expect(await small.workspace.write([operation, operation])).toEqual({
      records: [id],
      operations: 2,
      at: 1_790_000_000_000,
    });
  });

  it("are refused after the vault is locked", async () => {
    const small = await createSmallWorkspace();
    small.vault.lock();
    expect(await codeOf(() => small.create("case", { title: "late" }))).toBe("vault.locked");
  });
});
