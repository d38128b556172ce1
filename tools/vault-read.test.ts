// The second reader on every test vector: it says what the vectors say, for the stated reason.
import { createHash } from "node:crypto";
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeVectors } from "./make-vectors.ts";
import {
  lineOf,
  openDevice,
  openVault,
  openVaultByRecovery,
  operationsOf,
  recoverySecretOf,
  Refusal,
} from "./vault-read.mjs";
import {
  committedVectors,
  findingLines,
  operationLines,
  type CommittedVector,
} from "./vectors/read-vectors.ts";
import type { ExpectedFinding } from "./vectors/vector.ts";

const root = resolve(import.meta.dirname, "..");
const reader = join(root, "tools/vault-read.mjs");
const vectors = committedVectors(join(root, "vectors"));
const scratch = mkdtempSync(join(tmpdir(), "vault-read-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function readAll({ folder, expected }: CommittedVector) {
  const vault = openVault(folder, await openDevice(folder, () => expected.passphrase));
  const lines = [...operationsOf(vault)].map(lineOf).filter((line) => line !== undefined);
  return { lines, findings: [...vault.findings.values()] as readonly ExpectedFinding[] };
}

const named = (name: string): CommittedVector => {
  const vector = vectors.find((each) => each.name === name);
  if (vector === undefined) throw new Error(`Cannot test: there is no vector ${name}`);
  return vector;
};

const run = (words: readonly string[], passphrase?: string) =>
  spawnSync(process.execPath, [reader, ...words], {
    encoding: "utf8",
    env: { ...process.env, ...(passphrase === undefined ? {} : { TOCSIN_PASSPHRASE: passphrase }) },
    maxBuffer: 64 * 1024 * 1024,
  });

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .sort();
}

const contentsOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(filesUnder(folder).map((path) => [relative(folder, path), readFileSync(path, "base64")]));

describe("the test vectors", { timeout: 120_000 }, () => {
  it("are what the committed script makes", async () => {
    const made = join(scratch, "made");
    await makeVectors(made);
    expect(contentsOf(made)).toEqual(contentsOf(join(root, "vectors")));
  });

  it("hold every finding and every error of section 16", () => {
    const page = readFileSync(join(root, "docs/formats/vault.md"), "utf8");
    const section = page.slice(page.indexOf("## 16."), page.indexOf("## 17."));
    const findings = [...section.matchAll(/^\| `([a-z-]+)`/gm)].map(([, word]) => word);
    const shown = new Set(vectors.flatMap(({ expected }) => expected.findings.map(({ finding }) => finding)));
    const errors = new Set(vectors.map(({ expected }) => expected.error));
    expect(findings.length).toBeGreaterThan(15);
    expect(findings.filter((word) => !shown.has(word ?? ""))).toEqual([]);
    for (const word of ["damaged", "unsupported", "wrong-passphrase", "limit", "missing"])
      expect(errors).toContain(word);
  });

  it("stay small", () => {
    const size = filesUnder(join(root, "vectors")).reduce((sum, path) => sum + statSync(path).size, 0);
    expect(size).toBeLessThan(2_000_000);
  });
});

describe("the second reader", { timeout: 60_000 }, () => {
  it.each(vectors.filter(({ expected }) => expected.opens).map((vector) => [vector.name, vector] as const))(
    "says of %s what the vector says",
    async (_, vector) => {
      const { lines, findings } = await readAll(vector);
      expect(findingLines(findings)).toEqual(findingLines(vector.expected.findings));
      expect(lines).toEqual(operationLines(vector.expected.operations));
    },
  );

  it.each(vectors.filter(({ expected }) => !expected.opens).map((vector) => [vector.name, vector] as const))(
    "refuses %s for its reason",
    async (_, { folder, expected }) => {
      const refusal = await openDevice(folder, () => expected.passphrase).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(Refusal);
      expect((refusal as Refusal).kind).toBe(expected.error);
    },
  );

  it("refuses a device file of more than 1 MiB", async () => {
    const folder = join(scratch, "large");
    mkdirSync(folder);
    writeFileSync(join(folder, "device.json"), Buffer.alloc(1024 * 1024 + 1, 0x20));
    await expect(openDevice(folder, () => "any")).rejects.toMatchObject({ kind: "damaged" });
  });

  it("ends with the exit code of what it says", () => {
    const codes = {
      fresh: 0,
      fork: 10,
      "device-file-cut": 65,
      "argon2-memory": 65,
      "wrong-passphrase": 77,
      "no-device-file": 66,
    };
    for (const [name, code] of Object.entries(codes)) {
      const { folder, expected } = named(name);
      expect([name, run(["verify", folder], expected.passphrase).status]).toEqual([name, code]);
    }
    expect(run(["verify", join(scratch, "nothing")], "any").status).toBe(66);
    expect(run(["tell", scratch], "any").status).toBe(64);
  });

  it("says what can be said without a passphrase", () => {
    const { folder } = named("two-chains");
    const told = run(["info", folder]);
    expect(told.status).toBe(0);
    expect(JSON.parse(told.stdout)).toMatchObject({ devices: 1, commits: 8, chains: [{}, {}, {}] });
  });

  it("opens evidence, and leaves nothing where it can't", () => {
    const { folder, expected } = named("evidence");
    for (const { name, sha256 } of expected.evidence) {
      const out = join(scratch, name);
      expect(run(["evidence", folder, name, "--to", out], expected.passphrase).status).toBe(0);
      expect(execFileSync("sha256sum", [out], { encoding: "utf8" }).slice(0, 64)).toBe(sha256);
    }
    const [first] = expected.evidence;
    const copy = join(scratch, "altered");
    cpSync(folder, copy, { recursive: true });
    const sealed = join(copy, "evidence", `${first?.name ?? ""}.age`);
    const bytes = readFileSync(sealed);
    bytes.writeUInt8(bytes.readUInt8(170) ^ 1, 170);
    writeFileSync(sealed, bytes);
    const out = join(scratch, "not-written");
    expect(run(["evidence", copy, first?.name ?? "", "--to", out], expected.passphrase).status).toBe(65);
    expect(filesUnder(scratch)).not.toContain(out);
    expect(run(["verify", copy], expected.passphrase).stderr).toContain("evidence-damaged");
    rmSync(sealed);
    expect(run(["verify", copy], expected.passphrase).stderr).toContain("evidence-missing");
  });

  it("opens a vault with the recovery sheet alone, by its text or its words", async () => {
    const { folder, expected } = named("recovered");
    const words = Array.from({ length: 2_048 }, (_, at) => `word${at}`);
    const secret = Buffer.from(expected.recovery?.split("/")[2] ?? "", "base64url");
    const checked = Buffer.concat([secret, createHash("sha256").update(secret).digest().subarray(0, 1)]);
    const bits = [...checked].map((byte) => byte.toString(2).padStart(8, "0")).join("");
    const sheet = bits.match(/.{11}/g)?.map((eleven) => words[Number.parseInt(eleven, 2)]) ?? [];
    expect(recoverySecretOf(sheet.join(" "), words)).toEqual(secret);
    expect(recoverySecretOf([...sheet.slice(1), sheet[0]].join(" "), words)).toBeUndefined();
    const given = recoverySecretOf(`${expected.recovery ?? ""}\n`);
    if (given === undefined) throw new Error("Cannot test: the vector has no recovery text");
    const vault = await openVaultByRecovery(folder, given);
    expect([...operationsOf(vault)].map(lineOf).filter((line) => line !== undefined)).toEqual(
      operationLines(expected.operations),
    );
    expect([...vault.findings]).toEqual([]);
    await expect(openVaultByRecovery(named("fresh").folder, given)).rejects.toMatchObject({
      kind: "wrong-passphrase",
    });
  });

  it("never writes into the vault's folder", () => {
    const { folder, expected } = named("evidence");
    const before = contentsOf(folder);
    const inside = join(folder, "out.bin");
    const name = expected.evidence[0]?.name ?? "";
    expect(run(["evidence", folder, name, "--to", inside], expected.passphrase).status).toBe(64);
    for (const command of ["info", "verify"]) run([command, folder], expected.passphrase);
    expect(contentsOf(folder)).toEqual(before);
  });
});

interface Explained {
  readonly hashed: string;
  readonly hash: string;
  readonly signed: string;
  readonly signature: string;
  readonly publicKey: string;
  readonly leafRoot: string;
  readonly leaves: readonly {
    readonly body: string;
    readonly bodyDigest: string;
    readonly salted: string;
    readonly contentDigest: string;
    readonly leaf: string;
  }[];
}

const sumOf = (hex: string): string =>
  execFileSync("sha256sum", { input: Buffer.from(hex, "hex"), encoding: "utf8" }).slice(0, 64);

describe("one commit in pieces", { timeout: 60_000 }, () => {
  const { folder, expected } = named("texts");
  const pieces = JSON.parse(
    run(["verify", folder, "--explain", "3"], expected.passphrase).stdout,
  ) as Explained;

  it("has the hashes that sha256sum gives", () => {
    expect(sumOf(pieces.hashed)).toBe(pieces.hash);
    expect(pieces.leaves).toHaveLength(4);
    for (const { body, bodyDigest, salted, contentDigest } of pieces.leaves) {
      expect(sumOf(body)).toBe(bodyDigest);
      expect(sumOf(salted)).toBe(contentDigest);
    }
    const [one, two, three, four] = pieces.leaves.map(({ leaf }) => sumOf(leaf));
    expect(sumOf(`01${sumOf(`01${one}${two}`)}${sumOf(`01${three}${four}`)}`)).toBe(pieces.leafRoot);
  });

  it("has a signature that openssl verifies, and not over another hash", () => {
    const at = (name: string): string => join(scratch, name);
    writeFileSync(at("key.der"), Buffer.from(pieces.publicKey, "hex"));
    writeFileSync(at("signature"), Buffer.from(pieces.signature, "hex"));
    const verify = (signed: Buffer): number | null => {
      writeFileSync(at("signed"), signed);
      const given = ["-pubin", "-inkey", at("key.der"), "-keyform", "DER", "-sigfile", at("signature")];
      return spawnSync("openssl", ["pkeyutl", "-verify", "-rawin", ...given, "-in", at("signed")]).status;
    };
    const signed = Buffer.from(pieces.signed, "hex");
    expect(verify(signed)).toBe(0);
    signed.writeUInt8(signed.readUInt8(20) ^ 1, 20);
    expect(verify(signed)).not.toBe(0);
  });
});
