// AES-256-GCM over small values. The cipher does not commit to its key: what must commit carries a digest elsewhere.
import { concatBytes, encodeUtf8 } from "@tocsin/core";
import type { SecretKey } from "./keys.ts";
import type { Primitives } from "./primitives.ts";

const nonceLength = 12;
const zeroNonce = new Uint8Array(nonceLength);

export interface SealInput {
  readonly key: SecretKey;
  readonly bytes: Uint8Array;
  /** What the sealed bytes are for, and where they belong. The same must be given to open them. */
  readonly context: Uint8Array;
}

/** Names a use, then binds its circumstances: the label, a zero byte, the parts. Labels hold no zero byte. */
export function labelled(label: string, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return concatBytes(encodeUtf8(label), new Uint8Array(1), ...parts);
}

/** For a key that seals one thing ever: the nonce is zero and is not stored. Adds 16 bytes. */
export function sealOnce(primitives: Primitives, input: SealInput): Uint8Array {
  const { key, bytes, context } = input;
  return primitives.aes256Gcm.seal({ key: key.expose(), nonce: zeroNonce, bytes, data: context });
}

/** Null when it does not open. */
export function openOnce(primitives: Primitives, input: SealInput): Uint8Array | null {
  const { key, bytes, context } = input;
  return primitives.aes256Gcm.open({ key: key.expose(), nonce: zeroNonce, bytes, data: context });
}

/** For a key that seals many things (below 2^32): a random nonce goes in front. Adds 28 bytes. */
export function sealWithNonce(primitives: Primitives, input: SealInput): Uint8Array {
  const nonce = primitives.random(nonceLength);
  const { key, bytes, context } = input;
  return concatBytes(nonce, primitives.aes256Gcm.seal({ key: key.expose(), nonce, bytes, data: context }));
}

/** Null when it does not open. */
export function openWithNonce(primitives: Primitives, input: SealInput): Uint8Array | null {
  const { key, bytes, context } = input;
  return primitives.aes256Gcm.open({
    key: key.expose(),
    nonce: bytes.subarray(0, nonceLength),
    bytes: bytes.subarray(nonceLength),
    data: context,
  });
}
