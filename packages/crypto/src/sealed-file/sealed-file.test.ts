import { Decrypter, Encrypter } from "age-encryption";
import { concatBytes, encodeUtf8 } from "@tocsin/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RangeReader } from "../primitives.ts";
import { createFakePrimitives } from "../primitives.fake.ts";
import { createFilePassphrase, headerLength } from "./header.ts";
import { openSealedFile } from "./reader.ts";
import { chunk, codeOf, plainOf } from "./pieces.fake.ts";
import { createSealedFileWriter } from "./writer.ts";

const primitives = createFakePrimitives("files");
const passphrase = createFilePassphrase(primitives.random);

function seal(pieces: readonly Uint8Array[]): Uint8Array {
  const writer = createSealedFileWriter(primitives, passphrase);
  return concatBytes(...pieces.flatMap((piece) => writer.update(piece)), ...writer.finish());
}

function sourceOf(bytes: Uint8Array): RangeReader & { readonly reads: [number, number][] } {
  const reads: [number, number][] = [];
  const read = (offset: number, length: number): Uint8Array => {
    reads.push([offset, length]);
    return bytes.slice(offset, offset + length);
  };
  return { size: bytes.length, read, reads };
}

const sizes = [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk];

describe("a sealed file", () => {
  it.each(sizes)("of %i bytes is opened by the age library, hash for hash", async (size) => {
    const plain = plainOf(size);
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    expect(await decrypter.decrypt(seal([plain]))).toEqual(plain);
  });

  it.each(sizes)("of %i bytes that the age library wrote is opened here", async (size) => {
    const plain = plainOf(size);
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(1);
    const reader = openSealedFile(primitives, sourceOf(await encrypter.encrypt(plain)), passphrase);
    expect(reader.size).toBe(size);
    expect(reader.read(0, size + 10)).toEqual(plain);
  });

  it("is the same plain bytes however they arrive, and by whatever ranges they are read", () => {
    const plain = plainOf(3 * chunk + 5);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2 * chunk + 3 }), { maxLength: 4 }),
        fc.nat({ max: plain.length }),
        fc.nat({ max: 2 * chunk }),
        (lengths, offset, length) => {
          let at = 0;
          const pieces = lengths.map((step) => plain.subarray(at, (at += step)));
          const sealed = seal([...pieces, plain.subarray(at)]);
          const reader = openSealedFile(primitives, sourceOf(sealed), passphrase);
          expect(reader.size).toBe(plain.length);
          expect(reader.read(offset, length)).toEqual(plain.slice(offset, offset + length));
        },
      ),
      { numRuns: 6 },
    );
  });

  it("reads only the chunks that a range touches, and keeps the last ones", () => {
    const source = sourceOf(seal([plainOf(20 * chunk)]));
    const reader = openSealedFile(primitives, source, passphrase);
    source.reads.length = 0;
    reader.read(5 * chunk + 10, chunk);
    expect(source.reads).toHaveLength(2);
    reader.read(6 * chunk, 100);
    expect(source.reads).toHaveLength(2);
  });
});

describe("opening a sealed file", () => {
  const plain = plainOf(2 * chunk + 100);
  const sealed = seal([plain]);

  it("tells another passphrase from damage", () => {
    const open = (): unknown => openSealedFile(primitives, sourceOf(sealed), `${passphrase.slice(1)}x`);
    expect(codeOf(open)).toBe("crypto.wrong-passphrase");
  });

  it("notices every altered byte of the header", () => {
    for (let at = 0; at < headerLength; at += 1) {
      const altered = sealed.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      const code = codeOf(() => openSealedFile(primitives, sourceOf(altered), passphrase));
      expect(code).toMatch(/^crypto\.(bad-sealed-file|wrong-passphrase|sealed-file-damaged)$/);
    }
  });

  it("notices an altered chunk with its plain offset, and still reads the others", () => {
    const altered = sealed.slice();
    const at = headerLength + 16 + chunk + 16 + 5;
    altered[at] = (altered[at] ?? 0) ^ 1;
    const reader = openSealedFile(primitives, sourceOf(altered), passphrase);
    expect(reader.read(0, chunk)).toEqual(plain.slice(0, chunk));
    expect(() => reader.read(chunk - 1, 2)).toThrow(
      expect.objectContaining({ code: "crypto.sealed-file-damaged", details: { offset: chunk } }),
    );
    expect(reader.read(2 * chunk, 100)).toEqual(plain.slice(2 * chunk));
  });

  it("refuses a file that was cut, at a chunk's edge too, or that has more behind its end", () => {
    const start = headerLength + 16;
    const cuts = [0, start - 1, start, start + 15, start + chunk + 16, sealed.length - 1].map((end) =>
      sealed.subarray(0, end),
    );
    for (const bytes of [...cuts, concatBytes(sealed, Uint8Array.of(0)), concatBytes(sealed, sealed)])
      expect(codeOf(() => openSealedFile(primitives, sourceOf(bytes), passphrase))).toMatch(/^crypto\./);
  });

  it("refuses chunks in another order", () => {
    const start = headerLength + 16;
    const [first, second] = [0, 1].map((number) =>
      sealed.subarray(start + number * (chunk + 16), start + (number + 1) * (chunk + 16)),
    );
    const swapped = concatBytes(
      sealed.subarray(0, start),
      second ?? new Uint8Array(0),
      first ?? new Uint8Array(0),
      sealed.subarray(start + 2 * (chunk + 16)),
    );
    const reader = openSealedFile(primitives, sourceOf(swapped), passphrase);
    expect(codeOf(() => reader.read(0, 1))).toBe("crypto.sealed-file-damaged");
  });

  it("refuses other headers: a work factor that costs hours, another version, and hostile bytes", () => {
    const text = (body: string): Uint8Array => concatBytes(encodeUtf8(body), new Uint8Array(300));
    const hostile = [
      text("age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 40\n"),
      text("age-encryption.org/v2\n"),
      new Uint8Array(400).fill(0xff),
    ];
    for (const bytes of hostile)
      expect(codeOf(() => openSealedFile(primitives, sourceOf(bytes), passphrase))).toBe(
        "crypto.bad-sealed-file",
      );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        expect(codeOf(() => openSealedFile(primitives, sourceOf(bytes), passphrase))).toBe(
          "crypto.bad-sealed-file",
        );
      }),
      { numRuns: 100 },
    );
  });
});
