import { rmSync } from "node:fs";
import { join } from "node:path";
import { caseKind, create } from "@tocsin/records";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDesk, passphrase, type Answered, type TestDesk } from "./desk.fake.ts";

let test: TestDesk;
beforeEach(async () => {
  test = createTestDesk({ desk: { answerAfter: 0 } });
  await test.createVault("one");
  await fill(1500);
  await test.ask("POST", "/api/vault/lock", {});
  rmSync(join(test.folder, "one", "projection.db"));
});
afterEach(() => test.close());

async function fill(count: number): Promise<void> {
  const { workspace } = test.desk.vault.open ?? {};
  if (workspace === undefined) throw new Error("no vault");
  const { context, registry } = workspace;
  for (let at = 0; at < count; at += 30) {
    const some = Array.from({ length: 30 }, (_, index) =>
      create(
        caseKind,
        { title: { text: `Case ${at + index}`, lang: "en" } },
        { record: context.newId(), act: "record.create", isCode: registry.isCode },
      ),
    );
    await workspace.write(some);
  }
}

const unlock = (): Promise<Answered> => test.ask("POST", "/api/vault/unlock", { passphrase });
const session = async (): Promise<Answered["body"]> => (await test.ask("GET", "/api/session")).body;
const untilEnded = async (): Promise<readonly Answered["body"][]> => {
  const seen: Answered["body"][] = [];
  for (;;) {
    const now = await session();
    seen.push(now);
    if (now.opening === null) return seen;
    await new Promise((settle) => {
      setImmediate(settle);
    });
  }
};

describe("a vault whose lists are made anew as it opens", () => {
  it("is answered for at once, says how many of how many, and is open at the end with everything in its lists", async () => {
    const { body } = await unlock();
    expect([body.opening, body.vault.state]).toEqual([{ name: "one", progress: null }, "locked"]);
    const seen = await untilEnded();
    const told = seen.flatMap(({ opening }) => opening?.progress ?? []);
    expect(told.length).toBeGreaterThan(1);
    expect(told.every(({ done, total }) => done <= total)).toBe(true);
    expect(seen.at(-1)).toMatchObject({ opening: null, vault: { state: "open", filling: null } });
    const { body: tally } = await test.ask("POST", "/api/query/home", { input: {} });
    expect(tally.counts.case).toBe(1500);
  });

  it("answers other things meanwhile, and refuses a second opening", async () => {
    await unlock();
    expect((await test.ask("GET", "/api/kinds")).status).toBe(200);
    expect((await test.ask("POST", "/api/query/resolution", {})).status).toBe(200);
    expect((await test.ask("POST", "/api/query/home", {})).body.error.code).toBe("desk.no-vault");
    const second = test.desk.vault.openFolder(join(test.folder, "one"), passphrase);
    await expect(second).rejects.toMatchObject({ code: "desk.busy" });
    await untilEnded();
  });

  it("can be stopped: nothing is open then, and the next opening brings everything", async () => {
    await unlock();
    const { body } = await test.ask("DELETE", "/api/vault/opening");
    expect(body).toMatchObject({ opening: null, openingProblem: null, vault: { state: "locked" } });
    await unlock();
    expect((await untilEnded()).at(-1)).toMatchObject({ vault: { state: "open" } });
    const { body: home } = await test.ask("POST", "/api/query/home", { input: {} });
    expect(home.counts.case).toBe(1500);
  });

  it("is stopped by a lock, and by the end of the desk", async () => {
    await unlock();
    await test.ask("POST", "/api/vault/lock", {});
    expect(await session()).toMatchObject({ opening: null, vault: { state: "locked" } });
    await unlock();
    await test.desk.close();
    expect(test.desk.vault.open).toBe(null);
  });

  it("says afterwards why it could not be opened", async () => {
    await test.ask("POST", "/api/vault/unlock", { passphrase: "not this one" });
    const last = (await untilEnded()).at(-1);
    expect(last).toMatchObject({
      openingProblem: { code: "vault.wrong-passphrase" },
      vault: { state: "locked" },
    });
    await unlock();
    expect((await untilEnded()).at(-1)?.openingProblem).toBe(null);
  });
});
