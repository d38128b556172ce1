import { encodeUtf8 } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { createKey } from "./keys.ts";
import { createFakePrimitives } from "./primitives.fake.ts";
import { labelled, openOnce, openWithNonce, sealOnce, sealWithNonce } from "./sealing.ts";
import { createSigningKeyPair, signMessage, verifyMessage } from "./signing.ts";
import { createWrappingKeyPair, unwrapKey, wrapKey, wrapLength } from "./wrapping.ts";

const primitives = createFakePrimitives();
const key = createKey("operation", primitives.random(32));
const other = createKey("operation", primitives.random(32));
const bytes = encodeUtf8("what was seen");
const context = labelled("test/a", Uint8Array.of(1));

describe("sealing", () => {
  for (const [name, seal, open] of [
    ["once", sealOnce, openOnce],
    ["with a nonce", sealWithNonce, openWithNonce],
  ] as const) {
    it(`${name} opens for the same key and context alone`, () => {
      const sealed = seal(primitives, { key, bytes, context });
      expect(open(primitives, { key, bytes: sealed, context })).toEqual(bytes);
      expect(open(primitives, { key: other, bytes: sealed, context })).toBeNull();
      expect(
        open(primitives, { key, bytes: sealed, context: labelled("test/b", Uint8Array.of(1)) }),
      ).toBeNull();
      expect(open(primitives, { key, bytes: sealed.subarray(0, 5), context })).toBeNull();
    });
  }

  it("never gives the same bytes twice where a nonce is used", () => {
    const seal = (): Uint8Array => sealWithNonce(primitives, { key, bytes, context });
    expect(seal()).not.toEqual(seal());
  });
});

describe("signing", () => {
  it("binds a signature to its label, message and key", () => {
    const pair = createSigningKeyPair(primitives);
    const { publicKey } = createSigningKeyPair(primitives);
    const signature = signMessage(primitives, pair.secret, { label: "test/commit", message: bytes });
    const claim = { publicKey: pair.publicKey, label: "test/commit", message: bytes, signature };
    expect(verifyMessage(primitives, claim)).toBe(true);
    expect(verifyMessage(primitives, { ...claim, label: "test/checkpoint" })).toBe(false);
    expect(verifyMessage(primitives, { ...claim, message: encodeUtf8("else") })).toBe(false);
    expect(verifyMessage(primitives, { ...claim, publicKey })).toBe(false);
  });
});

describe("wrapping", () => {
  const keys = createWrappingKeyPair(primitives);
  const wrap = wrapKey(primitives, { key, to: keys.publicKey, context });

  it("gives the key to its recipient, for its context", () => {
    expect(wrap).toHaveLength(wrapLength);
    expect(unwrapKey(primitives, { wrap, keys, context })).toEqual(key.expose());
    expect(unwrapKey(primitives, { wrap, keys, context: labelled("test/b") })).toBeNull();
  });

  it("needs both halves of the recipient's keys: neither X25519 nor ML-KEM-768 alone suffices", () => {
    const stranger = createWrappingKeyPair(primitives);
    const withKem = { ...stranger, x25519: keys.x25519, publicKey: keys.publicKey };
    const withCurve = { ...stranger, mlKem768: keys.mlKem768, publicKey: keys.publicKey };
    for (const half of [stranger, withKem, withCurve])
      expect(unwrapKey(primitives, { wrap, keys: half, context })).toBeNull();
  });

  it("notices an altered byte in each of its parts, and another length", () => {
    for (const at of [0, 31, 32, 600, 1119, 1120, wrapLength - 1]) {
      const altered = wrap.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(unwrapKey(primitives, { wrap: altered, keys, context })).toBeNull();
    }
    expect(unwrapKey(primitives, { wrap: wrap.subarray(1), keys, context })).toBeNull();
  });

  it("refuses to wrap to what is no key", () => {
    const to = { ...keys.publicKey, x25519: new Uint8Array(32) };
    expect(() => wrapKey(primitives, { key, to, context })).toThrow("Cannot wrap key");
  });
});
