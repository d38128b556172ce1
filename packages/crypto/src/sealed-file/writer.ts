// Writes a sealed file in one pass over bytes that arrive in pieces of any size.
import type { Primitives, RecipientPrimitives } from "../primitives.ts";
import { createHeader, headerLength, openHeader, payloadNonceLength, type SealedHeader } from "./header.ts";
import { createRecipientHeader } from "./recipient-header.ts";
import { chunkLength, sealChunk, sealedChunkLength, tagLength } from "./stream.ts";

export interface SealedFileWriter {
  /** Sealed bytes that these plain bytes complete, header included; can be none. */
  update(bytes: Uint8Array): readonly Uint8Array[];
  /** The rest. Without it the file does not open. */
  finish(): readonly Uint8Array[];
}

/** Bytes of a sealed file before its first chunk. */
export const sealedFileStart = headerLength + payloadNonceLength;

/**
 * Sealed under one passphrase. `start`: the first `sealedFileStart` bytes of an earlier file under it. The same plain
 * bytes then give the same sealed bytes again. Others must never be written beside them: a key seals a chunk once.
 */
export function createSealedFileWriter(
  primitives: Primitives,
  passphrase: string,
  start?: Uint8Array,
): SealedFileWriter {
  if (start === undefined) return writerBehind(primitives, createHeader(primitives, passphrase));
  return writerBehind(primitives, { bytes: start, payloadKey: openHeader(primitives, start, passphrase) });
}

/** Sealed to age recipients (32 bytes each): the standard tool opens it with an identity of one of them. */
export function createRecipientFileWriter(
  primitives: RecipientPrimitives,
  recipients: readonly Uint8Array[],
): SealedFileWriter {
  return writerBehind(primitives, createRecipientHeader(primitives, recipients));
}

function writerBehind(
  primitives: RecipientPrimitives,
  { bytes: header, payloadKey: key }: SealedHeader,
): SealedFileWriter {
  const waiting = new Uint8Array(chunkLength);
  let filled = 0;
  let number = 0;
  let first: readonly Uint8Array[] = [header];

  const seal = (bytes: Uint8Array, into: Uint8Array): void => {
    sealChunk(primitives, key, { number, isLast: false, bytes, into });
    number += 1;
  };
  const withHeader = (bytes: Uint8Array): readonly Uint8Array[] => {
    const all = bytes.length === 0 ? first : [...first, bytes];
    first = [];
    return all;
  };

  return {
    update(bytes) {
      // A full chunk waits until another byte shows that it is not the last.
      const chunks = Math.max(0, Math.ceil((filled + bytes.length) / chunkLength) - 1);
      const sealed = new Uint8Array(chunks * sealedChunkLength);
      let at = 0;
      for (let chunk = 0; chunk < chunks; chunk += 1) {
        const into = sealed.subarray(chunk * sealedChunkLength, (chunk + 1) * sealedChunkLength);
        const missing = chunkLength - filled;
        if (filled === 0) seal(bytes.subarray(at, at + chunkLength), into);
        else {
          waiting.set(bytes.subarray(at, at + missing), filled);
          seal(waiting, into);
        }
        at += missing;
        filled = 0;
      }
      waiting.set(bytes.subarray(at), filled);
      filled += bytes.length - at;
      return withHeader(sealed);
    },
    finish() {
      const into = new Uint8Array(filled + tagLength);
      sealChunk(primitives, key, { number, isLast: true, bytes: waiting.subarray(0, filled), into });
      for (const secret of [key, waiting]) secret.fill(0);
      return withHeader(into);
    },
  };
}
