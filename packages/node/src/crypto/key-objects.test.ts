import { describe, expect, it } from "vitest";
import { createKeyObjects, publicKeyObject } from "./key-objects.ts";

const secretOf = (value: number): Uint8Array => new Uint8Array(32).fill(value);
const numbered = (value: number): Uint8Array =>
  Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? value : 0));

describe("the handle of a secret key", () => {
  it("is made once for an array, as long as that holds the same bytes", () => {
    const keys = createKeyObjects();
    const secret = secretOf(1);
    const handle = keys.secret(secret);
    expect(keys.secret(secret)).toBe(handle);
    secret.fill(0);
    expect(keys.secret(secret)).not.toBe(handle);
  });

  it("belongs to that array: the same bytes elsewhere get another", () => {
    const keys = createKeyObjects();
    const handle = keys.secret(secretOf(1));
    expect(keys.secret(secretOf(1))).not.toBe(handle);
    expect(keys.secret(secretOf(1)).equals(handle)).toBe(true);
  });

  it("is dropped when secrets are forgotten", () => {
    const keys = createKeyObjects();
    const secret = secretOf(1);
    const handle = keys.secret(secret);
    keys.forget();
    expect(keys.secret(secret)).not.toBe(handle);
  });
});

describe("the handle of a public key", () => {
  it("is made once for the same bytes, wherever they lie", () => {
    const keys = createKeyObjects();
    expect(keys.public(numbered(9))).toBe(keys.public(numbered(9)));
  });

  it("is kept for the last 64 keys and for no more", () => {
    const keys = createKeyObjects();
    const first = keys.public(numbered(0));
    for (let value = 1; value < 64; value += 1) keys.public(numbered(value));
    expect(keys.public(numbered(0))).toBe(first);
    keys.public(numbered(64));
    expect(keys.public(numbered(0))).not.toBe(first);
  });

  it("is null for bytes of another length, again and again", () => {
    const keys = createKeyObjects();
    for (const length of [0, 31, 33, 31]) expect(keys.public(new Uint8Array(length))).toBeNull();
    expect(publicKeyObject("x25519", new Uint8Array(31))).toBeNull();
  });
});
