import { cpSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDesk, passphrase, type TestDesk } from "./desk.fake.ts";

let test: TestDesk;
beforeEach(() => {
  test = createTestDesk();
});
afterEach(() => test.close());

const next = "another long sentence that nobody guesses";
const at = (name: string): string => join(test.folder, name);
const titled = { input: { kind: "case", values: { title: { text: "A case", lang: "en" } } } };
const titles = async (): Promise<unknown> => {
  const { body } = await test.ask("POST", "/api/query/record.list", { input: { kind: "case" } });
  return body.rows.map(({ label }: { readonly label: string }) => label);
};
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

describe("a recovery sheet", () => {
  const make = async (): Promise<readonly string[]> => {
    const device = { passphrase, deviceName: "laptop" };
    const { body } = await test.ask("POST", "/api/vault/create", { path: at("one"), ...device });
    expect(body.sheet.svg).toContain("<svg");
    expect(body.sheet.words).toHaveLength(24);
    return body.sheet.words;
  };

  it("comes with the vault, and lies nowhere in its folder nor in any later answer", async () => {
    const words = await make();
    const said = words.join(" ");
    for (const path of filesIn(at("one"))) expect(readFileSync(path, "latin1")).not.toContain(said);
    const { body } = await test.ask("GET", "/api/session");
    expect(JSON.stringify(body)).not.toContain(said);
    expect((await test.ask("GET", "/api/vault/facts")).body).toMatchObject({
      hasRecovery: true,
      newChain: null,
      folder: at("one"),
      device: "laptop",
      problems: [],
    });
  });

  it("opens the vault without the passphrase, for a new device in the place of the lost one", async () => {
    const words = await make();
    await test.ask("POST", "/api/command/record.create", titled);
    await test.ask("POST", "/api/vault/lock", {});
    const sheet = `  ${words.join("\n ").toUpperCase()} `;
    const input = { path: at("one"), sheet, passphrase: next, deviceName: "second laptop" };
    const recovered = await test.ask("POST", "/api/vault/recover", input);
    expect(recovered.body.vault).toMatchObject({ state: "open", device: "second laptop" });
    expect(await titles()).toEqual(["A case"]);
    expect((await test.ask("GET", "/api/vault/facts")).body.newChain).toBe("recovered");
    await test.ask("POST", "/api/vault/lock", {});
    const old = await test.ask("POST", "/api/vault/unlock", { passphrase });
    expect(old.body.error.code).toBe("vault.wrong-passphrase");
    expect((await test.ask("POST", "/api/vault/unlock", { passphrase: next })).body.vault.state).toBe("open");
  });

  it("is told apart from one that was mistyped, and from that of another vault", async () => {
    const words = [...(await make())];
    await test.ask("POST", "/api/vault/lock", {});
    const device = { path: at("one"), passphrase: next, deviceName: "d" };
    const [first = "", ...others] = words;
    const swapped = [...others, first].join(" ");
    const wrong = await test.ask("POST", "/api/vault/recover", { ...device, sheet: swapped });
    expect([wrong.status, wrong.body.error.code]).toEqual([
      expect.any(Number),
      expect.stringMatching(/recovery/),
    ]);
    const short = await test.ask("POST", "/api/vault/recover", { ...device, sheet: "abandon" });
    expect(short.body.error.code).toBe("crypto.bad-recovery");
  });
});

describe("the passphrase", () => {
  it("is changed by whoever knows it, and copies of before still open with the old one", async () => {
    await test.createVault("one");
    await test.ask("POST", "/api/vault/lock", {});
    cpSync(at("one"), at("copy"), { recursive: true });
    await test.ask("POST", "/api/vault/unlock", { passphrase });
    const wrong = await test.ask("POST", "/api/vault/passphrase", { current: "no", next });
    expect([wrong.status, wrong.body.error.code]).toEqual([403, "vault.wrong-passphrase"]);
    expect((await test.ask("POST", "/api/vault/passphrase", { current: passphrase, next })).status).toBe(200);
    await test.ask("POST", "/api/vault/lock", {});
    expect((await test.ask("POST", "/api/vault/unlock", { passphrase })).status).toBe(403);
    expect((await test.ask("POST", "/api/vault/unlock", { passphrase: next })).status).toBe(200);
    const copy = await test.ask("POST", "/api/vault/open", { path: at("copy"), passphrase });
    expect(copy.body.vault.name).toBe("copy");
  });
});

describe("verifying everything", () => {
  const verify = async (): Promise<TestResult> => {
    const { body } = await test.ask("POST", "/api/vault/verify", {});
    return (await test.ended(body.job)).result;
  };

  it("finds what it reads whole, and names a sealed file that was altered", async () => {
    await test.createVault("one");
    writeFileSync(at("note.txt"), "what was seen");
    const added = await test.ask("POST", "/api/evidence", { path: at("note.txt"), title: "A note" });
    await test.ended(added.body.job);
    expect(await verify()).toMatchObject({
      isWhole: true,
      files: { intact: 1, broken: [] },
      orphans: 0,
      more: 0,
    });
    const sealed = filesIn(join(at("one"), "evidence"))[0] ?? "";
    const bytes = readFileSync(sealed);
    bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 1;
    writeFileSync(sealed, bytes);
    expect(await verify()).toMatchObject({
      isWhole: false,
      files: { intact: 0, broken: [{ title: "A note", state: "altered" }] },
    });
  });
});

type TestResult = Awaited<ReturnType<TestDesk["ended"]>>;
