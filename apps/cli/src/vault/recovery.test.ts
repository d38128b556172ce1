import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRun } from "../run.fake.ts";

const next = "another sentence for tests, and no more";
let folder = "";
let vault = "";
let words: readonly string[] = [];
const run = createRun(() => ({ vault, places: { examples: folder, screen: folder } }));

const withPassphrase = (sentence: string) => ({
  environment: { TOCSIN_VAULT: vault, TOCSIN_PASSPHRASE: sentence },
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-recovery-"));
  vault = join(folder, "vault");
  const made = await run(["vault", "create", vault, "--json"]);
  words = JSON.parse(made.terminal.written()).recovery;
});
afterAll(() => rm(folder, { recursive: true }));

describe("vault create", () => {
  it("shows the recovery sheet once, to people beside the results, and none when that was asked for", async () => {
    const shown = await run(["vault", "create", join(folder, "shown")]);
    expect(shown.terminal.written()).toBe(`${join(folder, "shown")}\n`);
    expect(shown.terminal.said().match(/\d+\. [a-z]+/g)).toHaveLength(24);
    const none = await run(["vault", "create", join(folder, "none"), "--no-recovery", "--json"]);
    expect(JSON.parse(none.terminal.written()).recovery).toBeNull();
    expect(words).toHaveLength(24);
  });
});

describe("vault verify", () => {
  it("ends with 0 where everything fits, and with 10 and the place where a bit was flipped", async () => {
    const whole = await run(["vault", "verify", "--json"]);
    expect([whole.code, JSON.parse(whole.terminal.written())]).toMatchObject([0, { whole: true, files: [] }]);
    const broken = join(folder, "broken");
    await run(["vault", "create", broken, "--no-recovery"]);
    const chains = join(broken, "chains");
    const [chain = ""] = await readdir(chains);
    const path = join(chains, chain, "000001.seg");
    const bytes = await readFile(path);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 4;
    await writeFile(path, bytes);
    const found = await run(["vault", "verify", "--vault", broken]);
    expect(found.code).toBe(10);
    expect(found.terminal.written()).toContain(chain);
  });
});

describe("vault passphrase", () => {
  it("changes it, for the right one only", async () => {
    const path = join(folder, "new");
    await writeFile(path, `${next}\n`);
    const change = ["vault", "passphrase", "--new-passphrase-file", path];
    expect((await run(change, withPassphrase("wrong"))).code).toBe(77);
    expect((await run(change)).code).toBe(0);
    expect((await run(["vault", "status", "--json"])).code).toBe(77);
    expect((await run(["vault", "status", "--json"], withPassphrase(next))).code).toBe(0);
  });
});

describe("vault recover", () => {
  it("opens a vault by its words, with a new passphrase, and only by them", async () => {
    const path = join(folder, "words");
    await rm(join(vault, "device.json"));
    await writeFile(path, words.with(0, words[0] === "zoo" ? "zone" : "zoo").join(" "));
    const recover = ["vault", "recover", vault, "--words-file", path];
    expect((await run(recover)).code).toBe(77);
    await writeFile(path, words.join("\n"));
    expect((await run(recover)).code).toBe(0);
    const status = await run(["vault", "verify", "--json"]);
    expect(JSON.parse(status.terminal.written()).log).toMatchObject({ problems: [], chains: 2 });
    const asked = await run(["vault", "recover", vault], { answers: [words.join(" ")] });
    expect(asked.terminal.asked).toHaveLength(1);
    expect(asked.code).toBe(0);
  });
});
