// Reads a sealed file by range, opening only the chunks that a range touches. Pure: it works in any thread.
import { CryptoError } from "../errors.ts";
import type { Primitives, RangeReader } from "../primitives.ts";
import { headerLength, openHeader, payloadNonceLength } from "./header.ts";
import { chunkLength, damagedAt, openChunk, sealedChunkLength, tagLength } from "./stream.ts";

const payloadStart = headerLength + payloadNonceLength;
const keptChunks = 16;

/**
 * The plain bytes behind `source`. The last chunk is opened at once, which proves the size. Throws
 * `crypto.bad-sealed-file`, `crypto.wrong-passphrase`, or `crypto.sealed-file-damaged` with the plain offset of the
 * chunk; reading throws the last one too.
 */
export function openSealedFile(primitives: Primitives, source: RangeReader, passphrase: string): RangeReader {
  const sealedSize = source.size - payloadStart;
  if (sealedSize < tagLength)
    throw new CryptoError("crypto.bad-sealed-file", "Cannot read sealed file: shorter than its header");
  const key = openHeader(primitives, source.read(0, payloadStart), passphrase);
  const last = Math.ceil(sealedSize / sealedChunkLength) - 1;
  const size = sealedSize - tagLength * (last + 1);
  const kept = new Map<number, Uint8Array>();

  const chunkAt = (number: number): Uint8Array => {
    const bytes = kept.get(number) ?? openAt(number);
    kept.delete(number);
    kept.set(number, bytes);
    const [oldest] = kept.keys();
    if (kept.size > keptChunks && oldest !== undefined) kept.delete(oldest);
    return bytes;
  };
  const openAt = (number: number): Uint8Array => {
    const bytes = source.read(payloadStart + number * sealedChunkLength, sealedChunkLength);
    const isLast = number === last;
    const plain = bytes.length < tagLength ? null : openChunk(primitives, key, { number, isLast, bytes });
    // An empty last chunk is right only in an empty file.
    if (plain === null || (plain.length === 0 && number > 0)) throw damagedAt(number * chunkLength);
    return plain;
  };

  chunkAt(last);
  return {
    size,
    read(offset, length) {
      if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length) || offset < 0 || length < 0)
        throw new CryptoError("crypto.limit", "Cannot read range: offset or length is no natural number");
      const end = Math.min(size, offset + length);
      const range = new Uint8Array(Math.max(0, end - offset));
      for (let at = offset; at < end;) {
        const within = at % chunkLength;
        const piece = chunkAt(Math.floor(at / chunkLength)).subarray(within, within + end - at);
        range.set(piece, at - offset);
        at += piece.length;
      }
      return range;
    },
  };
}
