import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createId } from "@tocsin/core";
import { createKey, type SecretKey } from "@tocsin/crypto";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createUnsentSeal } from "../crypto/unsent-seal.ts";
import { carryUnsent } from "./carry-unsent.ts";
import { unsentFolder } from "./unsent-files.ts";
import { openUnsent, type Unsent, type UnsentChange } from "./unsent-store.ts";

const vault = "ab".repeat(32);
const keyOf = (byte: number): SecretKey<"projection"> =>
  createKey("projection", new Uint8Array(32).fill(byte));
const change = (form: string, typed: UnsentChange["typed"], seen = 0): UnsentChange => ({
  form,
  label: "",
  at: 1,
  seen,
  typed,
});

// Says each version once it is durable, and never ends.
const source = `
  import { createKey } from "@tocsin/crypto";
  import { createUnsentSeal } from "../crypto/unsent-seal.ts";
  import { openUnsent } from "./unsent-store.ts";
  const key = createKey("projection", new Uint8Array(32).fill(1));
  const unsent = await openUnsent(process.argv[2], createUnsentSeal("${vault}", () => key));
  for (let seen = 0; ; seen += 1) {
    await unsent.put({ form: "new_person", label: "", at: 1, seen, typed: "Alex Example ".repeat(5000) });
    process.stdout.write(seen + 1 + "\\n");
  }
`;

describe("what was typed and not sent", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "tocsin-unsent-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const open = (byte = 1, of = vault): Promise<Unsent> =>
    openUnsent(
      folder,
      createUnsentSeal(of, () => keyOf(byte)),
    );
  const files = (): Promise<string[]> => readdir(join(folder, unsentFolder));

  it("is there again, and nowhere in plain", async () => {
    const typed = { name: { text: "Alex Example", lang: "en" } };
    await (await open()).put(change("new_person", typed));
    const [name = ""] = await files();
    expect((await readFile(join(folder, unsentFolder, name))).includes("Example")).toBe(false);
    expect((await open()).get("new_person")).toMatchObject({ typed, version: 1 });
  });

  it("is there as it was last acknowledged when the program is killed while it writes", async () => {
    const program = join(folder, "writer.mjs");
    await build({
      stdin: { contents: source, resolveDir: import.meta.dirname, loader: "ts" },
      outfile: program,
      bundle: true,
      platform: "node",
      format: "esm",
      logLevel: "error",
    });
    const said = await killAfter(program, folder, 5);
    const kept = (await open()).get("new_person");
    expect(said).toBeGreaterThanOrEqual(5);
    // What was written and not yet said may be there too.
    expect([said, said + 1]).toContain(kept?.version);
    expect(kept?.typed).toBe("Alex Example ".repeat(5000));
    expect(await files()).toHaveLength(1);
  });

  it("is gone with its file once it is sent", async () => {
    const unsent = await open();
    await unsent.put(change("a", { x: 1 }));
    await unsent.drop("a");
    expect(unsent.get("a")).toBeNull();
    expect(await files()).toEqual([]);
  });

  it("opens under no other key, for no other vault, under no other name, and not when a byte was changed", async () => {
    const spoil = async (spoiled: (path: string) => Promise<Unsent>): Promise<void> => {
      await (await open()).put(change("a", { x: 1 }));
      const [name = ""] = await files();
      expect((await spoiled(join(folder, unsentFolder, name))).get("a")).toBeNull();
      expect(await files()).toEqual([]);
    };
    await spoil(() => open(2));
    await spoil(() => open(1, "cd".repeat(32)));
    await spoil(async (path) => {
      await writeFile(join(folder, unsentFolder, `${"0".repeat(32)}.sealed`), await readFile(path));
      await rm(path);
      return open();
    });
    await spoil(async (path) => {
      const bytes = await readFile(path);
      bytes[20] = (bytes[20] ?? 0) ^ 1;
      await writeFile(path, bytes);
      return open();
    });
  });

  it("is not overwritten by a writer who has not seen the newest of it", async () => {
    const unsent = await open();
    expect(await unsent.put(change("a", "first"))).toEqual({ kept: true, version: 1 });
    expect(await unsent.put(change("a", "of another window"))).toEqual({ kept: false });
    expect(await unsent.put(change("a", "second", 1))).toEqual({ kept: true, version: 2 });
    expect((await open()).get("a")?.typed).toBe("second");
  });

  it("takes a narrative of 5 MB, and refuses what may not be kept without losing what is", async () => {
    const unsent = await open();
    await unsent.put(change("a", "ن".repeat(2_500_000)));
    await expect(unsent.put(change("a", "x".repeat(17_000_000), 1))).rejects.toThrow(RangeError);
    for (let count = 1; count < 50; count += 1) await unsent.put(change(`b${count}`, count));
    await expect(unsent.put(change("c", 1))).rejects.toThrow(RangeError);
    expect((await open()).get("a")?.typed).toHaveLength(2_500_000);
  });

  it("is sealed anew when the key was renewed", async () => {
    let byte = 1;
    const unsent = await openUnsent(
      folder,
      createUnsentSeal(vault, () => keyOf(byte)),
    );
    await unsent.put(change("a", 1));
    byte = 2;
    await unsent.reseal();
    expect((await open(2)).get("a")?.typed).toBe(1);
  });

  it("is there once, whichever key a program finds that was killed while the key was renewed", async () => {
    const seals = [1, 2].map((byte) => createUnsentSeal(vault, () => keyOf(byte)));
    const [from, to] = seals;
    if (from === undefined || to === undefined) throw new Error("no seals");
    const unsent = await open(1);
    await unsent.put(change("a", "typed"));
    await carryUnsent(folder, { from, to });
    expect(await files()).toHaveLength(2);
    expect((await open(1)).get("a")?.typed).toBe("typed");
    expect(await files()).toHaveLength(1);
    await carryUnsent(folder, { from, to });
    expect((await open(2)).get("a")?.typed).toBe("typed");
    expect(await files()).toHaveLength(1);
  });

  it("is the newest of it where two files hold it", async () => {
    const unsent = await open(1);
    await unsent.put(change("a", "first"));
    const seal = createUnsentSeal(vault, () => keyOf(1));
    await carryUnsent(folder, { from: seal, to: seal });
    await unsent.put(change("a", "second", 1));
    const again = await open(1);
    expect([again.list().length, again.get("a")?.typed]).toEqual([1, "second"]);
    expect(await files()).toHaveLength(1);
  });

  it("goes when it names a record that is there no more", async () => {
    const [gone, there] = [1, 2].map((byte) => createId((length) => new Uint8Array(length).fill(byte)));
    const unsent = await open();
    await unsent.put(change(`new_incident_case_${gone}`, {}));
    await unsent.put(change("a", { links: [gone ?? ""] }));
    await unsent.put(change("b", { links: [there ?? ""] }));
    await unsent.sweep(async (record) => record === there);
    expect(unsent.list().map(({ form }) => form)).toEqual(["b"]);
    expect(await files()).toHaveLength(1);
  });
});

/** The version that the process had said to be durable when it was killed. */
function killAfter(program: string, folder: string, versions: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, folder], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.on("data", (data) => {
      said += String(data);
      if (said.split("\n").length > versions) child.kill("SIGKILL");
    });
    child.once("error", reject);
    child.once("exit", () => resolve(Number(said.split("\n").at(-2))));
  });
}
