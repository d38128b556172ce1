// The part of the Primitives port that sealing to age recipients takes: X25519, HKDF, HMAC and ChaCha20-Poly1305 of @noble,
// and the browser's randomness. The page of a questionnaire carries these and no other cipher.
import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { x25519 } from "@noble/curves/ed25519.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, type Random } from "@tocsin/core";
import { createAead, nullIfThrown, type Primitives, type RecipientPrimitives } from "@tocsin/crypto";

export function createRecipientPrimitives(
  random: Random = systemRandom,
): RecipientPrimitives & Pick<Primitives, "sha256"> {
  return {
    random,
    sha256: (...parts) => sha256(concatBytes(...parts)),
    hmacSha256: (key, bytes) => hmac(sha256, key, bytes),
    hkdfSha256: ({ key, salt, info, length }) => hkdf(sha256, key, salt, info, length),
    chaCha20Poly1305: createAead(chacha20poly1305),
    x25519: {
      publicKey: (secret) => x25519.getPublicKey(secret),
      agree: (secret, publicKey) => nullIfThrown(() => x25519.getSharedSecret(secret, publicKey)),
    },
  };
}

/** The browser gives at most 65,536 bytes at once. */
const mostAtOnce = 65_536;

export function systemRandom(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += mostAtOnce)
    globalThis.crypto.getRandomValues(bytes.subarray(at, at + mostAtOnce));
  return bytes;
}
