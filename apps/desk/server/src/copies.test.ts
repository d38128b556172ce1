import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDesk, passphrase, type Answered, type TestDesk } from "./desk.fake.ts";

let test: TestDesk;
let stick = "";
beforeEach(async () => {
  test = createTestDesk();
  stick = join(test.folder, "stick");
  mkdirSync(stick);
  await test.createVault();
});
afterEach(() => test.close());

const create = (title: string): Promise<Answered> =>
  test.ask("POST", "/api/command/record.create", {
    input: { kind: "case", values: { title: { text: title, lang: "en" } } },
  });
const home = async (): Promise<Answered["body"]> =>
  (await test.ask("POST", "/api/query/home", { input: {} })).body;
const work = async (path: string, body: object): Promise<Answered["body"]> =>
  test.ended((await test.ask("POST", path, body)).body.job);

describe("copies of the vault", () => {
  it("are made while it is open, noted, shown at home, and restored to the same", async () => {
    expect((await home()).lastCopy).toBeNull();
    await create("Before");
    const job = await work("/api/backup", { path: stick, label: "blue stick", lang: "en" });
    expect(job).toMatchObject({
      kind: "backup",
      state: "done",
      progress: { unit: "bytes" },
      result: { removed: 0, problems: [], verified: true, files: 2 },
    });
    expect(job.progress.done).toBe(job.progress.total);
    await create("After");
    expect((await home()).lastCopy).toMatchObject({ label: "blue stick", commitsSince: 1 });
    const folder = join(test.folder, "back");
    const restored = await work("/api/restore", { backup: stick, folder });
    expect(restored).toMatchObject({ state: "done", result: { restored: true, damaged: [] } });
    expect((await work("/api/backup/check", { backup: stick })).result.damaged).toEqual([]);
    await test.ask("POST", "/api/vault/open", { path: folder, passphrase });
    const { body } = await test.ask("POST", "/api/query/record.list", { input: { kind: "case" } });
    expect(body.rows.map(({ label }: { label: string }) => label)).toEqual(["Before"]);
  });

  it("take the folder's name where nobody named the place, and are refused where no place is", async () => {
    await work("/api/backup", { path: stick });
    expect((await home()).lastCopy.label).toBe("stick");
    const failed = await work("/api/backup", { path: join(test.folder, "nowhere") });
    expect(failed).toMatchObject({ state: "failed", error: { code: "backup.no-place" } });
    const { status } = await test.ask("POST", "/api/backup", {});
    expect(status).toBe(400);
  });

  it("are made one at a time, can be stopped, and need an open vault", async () => {
    const first = await test.ask("POST", "/api/backup", { path: stick });
    const second = await test.ask("POST", "/api/backup", { path: stick });
    expect([second.status, second.body.error.code]).toEqual([409, "desk.busy"]);
    await test.ask("DELETE", `/api/jobs/${first.body.job}`);
    expect((await test.ended(first.body.job)).state).toBe("cancelled");
    expect((await home()).lastCopy).toBeNull();
    expect(await work("/api/backup", { path: stick })).toMatchObject({ state: "done" });
    await test.ask("POST", "/api/vault/lock", {});
    const { status } = await test.ask("POST", "/api/backup", { path: stick });
    expect(status).toBe(409);
  });

  it("go to the end or not at all when the vault is locked meanwhile", async () => {
    await test.ask("POST", "/api/backup", { path: stick });
    await test.ask("POST", "/api/vault/lock", {});
    await test.ask("POST", "/api/vault/unlock", { passphrase });
    expect(await work("/api/backup", { path: stick })).toMatchObject({ state: "done" });
  });

  it("that are damaged are named by the file", async () => {
    const { result } = await work("/api/backup", { path: stick });
    const chains = join(result.folder, "chains");
    const [chain = ""] = readdirSync(chains);
    const path = join(chains, chain, "000001.seg");
    const bytes = readFileSync(path);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const damaged = [{ path: `chains/${chain}/000001.seg`, what: "altered" }];
    expect((await work("/api/backup/check", { backup: stick })).result).toMatchObject({ damaged });
    const refused = await work("/api/restore", { backup: stick, folder: join(test.folder, "back") });
    expect(refused.result).toMatchObject({ restored: false, damaged });
  });
});
