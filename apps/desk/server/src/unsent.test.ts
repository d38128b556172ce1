import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDesk, passphrase, type TestDesk } from "./desk.fake.ts";

const run = (desk: TestDesk, name: string, input: object): ReturnType<TestDesk["ask"]> =>
  desk.ask("POST", `/api/command/${name}`, { input });

describe("forms that are not sent", () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = createTestDesk();
    await desk.createVault();
  });
  afterEach(() => desk.close());

  const typed = { name: { text: "Alex Example", lang: "en" } };

  it("are kept through a lock, listed by what their writer calls them, and dropped when sent", async () => {
    const kept = await desk.ask("POST", "/api/unsent/new_person", { typed, label: "Alex", seen: 0 });
    expect([kept.status, kept.body]).toEqual([200, { version: 1 }]);
    await desk.ask("POST", "/api/vault/lock");
    expect((await desk.ask("GET", "/api/unsent")).body.error.code).toBe("desk.no-vault");
    await desk.ask("POST", "/api/vault/unlock", { passphrase });
    expect((await desk.ask("GET", "/api/unsent")).body).toMatchObject([
      { form: "new_person", label: "Alex" },
    ]);
    expect((await desk.ask("GET", "/api/unsent/new_person")).body).toEqual({ typed, version: 1 });
    await desk.ask("DELETE", "/api/unsent/new_person");
    expect((await desk.ask("GET", "/api/unsent")).body).toEqual([]);
    expect(readdirSync(join(desk.folder, "vault", "unsent"))).toEqual([]);
  });

  it("are not overwritten by a window that has not seen the newest of them", async () => {
    await desk.ask("POST", "/api/unsent/new_person", { typed, seen: 0 });
    const { status, body } = await desk.ask("POST", "/api/unsent/new_person", { typed: {}, seen: 0 });
    expect([status, body.error.code]).toEqual([409, "desk.unsent-elsewhere"]);
    expect((await desk.ask("GET", "/api/unsent/new_person")).body.typed).toEqual(typed);
  });

  it("are refused with a name that is none, without a version, and beyond what may be kept", async () => {
    const asked = async (form: string, body: object): Promise<unknown> =>
      (await desk.ask("POST", `/api/unsent/${form}`, body)).body.error.code;
    expect(await asked("..%2Fdevice", { typed, seen: 0 })).toBe("desk.bad-request");
    expect(await asked("new_person", { typed })).toBe("desk.bad-request");
    expect(await asked("new_person", { typed: "x".repeat(16_777_000), seen: 0 })).toBe("desk.unsent-full");
  });

  it("go when a record that they name is erased, and others stay through its new keys", async () => {
    const values = { title: { text: "To go", lang: "en" } };
    const { body } = await run(desk, "record.create", { kind: "case", values });
    const [record] = body.records;
    await desk.ask("POST", "/api/unsent/new_incident", { typed: { case: record }, seen: 0 });
    await desk.ask("POST", "/api/unsent/new_person", { typed, seen: 0 });
    const plan = (await desk.ask("POST", "/api/erasure/plan", { record })).body;
    const order = { record, plan: plan.digest, records: [record] };
    const { job } = (await desk.ask("POST", "/api/erasure", order)).body;
    expect((await desk.ended(job)).state).toBe("done");
    const forms = async (): Promise<unknown> =>
      (await desk.ask("GET", "/api/unsent")).body.map(({ form }: { readonly form: string }) => form);
    expect(await forms()).toEqual(["new_person"]);
    await desk.ask("POST", "/api/vault/lock");
    await desk.ask("POST", "/api/vault/unlock", { passphrase });
    expect(await forms()).toEqual(["new_person"]);
  });
});
