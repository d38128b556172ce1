// The second reader, as an open export carries it, on vaults that the program made: the same operations to the byte, the
// same evidence as Debian's `age` gives, signatures and hashes as `openssl` and `sha256sum` see them.
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { encodeCanonical, encodeUtf8, type Json } from "@tocsin/core";
import { createRecoverySecret } from "@tocsin/crypto";
import {
  createNodePrimitives,
  createVaultFolder,
  exportToFolder,
  openVaultFolder,
  recoverVaultFolder,
  recoverySheetOf,
  secondReader,
  type VaultFolder,
} from "@tocsin/node";
import { exportOpen } from "@tocsin/vault";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const passphrase = "six plain words for a vector";
const cost = { memoryKib: 8, passes: 1, lanes: 1 };
const plain = Buffer.from(Array.from({ length: 150_000 }, (_, at) => (at * 7) % 251));
const hasTools = ["age", "script", "openssl", "sha256sum"].every(
  (tool) => spawnSync(tool, ["--help"]).error === undefined,
);

let scratch = "";
let made = "";
let opened = "";
let sealed = { name: "", passphrase: "" };
let first = 0;

const json = (value: Json): Uint8Array => encodeCanonical(value);

async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 40_000) yield bytes.subarray(at, at + 40_000);
}

async function fill({ vault }: VaultFolder): Promise<void> {
  first =
    (await vault.commit([json({ title: "وصلت رسالة", n: 1 }), Uint8Array.of(0, 255)])).stamps[0]?.sequence ??
    0;
  await vault.commit([json({ critical: true })], { critical: true });
  await vault.commit(Array.from({ length: 70 }, (_, at) => json({ at })));
  const { name, passphrase: secret, sha256, size } = await vault.addEvidence(pieces(plain));
  sealed = { name, passphrase: secret };
  await vault.commit([json({ evidence: { name, passphrase: secret, sha256, size } })]);
}

/** The list of BIP 39, from the package that the program takes it from. */
async function englishWords(): Promise<string> {
  const place = createRequire(join(root, "packages/node/package.json")).resolve(
    "@scure/bip39/wordlists/english.js",
  );
  const { wordlist } = (await import(pathToFileURL(place).href)) as { readonly wordlist: readonly string[] };
  return wordlist.join("\n");
}

/** Exports with the reader, and puts its one package beside it, as its head tells people to do. */
async function exportTo(folder: string, { vault, ports }: VaultFolder): Promise<string> {
  await exportOpen(vault, exportToFolder(folder), { ports, extras: [await secondReader()] });
  mkdirSync(join(folder, "node_modules/@noble"), { recursive: true });
  for (const name of ["hash-wasm", "@noble/post-quantum", "@noble/hashes", "@noble/curves", "@noble/ciphers"])
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  return readFileSync(join(folder, "operations.jsonl"), "utf8");
}

const read = (words: readonly string[], given: { by?: string } = {}) =>
  spawnSync(process.execPath, [join(given.by ?? opened, "vault-read.mjs"), ...words], {
    encoding: "utf8",
    env: { ...process.env, TOCSIN_PASSPHRASE: passphrase },
    maxBuffer: 1 << 26,
  });

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "second-reader-"));
  made = join(scratch, "vault");
  opened = join(scratch, "open");
  const folder = await createVaultFolder(made, { passphrase, deviceName: "laptop", cost });
  await fill(folder);
  await exportTo(opened, folder);
  await folder.close();
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("the reader that an open export carries", { timeout: 120_000 }, () => {
  it("is the committed one, and named in the manifest", () => {
    expect(readFileSync(join(opened, "vault-read.mjs"))).toEqual(
      readFileSync(join(root, "tools/vault-read.mjs")),
    );
    const manifest = JSON.parse(readFileSync(join(opened, "manifest.json"), "utf8")) as {
      files: { path: string; sha256: string }[];
    };
    for (const { path, sha256 } of manifest.files)
      expect(execFileSync("sha256sum", [join(opened, path)], { encoding: "utf8" }).slice(0, 64)).toBe(sha256);
    expect(manifest.files.map(({ path }) => path)).toContain("vault-read.mjs");
  });

  it("gives the operations that the program gave, to the byte, and finds nothing wrong", () => {
    const told = read(["operations", made]);
    expect(told.stderr).toBe("");
    expect(told.status).toBe(0);
    expect(told.stdout).toBe(readFileSync(join(opened, "operations.jsonl"), "utf8"));
    const verified = read(["verify", made]);
    expect(verified.status).toBe(0);
    expect(JSON.parse(verified.stdout)).toMatchObject({
      operations: { readable: 74, control: 3 },
      evidence: 1,
    });
  });

  it.skipIf(!hasTools)("opens evidence to what age gives with the passphrase from the operation", () => {
    const [byReader, byAge] = [join(scratch, "by-reader"), join(scratch, "by-age")];
    expect(read(["evidence", made, sealed.name, "--to", byReader]).status).toBe(0);
    const command = `age -d -o ${byAge} ${join(opened, "evidence", `${sealed.name}.age`)}`;
    // Typed once the prompt is there; typed earlier, the terminal's settings would swallow it.
    const typed = `sleep 1; printf '%s\\n' "$SECRET"; sleep 1`;
    spawnSync("sh", ["-c", `(${typed}) | script -qec "${command}" /dev/null`], {
      env: { ...process.env, SECRET: sealed.passphrase },
      timeout: 30_000,
    });
    expect(readFileSync(byReader)).toEqual(plain);
    expect(readFileSync(byAge)).toEqual(plain);
  });

  it.skipIf(!hasTools)("explains a commit so that openssl and sha256sum say the same", () => {
    const told = read(["verify", made, "--explain", String(first)]);
    const { hashed, hash, signed, signature, publicKey } = JSON.parse(told.stdout) as Record<string, string>;
    const bytes = (hex: string | undefined): Buffer => Buffer.from(hex ?? "", "hex");
    expect(execFileSync("sha256sum", { input: bytes(hashed), encoding: "utf8" }).slice(0, 64)).toBe(hash);
    const files = { key: bytes(publicKey), signature: bytes(signature), signed: bytes(signed) };
    for (const [name, content] of Object.entries(files)) writeFileSync(join(scratch, name), content);
    const given = [
      "-pubin",
      "-keyform",
      "DER",
      "-inkey",
      join(scratch, "key"),
      "-sigfile",
      join(scratch, "signature"),
    ];
    const words = ["pkeyutl", "-verify", "-rawin", ...given, "-in", join(scratch, "signed")];
    expect(spawnSync("openssl", words, { encoding: "utf8" }).stdout).toContain(
      "Signature Verified Successfully",
    );
  });

  it("agrees with the program on a vault with a flipped bit", async () => {
    const damaged = join(scratch, "damaged");
    cpSync(made, damaged, { recursive: true });
    const chains = join(damaged, "chains");
    const segment = join(chains, readdirSync(chains)[0] ?? "", "000001.seg");
    const bytes = readFileSync(segment);
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
    writeFileSync(segment, bytes);
    const told = read(["operations", damaged]);
    expect(told.status).toBe(10);
    const folder = await openVaultFolder(damaged, passphrase);
    const lines = await exportTo(join(scratch, "open-damaged"), folder);
    expect(told.stdout).toBe(lines);
    const kinds = (found: readonly string[]): readonly string[] => [...found].sort();
    expect(
      kinds(
        told.stderr
          .trim()
          .split("\n")
          .map((line) => (JSON.parse(line) as { finding: string }).finding),
      ),
    ).toEqual(kinds(folder.vault.problems().map(({ kind }) => kind)));
    await folder.close();
  });
});

describe("after recovery and erasure", { timeout: 120_000 }, () => {
  it("reads what the program reads, and opens with the recovery sheet", async () => {
    const folder = join(scratch, "recovered");
    const recovery = createRecoverySecret(createNodePrimitives());
    const before = await createVaultFolder(folder, {
      passphrase: "another that is lost",
      deviceName: "lost",
      cost,
      recovery,
    });
    await before.vault.commit([json({ by: "the lost device" })]);
    await before.close();
    const sheet = recoverySheetOf(recovery);
    const after = await recoverVaultFolder(folder, { passphrase, deviceName: "found", cost, recovery });
    const { stamps } = await after.vault.commit([json({ goes: 1 }), json({ stays: 1 })]);
    const [goes] = stamps;
    if (goes === undefined) throw new Error("Cannot test: nothing was written");
    await after.vault.erase({
      operations: [goes],
      evidence: [],
      ground: "consent",
      payloads: [json({ why: "asked" })],
    });
    const lines = await exportTo(join(scratch, "open-recovered"), after);
    await after.close();
    expect(lines).toContain('"state":"erased"');
    const told = read(["operations", folder]);
    expect([told.status, told.stderr]).toEqual([0, ""]);
    expect(told.stdout).toBe(lines);
    const [words, list] = [join(scratch, "words"), join(scratch, "list")];
    writeFileSync(words, sheet.words.join(" "));
    writeFileSync(list, await englishWords());
    const by = join(scratch, "open-recovered");
    const recovered = read(["operations", folder, "--recovery-file", words, "--word-list", list], { by });
    expect([recovered.status, recovered.stderr]).toEqual([0, ""]);
    expect(recovered.stdout).toBe(lines);
    expect(existsSync(join(by, "device.json"))).toBe(false);
  });
});

it("is understood by nobody without a passphrase", () => {
  const wrong = spawnSync(process.execPath, [join(opened, "vault-read.mjs"), "operations", made], {
    encoding: "utf8",
    env: { ...process.env, TOCSIN_PASSPHRASE: "not these words" },
  });
  expect([wrong.status, wrong.stdout]).toEqual([77, ""]);
  expect(encodeUtf8(wrong.stderr).length).toBeGreaterThan(0);
});
