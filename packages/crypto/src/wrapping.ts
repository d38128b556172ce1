// Wraps a key to a device: X25519 (RFC 7748) and ML-KEM-768 (FIPS 203) together, so that either alone suffices to
// keep it. Both shared secrets go through HKDF-SHA256 (RFC 5869) over the whole transcript.
import { concatBytes } from "@tocsin/core";
import { CryptoError } from "./errors.ts";
import { createKey, type SecretKey } from "./keys.ts";
import type { Primitives } from "./primitives.ts";
import { labelled, openOnce, sealOnce } from "./sealing.ts";

const label = "tocsin/wrap/1";
const agreementLength = 32;
const cipherTextLength = 1088;
const sealedKeyLength = 32 + 16;

/** Bytes of a wrapped key: ephemeral public key, ML-KEM cipher text, sealed key. */
export const wrapLength = agreementLength + cipherTextLength + sealedKeyLength;

export interface WrappingPublicKey {
  /** 32 bytes. */
  readonly x25519: Uint8Array;
  /** 1,184 bytes. */
  readonly mlKem768: Uint8Array;
}

export interface WrappingKeyPair {
  readonly x25519: SecretKey<"x25519">;
  readonly mlKem768: SecretKey<"ml-kem-768">;
  readonly publicKey: WrappingPublicKey;
}

export function createWrappingKeyPair(primitives: Primitives): WrappingKeyPair {
  const x25519 = createKey("x25519", primitives.random(32));
  return wrappingKeyPairOf(primitives, x25519, createKey("ml-kem-768", primitives.random(64), 64));
}

export function wrappingKeyPairOf(
  primitives: Primitives,
  x25519: SecretKey<"x25519">,
  mlKem768: SecretKey<"ml-kem-768">,
): WrappingKeyPair {
  const publicKey = {
    x25519: primitives.x25519.publicKey(x25519.expose()),
    mlKem768: primitives.mlKem768.publicKey(mlKem768.expose()),
  };
  return { x25519, mlKem768, publicKey };
}

export interface WrapInput {
  readonly key: SecretKey;
  readonly to: WrappingPublicKey;
  /** What the key is for; the same must be given to unwrap it. */
  readonly context: Uint8Array;
}

/** Throws `crypto.bad-key` when the recipient's keys are no keys. */
export function wrapKey(primitives: Primitives, input: WrapInput): Uint8Array {
  const { key, to, context } = input;
  const ephemeral = primitives.random(agreementLength);
  const ephemeralPublic = primitives.x25519.publicKey(ephemeral);
  const agreed = primitives.x25519.agree(ephemeral, to.x25519);
  ephemeral.fill(0);
  const encapsulated = primitives.mlKem768.encapsulate(to.mlKem768);
  if (agreed === null || encapsulated === null)
    throw new CryptoError("crypto.bad-key", "Cannot wrap key: the recipient's public key is none");
  const wrapping = combine(primitives, { agreed, ...encapsulated, ephemeralPublic, to, context });
  const sealed = sealOnce(primitives, { key: wrapping, bytes: key.expose(), context });
  wrapping.wipe();
  return concatBytes(ephemeralPublic, encapsulated.cipherText, sealed);
}

export interface UnwrapInput {
  readonly wrap: Uint8Array;
  readonly keys: WrappingKeyPair;
  readonly context: Uint8Array;
}

/** Null when the wrap is not for these keys and this context, or was altered. */
export function unwrapKey(primitives: Primitives, input: UnwrapInput): Uint8Array | null {
  const { wrap, keys, context } = input;
  if (wrap.length !== wrapLength) return null;
  const ephemeralPublic = wrap.subarray(0, agreementLength);
  const cipherText = wrap.subarray(agreementLength, agreementLength + cipherTextLength);
  const agreed = primitives.x25519.agree(keys.x25519.expose(), ephemeralPublic);
  const shared = primitives.mlKem768.decapsulate(keys.mlKem768.expose(), cipherText);
  if (agreed === null || shared === null) return null;
  const transcript = { agreed, shared, cipherText, ephemeralPublic, to: keys.publicKey, context };
  const wrapping = combine(primitives, transcript);
  const bytes = wrap.subarray(agreementLength + cipherTextLength);
  const key = openOnce(primitives, { key: wrapping, bytes, context });
  wrapping.wipe();
  return key;
}

interface Transcript {
  readonly agreed: Uint8Array;
  readonly shared: Uint8Array;
  readonly cipherText: Uint8Array;
  readonly ephemeralPublic: Uint8Array;
  readonly to: WrappingPublicKey;
  readonly context: Uint8Array;
}

// Every part before the context has a fixed length, so the concatenation reads one way only.
function combine(primitives: Primitives, transcript: Transcript): SecretKey<"wrapping"> {
  const { agreed, shared, cipherText, ephemeralPublic, to, context } = transcript;
  const secret = concatBytes(shared, agreed);
  const bytes = primitives.hkdfSha256({
    key: secret,
    salt: primitives.sha256(labelled(label, ephemeralPublic, to.x25519, cipherText, to.mlKem768)),
    info: labelled(label, context),
    length: 32,
  });
  for (const part of [secret, agreed, shared]) part.fill(0);
  return createKey("wrapping", bytes);
}
