// The Primitives port in plain JavaScript (@noble) with randomness that repeats: cryptographically true, slow, and
// never for keys that protect anything.
import { gcm } from "@noble/ciphers/aes.js";
import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { ed25519, x25519 } from "@noble/curves/ed25519.js";
import { argon2id } from "@noble/hashes/argon2.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { scrypt } from "@noble/hashes/scrypt.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { ml_kem768 } from "@noble/post-quantum/ml-kem.js";
import { concatBytes, encodeUtf8, isEqualBytes, type Random } from "@tocsin/core";
import type { Primitives } from "./primitives.ts";
import { checkArgon2id } from "./stretching.ts";
import { createAead, nullIfThrown } from "./throwing-aead.ts";

/** The same randomness for the same seed. */
export function createFakePrimitives(seed = "fake"): Primitives {
  const random = createSeededRandom(seed);
  return {
    random,
    sha256: (...parts) => sha256(concatBytes(...parts)),
    createSha256: () => {
      const hash = sha256.create();
      return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
    },
    hmacSha256: (key, bytes) => hmac(sha256, key, bytes),
    hkdfSha256: ({ key, salt, info, length }) => hkdf(sha256, key, salt, info, length),
    aes256Gcm: createAead(gcm),
    chaCha20Poly1305: createAead(chacha20poly1305),
    ed25519: {
      publicKey: (secret) => ed25519.getPublicKey(secret),
      sign: (secret, message) => ed25519.sign(message, secret),
      verify: (publicKey, message, signature) =>
        nullIfThrown(() => ed25519.verify(signature, message, publicKey, { zip215: false })) ?? false,
    },
    x25519: {
      publicKey: (secret) => x25519.getPublicKey(secret),
      agree: (secret, publicKey) => nullIfThrown(() => x25519.getSharedSecret(secret, publicKey)),
    },
    mlKem768: {
      publicKey: (keySeed) => ml_kem768.keygen(keySeed).publicKey,
      encapsulate: (publicKey) =>
        nullIfThrown(() => {
          const { cipherText, sharedSecret } = ml_kem768.encapsulate(publicKey, random(32));
          return { cipherText, shared: sharedSecret };
        }),
      decapsulate: (keySeed, cipherText) =>
        nullIfThrown(() => ml_kem768.decapsulate(cipherText, ml_kem768.keygen(keySeed).secretKey)),
    },
    scrypt: ({ password, salt, cost, blockSize, lanes, length }) =>
      scrypt(password, salt, { N: cost, r: blockSize, p: lanes, dkLen: length }),
    argon2id: async (input) => {
      checkArgon2id(input);
      const { password, salt, memoryKib, passes, lanes, length } = input;
      return argon2id(password, salt, { m: memoryKib, t: passes, p: lanes, dkLen: length });
    },
    isEqual: isEqualBytes,
  };
}

/** SHA-256 of the seed and a counter. */
export function createSeededRandom(seed: string): Random {
  const start = encodeUtf8(seed);
  let counter = 0;
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += 32) {
      counter += 1;
      bytes.set(sha256(concatBytes(start, encodeUtf8(`/${counter}`))).subarray(0, length - at), at);
    }
    return bytes;
  };
}
