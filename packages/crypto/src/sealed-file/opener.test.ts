import { concatBytes, isEqualBytes } from "@tocsin/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFakePrimitives } from "../primitives.fake.ts";
import { createFilePassphrase, headerLength } from "./header.ts";
import { createSealedFileOpener } from "./opener.ts";
import { chunk, codeOf, openInPieces, plainOf } from "./pieces.fake.ts";
import { createSealedFileWriter } from "./writer.ts";

const primitives = createFakePrimitives("opener");
const passphrase = createFilePassphrase(primitives.random);

function seal(plain: Uint8Array): Uint8Array {
  const writer = createSealedFileWriter(primitives, passphrase);
  return concatBytes(...writer.update(plain), ...writer.finish());
}

function open(sealed: Uint8Array, pieceLength: number, secret = passphrase): Uint8Array {
  const opener = createSealedFileOpener(primitives, secret);
  return openInPieces(opener, sealed, pieceLength);
}

describe("opening a sealed file as it streams", () => {
  it("gives the plain bytes however the sealed ones arrive", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 7),
        fc.integer({ min: 700, max: 4 * chunk }),
        (size, pieceLength) => {
          const plain = plainOf(size);
          expect(isEqualBytes(open(seal(plain), pieceLength), plain)).toBe(true);
        },
      ),
      { numRuns: 12 },
    );
  });

  it("notices an altered byte wherever it is, a cut at every edge, and bytes behind the end", () => {
    const sealed = seal(plainOf(2 * chunk + 100));
    const start = headerLength + 16;
    const cuts = [0, start - 1, start, start + 15, start + chunk + 16, sealed.length - 1];
    for (const end of cuts) expect(codeOf(() => open(sealed.slice(0, end), 50_000))).toMatch(/^crypto\./);
    expect(codeOf(() => open(concatBytes(sealed, Uint8Array.of(0)), 50_000))).toMatch(/^crypto\./);
    fc.assert(
      fc.property(fc.nat({ max: sealed.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const altered = sealed.slice();
        altered[at] = (altered[at] ?? 0) ^ change;
        expect(codeOf(() => open(altered, 50_000))).toMatch(/^crypto\./);
      }),
      { numRuns: 15 },
    );
  });

  it("tells another passphrase from damage", () => {
    const other = createFilePassphrase(primitives.random);
    expect(codeOf(() => open(seal(plainOf(5)), 1000, other))).toBe("crypto.wrong-passphrase");
  });
});
