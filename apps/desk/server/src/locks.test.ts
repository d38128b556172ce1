import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDesk, passphrase, start, type TestDesk } from "./desk.fake.ts";
import { createFakeWatchClock, type FakeWatchClock } from "./watch-clock.fake.ts";

const minute = 60_000;
const secret = "Robin Markerword";
let clock: FakeWatchClock;
let test: TestDesk;
beforeEach(async () => {
  clock = createFakeWatchClock(start);
  test = createTestDesk({ desk: { watchClock: clock, clock: clock.wall } });
  await test.createVault();
  await test.ask("POST", "/api/command/record.create", {
    input: { kind: "case", values: { title: { text: secret, lang: "en" } } },
  });
});
afterEach(() => test.close());

const list = { input: { kind: "case" } };
const stateOf = async (): Promise<unknown> => {
  const { body } = await test.ask("GET", "/api/session");
  return [body.vault.state, body.vault.lockedBy];
};

describe("an open vault that is left alone", () => {
  it("locks after ten minutes, however often the screen asks", async () => {
    for (let asked = 0; asked < 10; asked += 1) {
      clock.pass(minute - 1000);
      expect((await test.ask("GET", "/api/watch")).body.isOpen).toBe(true);
      await test.ask("POST", "/api/query/record.list", list);
    }
    clock.pass(10_000);
    expect((await test.ask("GET", "/api/watch")).body).toEqual({
      isOpen: false,
      minutes: 10,
      left: null,
      isHeld: false,
      moved: null,
      writes: 0,
    });
    expect(await stateOf()).toEqual(["locked", "idle"]);
    expect((await test.ask("POST", "/api/vault/unlock", { passphrase })).body.vault.lockedBy).toBe(null);
  });

  it("stays open while somebody acts, and takes another time for the session", async () => {
    for (let acted = 0; acted < 5; acted += 1) {
      clock.pass(9 * minute);
      expect((await test.ask("POST", "/api/watch/acted", {})).body).toMatchObject({
        left: 600,
        isOpen: true,
      });
    }
    expect((await test.ask("POST", "/api/watch/minutes", { minutes: 1 })).body.left).toBe(60);
    for (const minutes of [-1, 0.5, "5", null, 100_000])
      expect((await test.ask("POST", "/api/watch/minutes", { minutes })).status).toBe(400);
    clock.pass(minute);
    expect(await stateOf()).toEqual(["locked", "idle"]);
  });

  it("waits for work that moves, and not for work that has long given no sign", async () => {
    const work = test.desk.jobs.start("backup", async ({ progress, signal }) => {
      const tick = clock.every(minute, () => progress({ done: 1, total: null, unit: "bytes", at: "" }));
      await new Promise((resolve) => {
        signal.addEventListener("abort", resolve);
      });
      tick();
    });
    clock.pass(40 * minute);
    expect((await test.ask("GET", "/api/watch")).body).toMatchObject({ isOpen: true, isHeld: true });
    test.desk.jobs.cancel(work);
    await test.ended(work);
    clock.pass(2 * minute);
    expect(await stateOf()).toEqual(["locked", "idle"]);
  });

  it("is not held open by a drop whose files never come", async () => {
    await test.ask("POST", "/api/intake", { firstName: "a.txt", files: 1, bytes: 5 });
    clock.pass(9.5 * minute);
    expect((await test.ask("GET", "/api/watch")).body).toMatchObject({ isOpen: true, left: 30 });
    clock.pass(minute);
    expect(await stateOf()).toEqual(["locked", "idle"]);
  });
});

describe("a computer that has slept", () => {
  it.each(["sleepStanding", "sleepRunning"] as const)(
    "answers nothing before it has locked: %s",
    async (sleep) => {
      clock[sleep](60 * minute);
      const { status, response } = await test.ask("POST", "/api/query/record.list", list);
      expect(status).toBe(409);
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(await stateOf()).toEqual(["locked", "sleep"]);
    },
  );
});

describe("a vault that is being opened", () => {
  it("is not open after a lock that came meanwhile, and opens when it is asked for again", async () => {
    await test.ask("POST", "/api/vault/lock", {});
    const opening = test.desk.vault.unlock(passphrase);
    const refused = opening.catch((error: unknown) => error);
    await test.ask("POST", "/api/vault/lock", {});
    expect(await refused).toMatchObject({ code: "desk.locked" });
    expect(test.desk.vault.open === null).toBe(true);
    expect(await stateOf()).toEqual(["locked", "person"]);
    expect((await test.ask("POST", "/api/vault/unlock", { passphrase })).body.vault.state).toBe("open");
  });
});

describe("a locked vault", () => {
  /** Every address that answers content while it is open. */
  const addresses = async (): Promise<readonly (readonly [string, string, unknown?])[]> => {
    const { body } = await test.ask("POST", "/api/query/record.list", list);
    const record: string = body.rows[0].id;
    const written = await test.ask("POST", "/api/export", {
      kind: "case",
      audience: "partner",
      format: "json",
      approvedBy: "A. Approver",
    });
    const job = await test.ended(written.body.job);
    return [
      ["POST", "/api/query/record.list", list],
      ["POST", "/api/query/record.show", { input: { record } }],
      ["POST", "/api/query/search", { input: { words: "Markerword" } }],
      ["POST", "/api/query/home", { input: {} }],
      ["GET", job.result.outputs[0].url],
      ["GET", `/api/jobs/${job.id}`],
      ["GET", "/api/jobs"],
    ];
  };

  it("answers no content, stops work, and forgets outputs and results", async () => {
    const all = await addresses();
    for (const [method, path, body] of all)
      expect([path, (await test.ask(method, path, body)).status]).toEqual([path, 200]);
    const { open } = test.desk.vault;
    const work = { isStopped: false };
    test.desk.jobs.start("verify", ({ signal }) => {
      signal.addEventListener("abort", () => {
        work.isStopped = true;
      });
      return new Promise(() => undefined);
    });
    await test.ask("POST", "/api/vault/lock", {});
    expect(work.isStopped).toBe(true);
    for (const [method, path, body] of all) {
      const answered = await test.ask(method, path, body);
      expect([path, JSON.stringify(answered.body)]).toEqual([
        path,
        expect.not.stringContaining("Markerword"),
      ]);
      expect([path, answered.status < 400]).toEqual([path, path === "/api/jobs"]);
      expect(answered.response.headers.get("cache-control")).toBe("no-store");
    }
    expect((await test.ask("GET", "/api/jobs")).body).toEqual([]);
    // Whoever still holds the old program holds no keys.
    await expect(open?.workspace.vault.commit([])).rejects.toMatchObject({ code: "vault.locked" });
    expect(() => open?.workspace.vault.projectionKey()).toThrow(/locked|wiped/);
  });

  it("does not answer what was asked before it was locked", async () => {
    const asked = test.ask("POST", "/api/query/record.list", list);
    const [answered] = await Promise.all([asked, test.ask("POST", "/api/vault/lock", {})]);
    expect(answered.status).toBe(423);
    expect(JSON.stringify(answered.body)).not.toContain("Markerword");
  });
});
