// Writes a sealed file in one pass over bytes that arrive in pieces of any size.
import type { Primitives } from "../primitives.ts";
import { createHeader, type SealedHeader } from "./header.ts";
import { createRecipientHeader } from "./recipient-header.ts";
import { chunkLength, sealChunk } from "./stream.ts";

export interface SealedFileWriter {
  /** Sealed bytes that these plain bytes complete, header included; can be none. */
  update(bytes: Uint8Array): readonly Uint8Array[];
  /** The rest. Without it the file does not open. */
  finish(): readonly Uint8Array[];
}

/** Sealed under one passphrase. */
export function createSealedFileWriter(primitives: Primitives, passphrase: string): SealedFileWriter {
  return writerBehind(primitives, createHeader(primitives, passphrase));
}

/** Sealed to age recipients (32 bytes each): the standard tool opens it with an identity of one of them. */
export function createRecipientFileWriter(
  primitives: Primitives,
  recipients: readonly Uint8Array[],
): SealedFileWriter {
  return writerBehind(primitives, createRecipientHeader(primitives, recipients));
}

function writerBehind(
  primitives: Primitives,
  { bytes: header, payloadKey: key }: SealedHeader,
): SealedFileWriter {
  const waiting = new Uint8Array(chunkLength);
  let filled = 0;
  let number = 0;
  let out: Uint8Array[] = [header];

  const seal = (bytes: Uint8Array, isLast: boolean): void => {
    out.push(sealChunk(primitives, key, { number, isLast, bytes }));
    number += 1;
  };
  const take = (): readonly Uint8Array[] => {
    const done = out;
    out = [];
    return done;
  };

  return {
    update(bytes) {
      let at = 0;
      // A full chunk waits until another byte shows that it is not the last.
      while (at < bytes.length) {
        if (filled === chunkLength) {
          seal(waiting, false);
          filled = 0;
        }
        for (; filled === 0 && bytes.length - at > chunkLength; at += chunkLength)
          seal(bytes.subarray(at, at + chunkLength), false);
        const piece = bytes.subarray(at, at + chunkLength - filled);
        waiting.set(piece, filled);
        filled += piece.length;
        at += piece.length;
      }
      return take();
    },
    finish() {
      seal(waiting.subarray(0, filled), true);
      for (const secret of [key, waiting]) secret.fill(0);
      return take();
    },
  };
}
