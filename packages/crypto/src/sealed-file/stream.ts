// The payload of a sealed file: 64 KiB chunks of ChaCha20-Poly1305, each bound to its number and to being the last
// or not (STREAM, as in C2SP age.md).
import { CryptoError } from "../errors.ts";
import type { Primitives } from "../primitives.ts";

export const chunkLength = 65_536;
export const tagLength = 16;
export const sealedChunkLength = chunkLength + tagLength;

export interface ChunkPlace {
  readonly number: number;
  readonly isLast: boolean;
}

/** `into` has room for the chunk and its tag. */
export function sealChunk(
  primitives: Pick<Primitives, "chaCha20Poly1305">,
  key: Uint8Array,
  chunk: ChunkPlace & { readonly bytes: Uint8Array; readonly into: Uint8Array },
): void {
  const { bytes, into } = chunk;
  primitives.chaCha20Poly1305.seal({ key, nonce: chunkNonce(chunk), bytes, into });
}

/** Null when it is not that chunk of this file. */
export function openChunk(
  primitives: Primitives,
  key: Uint8Array,
  chunk: ChunkPlace & { readonly bytes: Uint8Array },
): Uint8Array | null {
  return primitives.chaCha20Poly1305.open({ key, nonce: chunkNonce(chunk), bytes: chunk.bytes });
}

/** `offset`: plain bytes before the chunk that did not open. */
export function damagedAt(offset: number): CryptoError {
  return new CryptoError("crypto.sealed-file-damaged", `Cannot read sealed file: damaged at byte ${offset}`, {
    details: { offset },
  });
}

/** 11 bytes of counter, big-endian, then 1 for the last chunk and 0 for the others. */
function chunkNonce(place: ChunkPlace): Uint8Array {
  const nonce = new Uint8Array(12);
  const view = new DataView(nonce.buffer);
  view.setUint32(3, Math.floor(place.number / 2 ** 32));
  view.setUint32(7, place.number % 2 ** 32);
  nonce[11] = place.isLast ? 1 : 0;
  return nonce;
}
