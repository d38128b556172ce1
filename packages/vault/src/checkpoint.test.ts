// Checkpoints against vectors that node:crypto computes from the words of docs/formats/checkpoint.md.
import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { encodeHex, encodeUtf8, parseHex } from "@tocsin/core";
import {
  consistencyProof,
  createKey,
  leafHash,
  type SigningKeyPair,
  signingKeyPairOf,
  verifyConsistency,
  verifyInclusion,
} from "@tocsin/crypto";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { originOf, parseCheckpoint, signCheckpoint, verifyCheckpoint } from "./checkpoint.ts";
import type { MadeCheckpoint } from "./checkpoint-types.ts";
import { openDeviceFile } from "./device-file.ts";
import { scanSegment } from "./frame.ts";
import {
  codeOf,
  createSmallVault,
  passphrase,
  reopen,
  segmentPathOf,
  type SmallVault,
} from "./small-vault.fake.ts";
import type { ChainId, Vault, VaultId } from "./types.ts";

const primitives = createFakePrimitives("checkpoints");

function sha256(...parts: readonly Uint8Array[]): Buffer {
  return parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
}

/** RFC 6962, section 2.1, by its definition. */
function treeHash(entries: readonly Uint8Array[]): Buffer {
  if (entries.length < 2) return entries[0] === undefined ? sha256() : sha256(Uint8Array.of(0), entries[0]);
  const split = 2 ** Math.floor(Math.log2(entries.length - 1));
  return sha256(Uint8Array.of(1), treeHash(entries.slice(0, split)), treeHash(entries.slice(split)));
}

async function hashesOf(vault: Vault): Promise<readonly Uint8Array[]> {
  const hashes = [];
  for await (const { commit } of vault.replay()) hashes.push(parseHex(commit));
  return hashes;
}

/** The note of a vector, from a seed of 32 bytes, by node:crypto alone. */
function noteOf(seed: Buffer, origin: string, size: number, root: Uint8Array): string {
  const pkcs8 = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  const key = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);
  const text = `${origin}\n${size}\n${Buffer.from(root).toString("base64")}\n`;
  const id = sha256(Buffer.from(`${origin}\n\u0001`), publicKey).subarray(0, 4);
  const line = Buffer.concat([id, sign(null, Buffer.from(text), key)]).toString("base64");
  return `${text}\n\u2014 ${origin} ${line}\n`;
}

interface Claim {
  readonly seed: Uint8Array;
  readonly vault: VaultId;
  readonly chain: ChainId;
  readonly size: number;
  readonly root: Uint8Array;
}

const bytesOf = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length });
const claims: fc.Arbitrary<Claim> = fc.record({
  seed: bytesOf(32),
  vault: bytesOf(32).map((bytes) => encodeHex(bytes) as VaultId),
  chain: bytesOf(16).map((bytes) => encodeHex(bytes) as ChainId),
  size: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
  root: bytesOf(32),
});

function keysOf(seed: Uint8Array): SigningKeyPair {
  return signingKeyPairOf(primitives, createKey("ed25519", Uint8Array.from(seed)));
}

describe("a checkpoint", () => {
  it("is written byte for byte as node:crypto writes it from the specification, at any size", () => {
    fc.assert(
      fc.property(claims, (claim) => {
        const keys = keysOf(claim.seed);
        const note = signCheckpoint(primitives, keys, claim);
        const origin = originOf(claim.vault, claim.chain);
        expect(note).toBe(noteOf(Buffer.from(claim.seed), origin, claim.size, claim.root));
        const { vault, chain, size, root } = claim;
        const verdict = verifyCheckpoint(primitives, encodeUtf8(note), keys.publicKey);
        expect(verdict).toEqual({
          state: "signed",
          checkpoint: { origin, vault, chain, size, root },
          problem: null,
        });
      }),
      { numRuns: 30 },
    );
  });

  it("does not verify with any bit flipped, or cut short, or under another key", () => {
    fc.assert(
      fc.property(claims, fc.nat(), fc.nat({ max: 7 }), (claim, at, bit) => {
        const keys = keysOf(claim.seed);
        const bytes = encodeUtf8(signCheckpoint(primitives, keys, claim));
        const place = at % bytes.length;
        const flipped = Uint8Array.from(bytes, (byte, index) => (index === place ? byte ^ (1 << bit) : byte));
        expect(verifyCheckpoint(primitives, flipped, keys.publicKey).state).not.toBe("signed");
        const cut = bytes.subarray(0, place);
        expect(verifyCheckpoint(primitives, cut, keys.publicKey).state).toBe("unreadable");
        const other = keysOf(claim.root).publicKey;
        expect(verifyCheckpoint(primitives, bytes, other)).toMatchObject({ problem: "unsigned" });
      }),
      { numRuns: 120 },
    );
  });

  it("is refused for its reason when it is not of its form", () => {
    const origin = originOf("ab".repeat(32) as VaultId, "cd".repeat(16) as ChainId);
    const root = Buffer.alloc(32, 9).toString("base64");
    const cases = {
      "bad-origin": [
        `${origin}0\n1\n${root}\n`,
        `${origin.toUpperCase()}\n1\n${root}\n`,
        `log\n1\n${root}\n`,
      ],
      "bad-size": ["0", "-1", "01", "1 ", "1.0", "1e3", "9007199254740992", "", "9".repeat(400)].map(
        (size) => `${origin}\n${size}\n${root}\n`,
      ),
      "bad-root": [root.slice(4), `${root}AAAA`, root.replace("=", ""), "?"].map(
        (text) => `${origin}\n1\n${text}\n`,
      ),
      "bad-lines": [`${origin}\n1\n`, `${origin}\n1\n${root}\nmore\n`, `${origin}\n1\n${root}\n\n`],
    };
    const line = `\u2014 ${origin} ${Buffer.alloc(68, 1).toString("base64")}\n`;
    for (const [problem, texts] of Object.entries(cases))
      for (const text of texts) expect(parseCheckpoint(`${text}\n${line}`)).toMatchObject({ problem });
    const largest = `${origin}\n9007199254740991\n${root}\n\n${line}`;
    expect(parseCheckpoint(largest).checkpoint?.size).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe("the checkpoints of a vault", () => {
  let small: SmallVault;
  const made: MadeCheckpoint[] = [];
  beforeAll(async () => {
    small = await createSmallVault();
    for (let count = 0; count < 9; count += 1) {
      made.push(small.vault.checkpoint());
      await small.vault.commit([encodeUtf8(`act ${count}`)]);
    }
  });

  it("cover every durable commit, the newest included, and node:crypto gets the same root and signature", async () => {
    const hashes = await hashesOf(small.vault);
    for (const { size, root, note, publicKey, commit } of made) {
      expect(Buffer.from(root)).toEqual(treeHash(hashes.slice(0, size)));
      expect(commit).toBe(encodeHex(hashes[size - 1] ?? new Uint8Array(0)));
      const jwk = { kty: "OKP", crv: "Ed25519", x: Buffer.from(publicKey).toString("base64url") };
      const text = note.slice(0, note.indexOf("\n\n") + 1);
      const signature = Buffer.from(note.trimEnd().split(" ").at(-1) ?? "", "base64").subarray(4);
      const key = createPublicKey({ key: jwk, format: "jwk" });
      expect(verify(null, Buffer.from(text), key, signature)).toBe(true);
    }
    expect(made.map(({ size }) => size)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it("are confirmed by the log as it grows, and after opening it again", async () => {
    for (const vault of [small.vault, await reopen(small.stores)])
      for (const { note, size } of [...made, small.vault.checkpoint()])
        expect(vault.verifyCheckpoint(note)).toMatchObject({ state: "confirmed", checkpoint: { size } });
  });

  it("prove each commit that they cover, and each other", async () => {
    const leaves = (await hashesOf(small.vault)).map((hash) => leafHash(primitives, hash));
    for (const { size, root, chain } of made) {
      for (let sequence = 1; sequence <= size; sequence += 1) {
        const { proof, index, commit } = small.vault.proveCommit({ chain, sequence }, size);
        const claim = { leaf: leafHash(primitives, parseHex(commit)), index, size, proof, root };
        expect(verifyInclusion(primitives, claim)).toBe(true);
      }
      const now = small.vault.checkpoint();
      const proof = consistencyProof(primitives, leaves, size);
      const claim = { oldSize: size, oldRoot: root, size: now.size, root: now.root, proof };
      expect(verifyConsistency(primitives, claim)).toBe(true);
    }
    const { chain } = small.vault.device;
    const beyond = { chain, sequence: 4 };
    expect(await codeOf(() => small.vault.proveCommit(beyond, 3))).toBe("vault.not-found");
    expect(await codeOf(() => small.vault.proveCommit(beyond, 99))).toBe("vault.not-found");
    expect(await codeOf(() => small.vault.proveCommit({ chain, sequence: 0 }, 3))).toBe("vault.not-found");
  });

  it("contradict a log with other commits, and name one that has lost its end", async () => {
    const { stores, vault } = await createSmallVault("again");
    await vault.commit([encodeUtf8("kept")]);
    const path = segmentPathOf(vault);
    const before = stores.files().get(path) ?? new Uint8Array(0);
    await vault.commit([encodeUtf8("before the rollback")]);
    const later = vault.checkpoint();
    const { secrets } = await openDeviceFile(primitives, (await stores.device.read()) ?? before, passphrase);
    const keys = signingKeyPairOf(primitives, secrets.ed25519);
    for (const size of [1, 2, 3]) {
      const other = signCheckpoint(primitives, keys, { ...later, size, root: new Uint8Array(32) });
      expect(vault.verifyCheckpoint(other).state).toBe("contradicted");
    }
    stores.replace(path, before);
    expect((await reopen(stores)).verifyCheckpoint(later.note).state).toBe("ahead");
    const forged = signCheckpoint(primitives, keysOf(parseHex("07".repeat(32))), later);
    expect(vault.verifyCheckpoint(forged)).toMatchObject({ state: "not-signed", problem: "unsigned" });
  });

  it("stay confirmed before a damaged stretch, and say behind it that nothing is there to compare", async () => {
    const { stores, vault } = await createSmallVault("damaged");
    const first = vault.checkpoint();
    await vault.commit([encodeUtf8("to be damaged")]);
    const second = vault.checkpoint();
    await vault.commit([encodeUtf8("behind")]);
    const third = vault.checkpoint();
    const path = segmentPathOf(vault);
    const bytes = stores.files().get(path) ?? new Uint8Array(0);
    const name = { chain: vault.device.chain, number: 1 };
    const place = scanSegment(primitives, name, bytes).frames[3]?.offset ?? 0;
    stores.replace(
      path,
      bytes.map((byte, at) => (at === place + 40 ? byte ^ 1 : byte)),
    );
    const again = await reopen(stores);
    const states = [first, second, third].map(({ note }) => again.verifyCheckpoint(note).state);
    expect(states).toEqual(["confirmed", "broken-chain", "broken-chain"]);
    expect(await codeOf(() => again.checkpoint(vault.device.chain))).toBe("vault.unreadable");
    expect(again.proveCommit({ chain: vault.device.chain, sequence: 1 }, 1).proof).toEqual([]);
    expect(await codeOf(() => again.proveCommit({ chain: vault.device.chain, sequence: 1 }, 3))).toBe(
      "vault.unreadable",
    );
  });

  it("stay confirmed when what they cover is erased, and prove the erased commit all the same", async () => {
    const { stores, vault } = await createSmallVault("erased");
    const { stamps } = await vault.commit([encodeUtf8("a name that must go")]);
    const before = vault.checkpoint();
    await vault.erase({ operations: stamps.slice(0, 1), evidence: [], ground: "consent" });
    for (const one of [vault, await reopen(stores)]) {
      expect(one.verifyCheckpoint(before.note).state).toBe("confirmed");
      const { proof, index, size, commit } = one.proveCommit(
        { chain: before.chain, sequence: 2 },
        before.size,
      );
      const leaf = leafHash(primitives, parseHex(commit));
      expect(verifyInclusion(primitives, { leaf, index, size, proof, root: before.root })).toBe(true);
    }
  });

  it("of something else say what they are of", async () => {
    const other = (await createSmallVault("other")).vault.checkpoint();
    expect(small.vault.verifyCheckpoint(other.note).state).toBe("other-vault");
    const keys = keysOf(parseHex("08".repeat(32)));
    const chain = "00".repeat(16) as ChainId;
    const { id: vault } = small.vault;
    const stranger = signCheckpoint(primitives, keys, { vault, chain, size: 1, root: other.root });
    expect(small.vault.verifyCheckpoint(stranger).state).toBe("unknown-chain");
    expect(small.vault.verifyCheckpoint("nothing").problem).toBe("no-signatures");
    expect(await codeOf(() => small.vault.checkpoint(chain))).toBe("vault.not-found");
  });

  it("are not made when the vault is locked", async () => {
    const { vault } = await createSmallVault("locked");
    const { note } = vault.checkpoint();
    vault.lock();
    expect(await codeOf(() => vault.checkpoint())).toBe("vault.locked");
    expect(await codeOf(() => vault.verifyCheckpoint(note))).toBe("vault.locked");
  });
});
