import { encodeHex, encodeUtf8 } from "@tocsin/core";
import { openSealedFile } from "@tocsin/crypto";
import { createFakePrimitives } from "@tocsin/crypto/fakes";
import { Decrypter } from "age-encryption";
import { describe, expect, it } from "vitest";
import { codeOf, createSmallVault, reopen, type SmallVault } from "./small-vault.fake.ts";

const primitives = createFakePrimitives();
const plain = Uint8Array.from({ length: 140_000 }, (_, index) => (index * 7) % 253);

async function* inPieces(bytes: Uint8Array, length = 40_000): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

function sealedOf({ stores }: SmallVault, name: string): Uint8Array {
  return stores.files().get(`evidence/${name}.age`) ?? new Uint8Array(0);
}

function evidenceFiles({ stores }: SmallVault): readonly string[] {
  return [...stores.files().keys()].filter((path) => path.startsWith("evidence/"));
}

describe("evidence", () => {
  it("is hashed, sealed, and read back by range after opening again", async () => {
    const small = await createSmallVault();
    const progress: number[] = [];
    const info = await small.vault.addEvidence(inPieces(plain), {
      onProgress: (bytes) => progress.push(bytes),
    });
    expect(info.sha256).toBe(encodeHex(primitives.sha256(plain)));
    expect(info.size).toBe(plain.length);
    expect(info.passphrase).toHaveLength(43);
    expect(progress).toEqual([40_000, 80_000, 120_000, 140_000]);
    const reader = await (await reopen(small.stores)).openEvidence(info);
    expect(reader.size).toBe(plain.length);
    expect(reader.read(65_500, 100)).toEqual(plain.slice(65_500, 65_600));
    expect([...reader.stream()].map((piece) => piece.length)).toEqual([65_536, 65_536, 8_928]);
    reader.close();
  });

  it("can be opened without the vault: by the standard tool, and by the pure reader", async () => {
    const small = await createSmallVault();
    const { name, passphrase } = await small.vault.addEvidence(inPieces(plain));
    const sealed = sealedOf(small, name);
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    expect(await decrypter.decrypt(sealed)).toEqual(plain);
    const source = {
      size: sealed.length,
      read: (at: number, length: number) => sealed.slice(at, at + length),
    };
    expect(openSealedFile(primitives, source, passphrase).read(0, plain.length)).toEqual(plain);
  });

  it("can be empty", async () => {
    const { vault } = await createSmallVault();
    const info = await vault.addEvidence(inPieces(new Uint8Array(0)));
    expect((await vault.openEvidence(info)).size).toBe(0);
  });

  it("leaves nothing behind when its source fails or it is stopped", async () => {
    const small = await createSmallVault();
    async function* failing(): AsyncIterable<Uint8Array> {
      yield plain;
      throw new Error("cable pulled");
    }
    await expect(small.vault.addEvidence(failing())).rejects.toThrow("cable pulled");
    const stop = new AbortController();
    const onProgress = (): void => stop.abort(new Error("stopped"));
    const stopped = small.vault.addEvidence(inPieces(plain), { signal: stop.signal, onProgress });
    await expect(stopped).rejects.toThrow("stopped");
    expect(evidenceFiles(small)).toEqual([]);
  });

  it("stays unfinished when the power goes before the rename, and is found as an orphan", async () => {
    const small = await createSmallVault();
    const kept = await small.vault.addEvidence(inPieces(encodeUtf8("kept")));
    const loose = await small.vault.addEvidence(inPieces(encodeUtf8("nobody names me")));
    let isReading = false;
    void small.vault
      .addEvidence(
        (async function* () {
          yield plain;
          isReading = true;
          await new Promise(() => {});
        })(),
      )
      .catch(() => {});
    while (!isReading) await Promise.resolve();
    small.stores.crash();
    const again = await reopen(small.stores);
    const orphans = await again.orphans([kept.name]);
    expect(orphans).toHaveLength(2);
    expect(orphans[0]).toBe(loose.name);
    expect(await codeOf(() => again.openEvidence({ ...kept, name: orphans[1] as typeof kept.name }))).toBe(
      "vault.evidence-missing",
    );
  });

  it("that was altered is said to be damaged, with the offset; that is gone, to be missing", async () => {
    const small = await createSmallVault();
    const info = await small.vault.addEvidence(inPieces(plain));
    const path = `evidence/${info.name}.age`;
    const sealed = sealedOf(small, info.name);
    const altered = sealed.slice();
    altered[165 + 65_552 + 9] = (altered[165 + 65_552 + 9] ?? 0) ^ 0x40;
    small.stores.replace(path, altered);
    const reader = await small.vault.openEvidence(info);
    expect(reader.read(0, 10)).toEqual(plain.slice(0, 10));
    expect(() => reader.read(70_000, 1)).toThrow(
      expect.objectContaining({ code: "vault.evidence-damaged", details: { offset: 65_536 } }),
    );
    for (const bytes of [sealed.slice(0, -1), sealed.slice(0, 165 + 65_552), sealed.slice(0, 30)]) {
      small.stores.replace(path, bytes);
      expect(await codeOf(() => small.vault.openEvidence(info))).toBe("vault.evidence-damaged");
    }
    small.stores.replace(path, sealed);
    const wrong = { ...info, passphrase: `${info.passphrase.slice(0, -1)}!` };
    expect(await codeOf(() => small.vault.openEvidence(wrong))).toBe("vault.evidence-damaged");
    await small.ports.blobs.remove(info.name);
    expect(await codeOf(() => small.vault.openEvidence(info))).toBe("vault.evidence-missing");
  });

  it("has a passphrase and a name of its own, even for the same bytes", async () => {
    const { vault } = await createSmallVault();
    const [a, b] = [await vault.addEvidence(inPieces(plain)), await vault.addEvidence(inPieces(plain))];
    expect(a.sha256).toBe(b.sha256);
    expect([a.name, a.passphrase]).not.toEqual([b.name, b.passphrase]);
  });
});
