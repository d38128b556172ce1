import { encodeHex, encodeUtf8 } from "@tocsin/core";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeOf, createSmallVault, reopen, type SmallVault } from "./small-vault.fake.ts";
import type { EvidenceDraft, Vault } from "./types.ts";

const primitives = createFakePrimitives();
const plain = Uint8Array.from({ length: 400_000 }, (_, index) => (index * 7 + (index >> 8)) % 253);
const hint = "/home/somebody/phone.tar";
const draft = { hint, from: 1 };

async function* inPieces(bytes: Uint8Array, length = 30_000): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** Gives `bytes`, and then nothing more, ever: what a process does that was killed. */
async function* stalling(bytes: Uint8Array, onEnd: () => void): AsyncIterable<Uint8Array> {
  yield* inPieces(bytes);
  onEnd();
  await new Promise(() => {});
}

function evidenceFiles({ stores }: SmallVault): readonly string[] {
  return [...stores.files().keys()].filter((path) => path.startsWith("evidence/"));
}

/** A vault whose process ended in the middle of its evidence, opened by another. */
async function killedAt(length: number): Promise<{ small: SmallVault; vault: Vault; left: EvidenceDraft }> {
  const small = await createSmallVault();
  let isStalled = false;
  const source = stalling(plain.subarray(0, length), () => (isStalled = true));
  void small.vault.addEvidence(source, { draft }).catch(() => {});
  while (!isStalled) await Promise.resolve();
  const vault = await reopen(small.stores);
  const [left] = await vault.evidenceDrafts();
  if (left === undefined) throw new Error("no draft was left");
  return { small, vault, left };
}

describe("evidence that was not finished", () => {
  it("is gone on with, and is what it would have been", async () => {
    const { small, vault, left } = await killedAt(200_000);
    expect(left.hint).toBe(hint);
    expect(left.size).toBeGreaterThan(65_536);
    const progress: number[] = [];
    const info = await vault.addEvidence(inPieces(plain, 77_000), {
      resume: left.name,
      onProgress: (bytes) => progress.push(bytes),
    });
    expect(info).toMatchObject({ name: left.name, size: plain.length });
    expect(info.sha256).toBe(encodeHex(primitives.sha256(plain)));
    expect(progress.at(-1)).toBe(plain.length);
    expect((await vault.openEvidence(info)).read(0, plain.length)).toEqual(plain);
    expect(evidenceFiles(small)).toEqual([`evidence/${info.name}.age`]);
    expect(await vault.evidenceDrafts()).toEqual([]);
  });

  it("is gone on with wherever its file ends, also in the middle of a chunk", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 165, max: 200_000 }), async (end) => {
        const { small, vault, left } = await killedAt(300_000);
        const path = `evidence/${left.name}.partial`;
        small.stores.replace(path, (small.stores.files().get(path) ?? new Uint8Array(0)).slice(0, end));
        const info = await vault.addEvidence(inPieces(plain), { resume: left.name });
        expect(info.sha256).toBe(encodeHex(primitives.sha256(plain)));
        expect((await vault.openEvidence(info)).read(0, plain.length)).toEqual(plain);
      }),
      { numRuns: 6, examples: [[165], [165 + 65_552], [165 + 65_553]] },
    );
  });

  const changes: Readonly<Record<string, Uint8Array>> = {
    "that is shorter now": plain.subarray(0, 100_000),
    "that is empty now": new Uint8Array(0),
    "whose first byte changed": Uint8Array.from(plain, (byte, index) => (index === 0 ? byte ^ 1 : byte)),
    "that changed just before the end of what was sealed": Uint8Array.from(plain, (byte, index) =>
      index === 196_000 ? byte ^ 1 : byte,
    ),
  };

  it.each(Object.entries(changes))("refuses a source %s, and discards the draft", async (_, changed) => {
    const { small, vault, left } = await killedAt(300_000);
    const resumed = vault.addEvidence(inPieces(changed), { resume: left.name });
    await expect(resumed).rejects.toMatchObject({ code: "vault.source-changed" });
    expect(evidenceFiles(small)).toEqual([]);
    expect(await codeOf(() => vault.addEvidence(inPieces(plain), { resume: left.name }))).toBe(
      "vault.not-found",
    );
  });

  it("refuses bytes that decayed meanwhile, and never writes over them", async () => {
    const { small, vault, left } = await killedAt(300_000);
    const path = `evidence/${left.name}.partial`;
    const bytes = (small.stores.files().get(path) ?? new Uint8Array(0)).slice();
    bytes[100_000] = (bytes[100_000] ?? 0) ^ 1;
    small.stores.replace(path, bytes);
    expect(await codeOf(() => vault.addEvidence(inPieces(plain), { resume: left.name }))).toBe(
      "vault.source-changed",
    );
    expect(evidenceFiles(small)).toEqual([]);
  });

  it("shows nothing of its passphrase and of where it came from", async () => {
    const { small, vault, left } = await killedAt(300_000);
    const info = await vault.addEvidence(inPieces(plain), { resume: left.name });
    const kept = (await killedAt(300_000)).small.stores.files();
    for (const files of [kept, small.stores.files()])
      for (const bytes of files.values())
        for (const secret of [hint, info.passphrase])
          expect(Buffer.from(bytes).includes(Buffer.from(encodeUtf8(secret)))).toBe(false);
  });

  it("can only be discarded where this device did not seal the draft, or nothing is kept of it", async () => {
    const { small, vault, left } = await killedAt(300_000);
    const path = `evidence/${left.name}.draft`;
    const sealed = small.stores.files().get(path) ?? new Uint8Array(0);
    for (const bytes of [sealed.slice(1), new Uint8Array(0), new Uint8Array(100_000), sealed.slice(0, -1)]) {
      small.stores.replace(path, bytes);
      expect(await vault.evidenceDrafts()).toMatchObject([{ name: left.name, hint: null }]);
      expect(await codeOf(() => vault.addEvidence(inPieces(plain), { resume: left.name }))).toBe(
        "vault.not-found",
      );
    }
    // A draft is of one file.
    const other = "0".repeat(32);
    small.stores.replace(`evidence/${other}.draft`, sealed);
    small.stores.replace(`evidence/${other}.partial`, new Uint8Array(1000));
    const listed = await vault.evidenceDrafts();
    expect(listed.map((one) => one.hint)).toEqual([null, null]);
    for (const { name } of listed) await vault.discardEvidence(name);
    expect(evidenceFiles(small)).toEqual([]);
  });

  it("is no draft while it is being written, and nobody else may go on with it", async () => {
    const { vault, left } = await killedAt(200_000);
    let isStalled = false;
    const source = stalling(plain, () => (isStalled = true));
    void vault.addEvidence(source, { resume: left.name }).catch(() => {});
    while (!isStalled) await Promise.resolve();
    expect(await vault.evidenceDrafts()).toEqual([]);
    expect(await codeOf(() => vault.addEvidence(inPieces(plain), { resume: left.name }))).toBe(
      "vault.in-use",
    );
  });

  it("has no draft where it is small, or where nobody asked for one", async () => {
    const small = await createSmallVault();
    await small.vault.addEvidence(inPieces(plain), { draft: { hint } });
    const drafts: boolean[] = [];
    const watch = (): void => void drafts.push(evidenceFiles(small).some((path) => path.endsWith(".draft")));
    await small.vault.addEvidence(inPieces(plain), { onProgress: watch });
    await small.vault.addEvidence(inPieces(plain), { draft: { hint }, onProgress: watch });
    expect(drafts).not.toContain(true);
    await small.vault.addEvidence(inPieces(plain), { draft, onProgress: watch });
    expect(drafts).toContain(true);
    expect(evidenceFiles(small).every((path) => path.endsWith(".age"))).toBe(true);
  });
});
