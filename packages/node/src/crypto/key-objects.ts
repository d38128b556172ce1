// Node's handles of Ed25519 keys, kept between calls: making one takes ten times as long as signing with it.
import { createPrivateKey, createPublicKey, hash, type KeyObject } from "node:crypto";
import { encodeBase64Url, encodeHex } from "@tocsin/core";

// RFC 8410: the fixed DER in front of a raw secret.
const secretPrefixes = {
  ed25519: Buffer.from("302e020100300506032b657004220420", "hex"),
  x25519: Buffer.from("302e020100300506032b656e04220420", "hex"),
};
export type Curve = keyof typeof secretPrefixes;
const curveNames = { ed25519: "Ed25519", x25519: "X25519" } as const;
const keptKeys = 64;

export interface KeyObjects {
  secret(bytes: Uint8Array): KeyObject;
  /** Null for bytes that are no key. */
  public(bytes: Uint8Array): KeyObject | null;
  /** Drops the handles of secrets. OpenSSL overwrites its copies when the engine collects them. */
  forget(): void;
}

/** Keeps handles of Ed25519 keys: of secrets as long as their array lives, of public keys the last 64. */
export function createKeyObjects(): KeyObjects {
  let secrets = new WeakMap<Uint8Array, { readonly print: string; readonly key: KeyObject }>();
  const publicKeys = new Map<string, KeyObject | null>();
  return {
    secret(bytes) {
      // An array can come back with other bytes in it.
      const print = hash("sha256", bytes, "binary");
      const held = secrets.get(bytes);
      if (held?.print === print) return held.key;
      const key = secretKeyObject("ed25519", bytes);
      secrets.set(bytes, { print, key });
      return key;
    },
    public(bytes) {
      const name = encodeHex(bytes);
      const held = publicKeys.get(name);
      if (held !== undefined) return held;
      const key = publicKeyObject("ed25519", bytes);
      const [oldest] = publicKeys.keys();
      if (publicKeys.size >= keptKeys && oldest !== undefined) publicKeys.delete(oldest);
      publicKeys.set(name, key);
      return key;
    },
    forget: () => void (secrets = new WeakMap()),
  };
}

export function secretKeyObject(curve: Curve, secret: Uint8Array): KeyObject {
  const der = Buffer.concat([secretPrefixes[curve], secret]);
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  der.fill(0);
  return key;
}

export function publicKeyObject(curve: Curve, bytes: Uint8Array): KeyObject | null {
  if (bytes.length !== 32) return null;
  // OpenSSL takes the raw key out of a JWK many times faster than out of DER.
  const key = { kty: "OKP", crv: curveNames[curve], x: encodeBase64Url(bytes) };
  return createPublicKey({ key, format: "jwk" });
}
