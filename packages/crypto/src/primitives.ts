// The port to a platform's cryptography. Everything but Argon2id is synchronous, so that workers and
// random-access readers can use it. Adapters pass acceptance/primitives.acceptance.ts.
import type { Random } from "@tocsin/core";

export interface StreamingHash {
  update(bytes: Uint8Array): void;
  digest(): Uint8Array;
}

export interface AeadInput {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** 12 bytes, never twice under one key. */
  readonly nonce: Uint8Array;
  /** Plain bytes to seal, or cipher text with its 16-byte tag to open. */
  readonly bytes: Uint8Array;
  /** Bound to the cipher text, not contained in it. */
  readonly data?: Uint8Array;
}

export interface Aead {
  /** Cipher text followed by a 16-byte tag; written into `into`, which has its length, where that is given. */
  seal(input: AeadInput & { readonly into?: Uint8Array }): Uint8Array;
  /** Null when the tag does not match. */
  open(input: AeadInput): Uint8Array | null;
}

export interface HkdfInput {
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly info: Uint8Array;
  readonly length: number;
}

export interface PasswordInput {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly length: number;
}

export interface ScryptInput extends PasswordInput {
  /** N, a power of two. */
  readonly cost: number;
  readonly blockSize: number;
  readonly lanes: number;
}

export interface Argon2idCost {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

export interface Argon2idInput extends PasswordInput, Argon2idCost {}

export interface Primitives {
  readonly random: Random;
  /** Hash of the parts, one after the other. */
  sha256(...parts: readonly Uint8Array[]): Uint8Array;
  createSha256(): StreamingHash;
  hmacSha256(key: Uint8Array, bytes: Uint8Array): Uint8Array;
  hkdfSha256(input: HkdfInput): Uint8Array;
  readonly aes256Gcm: Aead;
  readonly chaCha20Poly1305: Aead;
  /** RFC 8032; secrets are 32-byte seeds. */
  readonly ed25519: {
    publicKey(secret: Uint8Array): Uint8Array;
    sign(secret: Uint8Array, message: Uint8Array): Uint8Array;
    /** False for anything that is not a signature by that key, malformed keys included. */
    verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
    /** Drops what an adapter keeps of secrets between calls; to be called when they are wiped. */
    forget?(): void;
  };
  /** RFC 7748. */
  readonly x25519: {
    publicKey(secret: Uint8Array): Uint8Array;
    /** Null for a public key that is none, or that gives the all-zero secret. */
    agree(secret: Uint8Array, publicKey: Uint8Array): Uint8Array | null;
  };
  /** FIPS 203; secrets are 64-byte seeds (d ‖ z). */
  readonly mlKem768: {
    /** 1,184 bytes. */
    publicKey(seed: Uint8Array): Uint8Array;
    /** Null for a public key that is none. Cipher text of 1,088 bytes, shared secret of 32. */
    encapsulate(
      publicKey: Uint8Array,
    ): { readonly cipherText: Uint8Array; readonly shared: Uint8Array } | null;
    /** Null for a cipher text of the wrong length; another secret for one that was altered. */
    decapsulate(seed: Uint8Array, cipherText: Uint8Array): Uint8Array | null;
  };
  scrypt(input: ScryptInput): Uint8Array;
  /**
   * RFC 9106, version 1.3. Throws `crypto.limit` beyond `argon2idLimits`, before it takes any memory, and
   * `crypto.stretching-failed`. Leaves the password to its caller, to be wiped there.
   */
  argon2id(input: Argon2idInput): Promise<Uint8Array>;
  /** Constant time for equal lengths. */
  isEqual(a: Uint8Array, b: Uint8Array): boolean;
}

/** What sealing a file to age recipients takes, and nothing more: a page that only seals carries no other cipher. */
export type RecipientPrimitives = Pick<
  Primitives,
  "random" | "hmacSha256" | "hkdfSha256" | "x25519" | "chaCha20Poly1305"
>;

/** Bytes by range, synchronously: a file, a piece of memory, or a sealed file opened. */
export interface RangeReader {
  /** Bytes in all. */
  readonly size: number;
  /** Fewer than `length` bytes only where the end comes first. */
  read(offset: number, length: number): Uint8Array;
}
