// Files sealed to age recipients, held against the age package both ways; the tool itself is asked in packages/node.
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { concatBytes, encodeUtf8, isEqualBytes } from "@tocsin/core";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createFakePrimitives } from "../primitives.fake.ts";
import { encodeAgeIdentity, encodeAgeRecipient, parseAgeIdentity, parseAgeRecipient } from "./age-keys.ts";
import { createSealedFileOpener } from "./opener.ts";
import { chunk, codeOf, openInPieces, plainOf } from "./pieces.fake.ts";
import { createRecipientFileWriter } from "./writer.ts";

const primitives = createFakePrimitives("recipients");
let identity: string;
let recipient: string;

beforeAll(async () => {
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
});

function seal(plain: Uint8Array, ...to: readonly string[]): Uint8Array {
  const writer = createRecipientFileWriter(primitives, to.map(parseAgeRecipient));
  return concatBytes(...writer.update(plain), ...writer.finish());
}

function open(sealed: Uint8Array, secret = identity, pieceLength = 50_000): Uint8Array {
  const opener = createSealedFileOpener(primitives, parseAgeIdentity(secret));
  return openInPieces(opener, sealed, pieceLength);
}

describe("a file sealed to a recipient", () => {
  it.each([0, 1, chunk, chunk + 1])("of %i bytes is opened by the age library", async (size) => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    expect(isEqualBytes(await decrypter.decrypt(seal(plainOf(size), recipient)), plainOf(size))).toBe(true);
  });

  it.each([0, 1, chunk, chunk + 1])("of %i bytes that the age library wrote is opened here", async (size) => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    const sealed = await encrypter.encrypt(plainOf(size));
    expect(isEqualBytes(open(sealed), plainOf(size))).toBe(true);
    expect(isEqualBytes(open(sealed, identity, 7), plainOf(size))).toBe(true);
  });

  it("opens for each of several recipients, and for nobody else", async () => {
    const [second, stranger] = [await generateX25519Identity(), await generateX25519Identity()];
    const sealed = seal(plainOf(10), recipient, await identityToRecipient(second));
    expect(open(sealed)).toEqual(plainOf(10));
    expect(open(sealed, second)).toEqual(plainOf(10));
    expect(codeOf(() => open(sealed, stranger))).toBe("crypto.wrong-passphrase");
  });

  it("notices every altered byte of its header, and any cut", () => {
    const sealed = seal(plainOf(100), recipient);
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = sealed.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(
        codeOf(() => open(altered)),
        String(at),
      ).toMatch(/^crypto\./);
    }
    for (const end of [0, 50, 167, 183, sealed.length - 1])
      expect(codeOf(() => open(sealed.slice(0, end)))).toMatch(/^crypto\./);
  });

  it("refuses hostile headers: many stanzas, other kinds, no end, arbitrary bytes", () => {
    const line = `-> X25519 ${"A".repeat(43)}\n${"A".repeat(43)}\n`;
    const hostile = [
      `age-encryption.org/v1\n${line.repeat(100)}--- ${"A".repeat(43)}\n`,
      `age-encryption.org/v1\n-> scrypt ${"A".repeat(22)} 40\n${"A".repeat(43)}\n--- ${"A".repeat(43)}\n`,
      `age-encryption.org/v1\n--- ${"A".repeat(43)}\n`,
      "\n--- \n",
    ];
    for (const text of hostile)
      expect(
        codeOf(() => open(concatBytes(encodeUtf8(text), new Uint8Array(4_000)))),
        text.slice(0, 60),
      ).toMatch(/^crypto\.(bad-sealed-file|wrong-passphrase)$/);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3_000 }), (bytes) => {
        expect(codeOf(() => open(bytes))).toMatch(/^crypto\./);
      }),
      { numRuns: 60 },
    );
  });
});

describe("keys of the age tool", () => {
  it("are written as the age library writes them", async () => {
    for (let times = 0; times < 20; times += 1) {
      const written = await generateX25519Identity();
      const key = parseAgeIdentity(written);
      expect(encodeAgeIdentity(key)).toBe(written);
      const made = encodeAgeRecipient(primitives.x25519.publicKey(key.expose()));
      expect(made).toBe(await identityToRecipient(written));
    }
  });

  it("are refused with any character changed, in mixed case, of the other kind, and of another length", () => {
    for (let at = 0; at < recipient.length; at += 1) {
      const other = recipient[at] === "q" ? "p" : "q";
      const changed = recipient.slice(0, at) + other + recipient.slice(at + 1);
      expect(
        codeOf(() => parseAgeRecipient(changed)),
        changed,
      ).toBe("crypto.bad-key");
    }
    const wrong = [
      recipient.slice(0, -1),
      `A${recipient.slice(1)}`,
      identity,
      "",
      "age1",
      `${recipient}q`,
      "x".repeat(9_999),
    ];
    for (const text of wrong)
      expect(
        codeOf(() => parseAgeRecipient(text)),
        text.slice(0, 80),
      ).toBe("crypto.bad-key");
    expect(codeOf(() => parseAgeIdentity(recipient))).toBe("crypto.bad-key");
  });
});
