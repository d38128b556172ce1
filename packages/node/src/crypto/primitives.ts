// The Primitives port on Node: its own crypto, ML-KEM-768 from @noble/post-quantum (OpenSSL 3.0 has none) and
// Argon2id in a thread.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPublicKey,
  diffieHellman,
  hash,
  hkdfSync,
  type KeyObject,
  randomBytes,
  scryptSync,
  sign,
  timingSafeEqual,
  verify,
} from "node:crypto";
import { ml_kem768 } from "@noble/post-quantum/ml-kem.js";
import type { Aead, Primitives } from "@tocsin/crypto";
import { createArgon2id } from "./argon2-thread.ts";
import { createKeyObjects, type KeyObjects, publicKeyObject, secretKeyObject } from "./key-objects.ts";

export interface NodePrimitivesOptions {
  /** The system's unless told, as tests do. */
  readonly random?: Primitives["random"];
  /** The built thread of Argon2id, beside the program unless told. */
  readonly argon2Worker?: URL;
}

export function createNodePrimitives(options: NodePrimitivesOptions = {}): Primitives {
  const random = options.random ?? createPooledRandom();
  return {
    random,
    sha256: createSmallSha256(),
    createSha256: () => {
      const streaming = createHash("sha256");
      return { update: (bytes) => void streaming.update(bytes), digest: () => plain(streaming.digest()) };
    },
    hmacSha256: (key, bytes) => plain(createHmac("sha256", key).update(bytes).digest()),
    hkdfSha256: ({ key, salt, info, length }) => new Uint8Array(hkdfSync("sha256", key, salt, info, length)),
    aes256Gcm,
    chaCha20Poly1305,
    ed25519: createEd25519(createKeyObjects()),
    x25519,
    mlKem768: createMlKem(random),
    scrypt: ({ password, salt, cost, blockSize, lanes, length }) =>
      plain(scryptSync(password, salt, length, { N: cost, r: blockSize, p: lanes, maxmem: 2 ** 26 })),
    argon2id: createArgon2id(options.argon2Worker),
    isEqual: (a, b) => a.length === b.length && timingSafeEqual(a, b),
  };
}

const scratchLength = 16_384;

/**
 * Small inputs are put together in one place and hashed in one call, whose result comes as text: a Buffer for each
 * digest costs five times as much as the digest.
 */
function createSmallSha256(): Primitives["sha256"] {
  const scratch = Buffer.alloc(scratchLength);
  return (...parts) => {
    let length = 0;
    for (const part of parts) length += part.length;
    if (length > scratchLength) return sha256Of(parts);
    let at = 0;
    for (const part of parts) {
      scratch.set(part, at);
      at += part.length;
    }
    const text = hash("sha256", scratch.subarray(0, length), "binary");
    // What is hashed can be plain text or a key.
    scratch.fill(0, 0, length);
    const digest = new Uint8Array(32);
    for (let i = 0; i < 32; i += 1) digest[i] = text.charCodeAt(i);
    return digest;
  };
}

function sha256Of(parts: readonly Uint8Array[]): Uint8Array {
  const streaming = createHash("sha256");
  for (const part of parts) streaming.update(part);
  return plain(streaming.digest());
}

const poolLength = 4096;

/** Asks the system for many bytes at once; what was given out leaves the pool. */
function createPooledRandom(): Primitives["random"] {
  let pool = randomBytes(poolLength);
  let at = 0;
  return (length) => {
    if (length > poolLength / 8) return plain(randomBytes(length));
    if (at + length > poolLength) [pool, at] = [randomBytes(poolLength), 0];
    const bytes = new Uint8Array(pool.subarray(at, at + length));
    pool.fill(0, at, at + length);
    at += length;
    return bytes;
  };
}

const aes256Gcm: Aead = {
  seal({ key, nonce, bytes, data, into }) {
    const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: 16 });
    if (data !== undefined) cipher.setAAD(data);
    return joined(cipher.update(bytes), finished(cipher).getAuthTag(), into);
  },
  open({ key, nonce, bytes, data }) {
    if (bytes.length < 16 || nonce.length !== 12) return null;
    const cipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: 16 });
    if (data !== undefined) cipher.setAAD(data);
    cipher.setAuthTag(bytes.subarray(-16));
    return opened(cipher, bytes);
  },
};

const chaCha20Poly1305: Aead = {
  seal({ key, nonce, bytes, data, into }) {
    const cipher = createCipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
    if (data !== undefined) cipher.setAAD(data, { plaintextLength: bytes.length });
    return joined(cipher.update(bytes), finished(cipher).getAuthTag(), into);
  },
  open({ key, nonce, bytes, data }) {
    if (bytes.length < 16 || nonce.length !== 12) return null;
    const cipher = createDecipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
    if (data !== undefined) cipher.setAAD(data, { plaintextLength: bytes.length - 16 });
    cipher.setAuthTag(bytes.subarray(-16));
    return opened(cipher, bytes);
  },
};

interface Deciphering {
  update(bytes: Uint8Array): Buffer;
  final(): Buffer;
}

function opened(cipher: Deciphering, bytes: Uint8Array): Uint8Array | null {
  const text = cipher.update(bytes.subarray(0, -16));
  try {
    // Both ciphers are streams: `final` gives no bytes, it only checks the tag.
    cipher.final();
    return plain(text);
  } catch {
    return null;
  }
}

function finished<Cipher extends { final(): Buffer }>(cipher: Cipher): Cipher {
  cipher.final();
  return cipher;
}

function createEd25519(keys: KeyObjects): Primitives["ed25519"] {
  return {
    publicKey: (secret) => publicBytes(secretKeyObject("ed25519", secret)),
    sign: (secret, message) => plain(sign(null, message, keys.secret(secret))),
    verify(publicKey, message, signature) {
      const key = keys.public(publicKey);
      return key !== null && signature.length === 64 && verify(null, message, key, signature);
    },
    forget: keys.forget,
  };
}

const x25519: Primitives["x25519"] = {
  publicKey: (secret) => publicBytes(secretKeyObject("x25519", secret)),
  agree(secret, publicKey) {
    const key = publicKeyObject("x25519", publicKey);
    if (key === null) return null;
    try {
      return plain(diffieHellman({ privateKey: secretKeyObject("x25519", secret), publicKey: key }));
    } catch {
      // OpenSSL refuses points of small order, which would give the all-zero secret.
      return null;
    }
  },
};

function createMlKem(random: Primitives["random"]): Primitives["mlKem768"] {
  return {
    publicKey: (seed) => ml_kem768.keygen(seed).publicKey,
    encapsulate(publicKey) {
      const message = random(32);
      try {
        const { cipherText, sharedSecret } = ml_kem768.encapsulate(publicKey, message);
        return { cipherText, shared: sharedSecret };
      } catch {
        return null;
      }
    },
    decapsulate(seed, cipherText) {
      if (cipherText.length !== 1088) return null;
      return ml_kem768.decapsulate(cipherText, ml_kem768.keygen(seed).secretKey);
    },
  };
}

function publicBytes(secret: KeyObject): Uint8Array {
  const der = createPublicKey(secret).export({ format: "der", type: "spki" });
  return plain(der.subarray(-32));
}

// Small results come out of Node's pool, which spares an allocation for each.
function joined(
  text: Uint8Array,
  tag: Uint8Array,
  into: Uint8Array = plain(Buffer.allocUnsafe(text.length + tag.length)),
): Uint8Array {
  into.set(text);
  into.set(tag, text.length);
  return into;
}

// A plain view, so that no caller comes to depend on what Buffer adds.
function plain(bytes: Buffer): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
