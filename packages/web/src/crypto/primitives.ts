// The Primitives port in a browser: plain JavaScript (@noble), since a page opened from a disk must work everywhere,
// and WebCrypto has neither streaming hashes nor ChaCha20-Poly1305. Randomness is the browser's.
import { gcm } from "@noble/ciphers/aes.js";
import { ed25519 } from "@noble/curves/ed25519.js";
import { argon2id } from "@noble/hashes/argon2.js";
import { scrypt } from "@noble/hashes/scrypt.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { ml_kem768 } from "@noble/post-quantum/ml-kem.js";
import type { Random } from "@tocsin/core";
import { checkArgon2id, createAead, nullIfThrown, type Primitives } from "@tocsin/crypto";
import { createRecipientPrimitives, systemRandom } from "./recipient-primitives.ts";

/** Comparing is constant-time as far as JavaScript lets it be; ciphers and curves are those of @noble. */
export function createBrowserPrimitives(options: { readonly random?: Random } = {}): Primitives {
  const random = options.random ?? systemRandom;
  return {
    ...createRecipientPrimitives(random),
    createSha256: () => {
      const hash = sha256.create();
      return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
    },
    aes256Gcm: createAead(gcm),
    ed25519: {
      publicKey: (secret) => ed25519.getPublicKey(secret),
      sign: (secret, message) => ed25519.sign(message, secret),
      // As RFC 8032 has it, like OpenSSL: no signature may hold here and not there.
      verify: (publicKey, message, signature) =>
        nullIfThrown(() => ed25519.verify(signature, message, publicKey, { zip215: false })) ?? false,
    },
    mlKem768: {
      publicKey: (seed) => ml_kem768.keygen(seed).publicKey,
      encapsulate: (publicKey) =>
        nullIfThrown(() => {
          const { cipherText, sharedSecret } = ml_kem768.encapsulate(publicKey, random(32));
          return { cipherText, shared: sharedSecret };
        }),
      decapsulate: (seed, cipherText) =>
        nullIfThrown(() => ml_kem768.decapsulate(cipherText, ml_kem768.keygen(seed).secretKey)),
    },
    scrypt: ({ password, salt, cost, blockSize, lanes, length }) =>
      scrypt(password, salt, { N: cost, r: blockSize, p: lanes, dkLen: length }),
    argon2id: async (input) => {
      checkArgon2id(input);
      const { password, salt, memoryKib, passes, lanes, length } = input;
      return argon2id(password, salt, { m: memoryKib, t: passes, p: lanes, dkLen: length });
    },
    isEqual,
  };
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (const [at, byte] of a.entries()) difference |= byte ^ (b[at] ?? 0);
  return difference === 0;
}
