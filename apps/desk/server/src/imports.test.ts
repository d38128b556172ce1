import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDesk, type Answered, type TestDesk } from "./desk.fake.ts";

let test: TestDesk;
beforeEach(async () => {
  test = createTestDesk();
  await test.createVault();
});
afterEach(() => test.close());

const rows = 300;
const mapping = {
  format: "tocsin-mapping",
  version: 1,
  name: "made up",
  language: "en",
  sheets: [{ headings: 1, records: [{ kind: "incident", fields: { title: { columns: ["Title"] } } }] }],
};

const work = async (path: string, body: object): Promise<Answered["body"]> =>
  test.ended((await test.ask("POST", path, body)).body.job);
const count = async (): Promise<number> =>
  (await test.ask("POST", "/api/query/record.list", { input: { kind: "incident" } })).body.total;
const imports = async (): Promise<Answered["body"]> => (await test.ask("GET", "/api/imports")).body;

async function bringIn(): Promise<string> {
  const bytes = `Title\n${Array.from({ length: rows }, (_, at) => `Title ${at}\n`).join("")}`;
  const response = await test.raw("/api/tables?name=list.csv", {
    method: "PUT",
    headers: test.headers,
    body: bytes,
  });
  const { table }: Answered["body"] = await response.json();
  const at = `/api/tables/${table}`;
  const check = await work(`${at}/check`, { mapping });
  return (await work(`${at}/import`, { checked: check.id })).result.table;
}

describe("an import that is taken back at the desk", () => {
  it("says first what would go, goes whole, is listed as taken back, and comes back whole", async () => {
    expect(await imports()).toEqual([]);
    const table = await bringIn();
    const standing = { id: table, name: "made up", fileName: "list.csv", withdrawn: null };
    expect(await imports()).toMatchObject([standing]);
    const asked = await work(`/api/imports/${table}/take-back`, { dryRun: true, changedToo: false });
    expect(asked).toMatchObject({
      kind: "table-back-check",
      state: "done",
      result: { withdrawn: { incident: rows }, kept: { changed: 0, linked: 0, together: 0 } },
    });
    expect(await count()).toBe(rows);
    const taken = await work(`/api/imports/${table}/take-back`, { dryRun: false, changedToo: false });
    expect(taken).toMatchObject({ kind: "table-take-back", state: "done", result: asked.result });
    expect(await count()).toBe(0);
    expect(await imports()).toMatchObject([{ id: table, withdrawn: expect.any(String) }]);
    const brought = await work(`/api/imports/${table}/bring-back`, {});
    expect(brought).toMatchObject({ state: "done", result: { records: { incident: rows }, changed: 0 } });
    expect(await count()).toBe(rows);
    expect((await test.ask("GET", `/api/imports/${table}`)).body).toMatchObject(standing);
  });

  it("leaves what a person changed since, and says which, unless the person ticks it", async () => {
    const table = await bringIn();
    const { body } = await test.ask("POST", "/api/query/record.list", { input: { kind: "incident" } });
    const [{ id }] = body.rows;
    const patch = { status: { set: "confirmed" } };
    await test.ask("POST", "/api/command/record.change", { input: { record: id, patch } });
    const plan = await work(`/api/imports/${table}/take-back`, { dryRun: true, changedToo: false });
    expect(plan.result).toMatchObject({
      withdrawn: { incident: rows - 1 },
      kept: { changed: 1 },
      listed: [{ id, reason: "changed" }],
    });
    const all = await work(`/api/imports/${table}/take-back`, { dryRun: true, changedToo: true });
    expect(all.result).toMatchObject({ withdrawn: { incident: rows }, kept: { changed: 1 } });
    await work(`/api/imports/${table}/take-back`, { dryRun: false, changedToo: false });
    expect(await count()).toBe(1);
  });

  it("writes nothing unless it is said, nothing when it is stopped, and one at a time", async () => {
    const table = await bringIn();
    const at = `/api/imports/${table}/take-back`;
    expect(await work(at, {})).toMatchObject({ kind: "table-back-check" });
    const { body } = await test.ask("POST", at, { dryRun: false });
    const second = await test.ask("POST", at, { dryRun: false });
    expect([second.status, second.body.error.code]).toEqual([409, "desk.busy"]);
    await test.ask("DELETE", `/api/jobs/${body.job}`);
    expect((await test.ended(body.job)).state).toBe("cancelled");
    expect(await count()).toBe(rows);
    expect(await imports()).toMatchObject([{ withdrawn: null }]);
    expect((await work(at, { dryRun: false })).state).toBe("done");
    expect(await work(at, { dryRun: false })).toMatchObject({
      state: "failed",
      error: { code: "records.bad-input" },
    });
    expect((await test.ask("GET", `/api/imports/${body.job}`)).status).not.toBe(200);
  });
});
