// Erasing with the built program, from the plan to the bytes on the disk; read afterwards by the second reader too.
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { RecordId } from "@tocsin/core";
import { createProgram, openPathSource, type OpenProgram } from "@tocsin/node";
import type { LanguageText } from "@tocsin/records";
import { addEvidence } from "@tocsin/workspace";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPlace, type Ended, type Place } from "./cli-process.ts";

const reader = resolve(import.meta.dirname, "../tools/vault-read.mjs");
const sentence = "a sentence for this erasure and no other";
const marker = "Markerword";
let place: Place;
let sealed: readonly Buffer[];
const ids: Record<string, string> = {};
const at = (...names: readonly string[]): string => join(place.folder, ...names);

const tocsin = (...args: readonly string[]): Promise<Ended> =>
  place.run(args, { TOCSIN_VAULT: at("vault"), TOCSIN_PASSPHRASE: sentence });

/** What must work before anything is tested. */
async function done(...args: readonly string[]): Promise<string> {
  const { code, out, said } = await tocsin(...args);
  if (code !== 0) throw new Error(said);
  return out.trim();
}

const about = (): readonly string[] => ["--consent", ids["consent"] ?? "", "--with", ids["task"] ?? ""];
const planned = async (): Promise<{
  readonly digest: string;
  readonly sum: { readonly operations: number };
}> => JSON.parse(await done("erase", "plan", ...about(), "--json"));

function filesUnder(folder: string): readonly Buffer[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => readFileSync(join(each.parentPath, each.name)));
}

/** Every operation that somebody without our program reads with the passphrase. */
function readOperations(folder: string): string {
  const { stdout } = spawnSync(process.execPath, [reader, "operations", folder], {
    encoding: "utf8",
    env: { ...process.env, TOCSIN_PASSPHRASE: sentence },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** The log of one vault with the keys of another. */
function mixed(name: string, log: string, keys: string): string {
  cpSync(at(log), at(name), { recursive: true });
  copyFileSync(join(at(keys), "device.json"), join(at(name), "device.json"));
  return at(name);
}

/** Made in this process, with a passphrase that costs little to try: what is tested is what comes after. */
async function fill({ workspace }: OpenProgram): Promise<void> {
  const text = (words: string): object => ({ text: words, lang: "en" });
  const create = async (kind: string, values: object): Promise<RecordId> => {
    const { records } = await workspace.run("record.create", { kind, values });
    if (records[0] === undefined) throw new Error("nothing was made");
    return records[0];
  };
  const person = await create("person", { name: text(`Wanda ${marker}`) });
  const consent = await create("consent", { scope: text(`All of ${marker}`), person, given: "2026-01-01" });
  const about = { title: text(`What ${marker} saw`) as LanguageText, consent };
  const { record: evidence } = await addEvidence(workspace, await openPathSource(at("note.txt")), { about });
  const task = await create("task", { title: text(`Ring ${marker}`) });
  const patch = { title: { set: text("Ring again") } };
  await workspace.run("record.change", { record: task, patch });
  const keeper = await create("case", { title: text("Keeperword") });
  await workspace.run("consent.withdraw", { consent });
  Object.assign(ids, { person, consent, evidence, task, keeper });
}

beforeAll(async () => {
  place = createPlace();
  writeFileSync(at("note.txt"), `what ${marker} saw. `.repeat(5_000));
  const cost = { memoryKib: 8, passes: 1, lanes: 1 };
  const program = await createProgram(at("vault"), { passphrase: sentence, deviceName: "laptop", cost });
  await fill(program);
  await program.close();
  sealed = filesUnder(at("vault", "evidence"));
  cpSync(at("vault"), at("before"), { recursive: true });
});
afterAll(() => place.remove());

// Every command opens the vault anew, and that is slow on purpose.
describe("erasing with the program", { timeout: 240_000 }, () => {
  it("refuses a plan that was overtaken, without having erased a byte", async () => {
    const { digest } = await planned();
    const values = ["--set", `title=${marker} again`, "--set", `evidence=${ids["evidence"]}`];
    const finding = await done("record", "create", "finding", ...values);
    const refused = await tocsin("erase", "run", ...about(), "--confirm", digest, "--json");
    expect(refused.code).toBe(77);
    const { error } = JSON.parse(refused.said.trim().split("\n").at(-1) ?? "");
    expect(error).toMatchObject({
      code: "workspace.plan-changed",
      details: { entries: 1, records: 1, added: finding },
    });
    expect(filesUnder(at("vault", "evidence")).map((bytes) => bytes.length)).toEqual(
      sealed.map((bytes) => bytes.length),
    );
  });

  it("erases what the plan shows, and tells what it could not reach", async () => {
    const { digest, sum } = await planned();
    const { code, out } = await tocsin("erase", "run", ...about(), "--confirm", digest, "--json");
    expect(code).toBe(0);
    const erased = JSON.parse(out);
    expect(erased).toMatchObject({ operations: sum.operations, evidence: 1 });
    expect(erased.outOfReach).toBeInstanceOf(Array);
    expect((await tocsin("vault", "verify")).code).toBe(0);
    expect((await tocsin("record", "show", ids["person"] ?? "")).code).toBe(66);
    expect((await tocsin("search", "Keeperword")).out).toContain(ids["keeper"]);
  });

  it("leaves no word and no sealed byte of it in any file of the folder", () => {
    const left = filesUnder(at("vault"));
    expect(left.length).toBeGreaterThan(2);
    expect(sealed).toHaveLength(1);
    const before = filesUnder(at("before"));
    for (const gone of sealed)
      expect(before.some((bytes) => bytes.includes(gone.subarray(0, 64)))).toBe(true);
    for (const bytes of left) {
      for (const form of [Buffer.from(marker), Buffer.from(marker, "utf16le")])
        expect(bytes.includes(form)).toBe(false);
      for (const gone of sealed)
        for (const from of [0, 1_024, gone.length - 64])
          expect(bytes.includes(gone.subarray(from, from + 64))).toBe(false);
    }
    for (const folder of ["tmp", "home"])
      for (const bytes of filesUnder(join(place.folder, "..", folder)))
        expect(bytes.includes(marker)).toBe(false);
  });

  it("leaves nothing of it to a reader with the passphrase: neither content for the old keys, nor keys for the old content", () => {
    expect(readOperations(at("before"))).toContain(marker);
    const now = readOperations(at("vault"));
    expect(now).toContain("Keeperword");
    expect(now).not.toContain(marker);
    const oldKeys = readOperations(mixed("old-keys", "vault", "before"));
    expect(oldKeys).not.toContain(marker);
    const oldLog = readOperations(mixed("old-log", "before", "vault"));
    expect(oldLog).not.toContain(marker);
  });
});
