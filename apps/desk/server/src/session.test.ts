import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTestDesk, passphrase, start, type TestDesk } from "./desk.fake.ts";

let test: TestDesk;
beforeEach(() => {
  test = createTestDesk();
});
afterEach(() => test.close());

interface Problem {
  readonly error: { readonly code: string };
}

const titled = (text: string): object => ({
  input: { kind: "case", values: { title: { text, lang: "en" } } },
});

describe("the session", () => {
  it("begins without a vault, and speaks the languages that are shipped", async () => {
    const { body } = await test.ask("GET", "/api/session");
    expect(body).toMatchObject({ version: "0.1.0", locale: "en", vault: null, recent: [] });
    expect(body.locales).toContainEqual(
      expect.objectContaining({ code: "ar", direction: "rtl", isWhole: true }),
    );
    expect(body.locales).toContainEqual(
      expect.objectContaining({ code: "ko", name: "한국어", isWhole: false }),
    );
    expect((await test.ask("POST", "/api/locale", { locale: "ar" })).body.locale).toBe("ar");
    expect((await test.ask("POST", "/api/locale", { locale: "../x" })).body.locale).toBe("ar");
  });

  it("gives the words of a language with English beneath, and English alone for one that does not ship", async () => {
    const arabic = await test.ask("GET", "/api/words/ar");
    expect(Object.keys(arabic.body)).toEqual(["en", "ar"]);
    expect(arabic.body.ar["action.lock"]).not.toBe(arabic.body.en["action.lock"]);
    expect(Object.keys((await test.ask("GET", "/api/words/xx")).body)).toEqual(["en"]);
  });

  it("makes, locks, unlocks and opens vaults", async () => {
    const path = join(test.folder, "one");
    const made = await test.ask("POST", "/api/vault/create", { path, passphrase, deviceName: "laptop" });
    expect(made.body.session.vault).toMatchObject({
      state: "open",
      name: "one",
      device: "laptop",
      sealedAt: start,
      problems: 0,
      rebuilt: false,
    });
    expect((await test.ask("POST", "/api/command/record.create", titled("A case"))).status).toBe(200);
    expect((await test.ask("POST", "/api/vault/lock", {})).body.vault).toMatchObject({
      state: "locked",
      id: null,
    });
    const wrong = await test.ask("POST", "/api/vault/unlock", { passphrase: "not this one" });
    expect([wrong.status, wrong.body.error.code]).toEqual([403, "vault.wrong-passphrase"]);
    expect((await test.ask("POST", "/api/vault/unlock", { passphrase })).body.vault.state).toBe("open");
    const { body } = await test.ask("POST", "/api/query/record.list", { input: { kind: "case" } });
    expect(body.rows).toMatchObject([{ label: "A case" }]);
    await test.createVault("two");
    expect((await test.ask("GET", "/api/session")).body.vault.name).toBe("two");
    const back = await test.ask("POST", "/api/vault/open", { path, passphrase });
    expect(back.body.vault).toMatchObject({ state: "open", name: "one" });
  });

  it.each([
    [
      "/api/vault/open",
      { path: join(tmpdir(), "tocsin-nowhere", "at-all"), passphrase },
      404,
      "vault.missing",
    ],
    ["/api/vault/open", { passphrase }, 400, "desk.bad-request"],
    ["/api/vault/unlock", { passphrase }, 409, "desk.no-vault"],
    ["/api/vault/create", { path: "/nowhere", passphrase: "", deviceName: "d" }, 400, "desk.bad-request"],
  ])("says what is wrong with %s %j", async (path, body, status, code) => {
    const answer = await test.ask("POST", path, body);
    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
    expect(existsSync(join(tmpdir(), "tocsin-nowhere"))).toBe(false);
  });

  it("keeps the open vault when another one does not open", async () => {
    await test.createVault();
    const answer = await test.ask("POST", "/api/vault/create", {
      path: join(test.folder, "vault"),
      passphrase,
      deviceName: "d",
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((await test.ask("GET", "/api/session")).body.vault.state).toBe("open");
  });
});

describe("after the lock", () => {
  it("every route refuses, and results, jobs and outputs are gone", async () => {
    await test.createVault();
    const file = join(test.folder, "letter.txt");
    writeFileSync(file, "Dear editor");
    const added = await test.ask("POST", "/api/evidence", { path: file, title: "Secret title" });
    const { result } = await test.ended(added.body.job);
    await test.ask("POST", "/api/command/record.create", titled("A case"));
    const exported = await test.ask("POST", "/api/export", {
      kind: "case",
      audience: "internal",
      format: "csv",
      approvedBy: "Kim",
    });
    const { outputs } = (await test.ended(exported.body.job)).result;
    expect((await test.ask("GET", outputs[0].url)).status).toBe(200);
    const drop = await test.ask("POST", "/api/intake", { title: "Drop", files: 2, firstName: "a/x" });
    await test.ask("POST", "/api/vault/lock", {});

    expect((await test.ask("GET", outputs[0].url)).status).toBe(404);
    expect((await test.ask("GET", "/api/jobs")).body).toEqual([]);
    expect((await test.ask("GET", `/api/jobs/${added.body.job}`)).status).toBe(404);
    const id = result.evidence;
    const asks: readonly (readonly [string, object])[] = [
      ["/api/command/record.create", titled("x")],
      ["/api/query/home", {}],
      ["/api/query/search", { input: { words: "x" } }],
      ["/api/evidence", { path: file }],
      ["/api/intake", { title: "x", files: 1, firstName: "x" }],
      [`/api/evidence/${id}/verify`, {}],
      [`/api/evidence/${id}/examine`, { indicators: [] }],
      ["/api/report/preview", { case: id, audience: "court" }],
      ["/api/report", { case: id, audience: "court", approvedBy: "x", formats: ["json"] }],
      ["/api/export", { kind: "case", audience: "court", format: "csv", approvedBy: "x" }],
    ];
    for (const [path, body] of asks) {
      const answer = await test.ask("POST", path, body);
      expect([path, answer.status, answer.body.error?.code]).toEqual([path, 409, "desk.no-vault"]);
    }
    expect((await test.ask("POST", `/api/intake/${drop.body.intake}/finish`, {})).status).toBe(404);
    expect(JSON.stringify((await test.ask("GET", "/api/session")).body)).not.toContain("Secret");
    expect(readdirSync(join(test.folder, "vault", "evidence"))).toHaveLength(1);
  });

  it("the resolution, kinds and places are still there: they need no vault", async () => {
    expect((await test.ask("POST", "/api/query/resolution", {})).status).toBe(200);
    expect((await test.ask("GET", "/api/kinds")).body.kinds.length).toBeGreaterThan(10);
  });
});

describe("places", () => {
  it("lists folders and files by name, without hidden ones, links that lead nowhere, and devices", async () => {
    const folder = join(test.folder, "p");
    mkdirSync(join(folder, "sub"), { recursive: true });
    for (const name of ["b.txt", "a.txt", ".hidden"]) writeFileSync(join(folder, name), "12345");
    symlinkSync("/nowhere/at/all", join(folder, "broken"));
    symlinkSync("/dev/null", join(folder, "device"));
    const { body } = await test.ask("GET", `/api/places?path=${encodeURIComponent(folder)}`);
    expect(body).toMatchObject({ path: folder, parent: test.folder, more: 0 });
    expect(body.entries).toEqual([
      { name: "a.txt", path: join(folder, "a.txt"), type: "file", size: 5 },
      { name: "b.txt", path: join(folder, "b.txt"), type: "file", size: 5 },
      { name: "sub", path: join(folder, "sub"), type: "folder", size: 0 },
    ]);
  });

  it("refuses what is no folder, and what is not absolute", async () => {
    writeFileSync(join(test.folder, "f"), "");
    for (const path of [join(test.folder, "f"), join(test.folder, "none"), "relative", "../x", "a\0b"]) {
      const answer = await test.ask("GET", `/api/places?path=${encodeURIComponent(path)}`);
      expect([answer.status, answer.body.error.code]).toEqual([404, "desk.no-such-folder"]);
    }
    expect((await test.ask("GET", "/api/places")).status).toBe(200);
    expect((await test.ask("GET", "/api/places?path=/")).body.parent).toBeNull();
  });
});

describe("requests", () => {
  it.each(["{", "[]", "null", '"x"', "\ufffe"])(
    "that are no JSON object, such as %j, are refused",
    async (body) => {
      const response = await test.raw("/api/command/x", { method: "POST", headers: test.headers, body });
      expect([response.status, ((await response.json()) as Problem).error.code]).toEqual([
        400,
        "desk.bad-request",
      ]);
    },
  );

  it("over the limit are refused, whatever they say of their length", async () => {
    const body = JSON.stringify({ input: "x".repeat(5 * 1024 * 1024) });
    const headers = { ...test.headers, "content-length": "12" };
    const response = await test.raw("/api/command/x", { method: "POST", headers, body });
    expect([response.status, ((await response.json()) as Problem).error.code]).toEqual([
      413,
      "desk.too-large",
    ]);
  });

  it("for what there is not are told so, with codes", async () => {
    await test.createVault();
    const expected: readonly (readonly [string, string, number, string | undefined])[] = [
      ["POST", "/api/command/none", 422, "records.bad-input"],
      ["POST", "/api/query/none", 422, "records.bad-input"],
      ["POST", "/api/query/record.show", 422, "records.missing-field"],
      ["GET", "/api/jobs/none", 404, "desk.no-such-job"],
      ["GET", "/api/output/none", 404, "desk.no-such-output"],
      ["POST", "/api/intake/none/finish", 404, "desk.no-such-intake"],
      ["POST", "/api/evidence/none/verify", 422, "core.bad-id"],
      ["GET", "/api/none", 404, undefined],
    ];
    for (const [method, path, status, code] of expected) {
      const answer = await test.ask(method, path, method === "GET" ? undefined : {});
      expect([path, answer.status, answer.body.error?.code]).toEqual([path, status, code]);
    }
    expect((await test.ask("DELETE", "/api/jobs/none")).body).toEqual({ cancelled: false });
  });

  it("write nothing to a console, and their failures say nothing of what people wrote", async () => {
    const said = (["log", "info", "warn", "error", "debug"] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => undefined),
    );
    await test.createVault();
    vi.spyOn(test.desk.vault.open?.workspace ?? ({} as never), "ask").mockRejectedValue(
      new Error("Unexpected token in the story of Robin Example"),
    );
    const answer = await test.ask("POST", "/api/query/home", {});
    expect([answer.status, answer.body]).toEqual([
      500,
      { error: { code: "desk.unexpected", message: "Cannot finish: unexpected failure", details: {} } },
    ]);
    await test.ask("GET", "/api/jobs/none");
    for (const each of said) expect(each).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it("leave no vault in the place where none could be made", async () => {
    const path = join(test.folder, "short");
    const answer = await test.ask("POST", "/api/vault/create", { path, passphrase: "x", deviceName: "" });
    expect(answer.status).toBe(400);
    expect(existsSync(path)).toBe(false);
  });
});
