// Opens a sealed file in one pass over bytes that arrive in pieces of any size: for streams, which cannot be read by
// range. A chunk is given out only once it has proved authentic; the file is whole only once `finish` has returned.
import { concatBytes } from "@tocsin/core";
import { CryptoError } from "../errors.ts";
import type { Primitives } from "../primitives.ts";
import { headerLength, openHeader, payloadNonceLength } from "./header.ts";
import { chunkLength, openChunk, sealedChunkLength, tagLength } from "./stream.ts";

export interface SealedFileOpener {
  /** Plain bytes that these sealed bytes complete; can be none. */
  update(bytes: Uint8Array): readonly Uint8Array[];
  /** The rest. Throws where the file ends too early. */
  finish(): readonly Uint8Array[];
}

const payloadStart = headerLength + payloadNonceLength;

/** Both throw `crypto.bad-sealed-file`, `crypto.wrong-passphrase` or `crypto.sealed-file-damaged`. */
export function createSealedFileOpener(primitives: Primitives, passphrase: string): SealedFileOpener {
  let key: Uint8Array | null = null;
  let waiting: Uint8Array = new Uint8Array(0);
  let number = 0;

  const open = (bytes: Uint8Array, isLast: boolean): Uint8Array => {
    const isShort = bytes.length < tagLength;
    const plain = key === null || isShort ? null : openChunk(primitives, key, { number, isLast, bytes });
    // An empty last chunk is right only in an empty file.
    if (plain === null || (plain.length === 0 && number > 0)) throw damagedAt(number * chunkLength);
    number += 1;
    return plain;
  };
  const takeHeader = (): void => {
    if (key !== null || waiting.length < payloadStart) return;
    key = openHeader(primitives, waiting.subarray(0, payloadStart), passphrase);
    waiting = waiting.subarray(payloadStart);
  };

  return {
    update(bytes) {
      waiting = waiting.length === 0 ? bytes : concatBytes(waiting, bytes);
      takeHeader();
      const out: Uint8Array[] = [];
      // A full chunk waits until another byte shows that it is not the last.
      for (
        ;
        key !== null && waiting.length > sealedChunkLength;
        waiting = waiting.subarray(sealedChunkLength)
      )
        out.push(open(waiting.subarray(0, sealedChunkLength), false));
      // What waits must not change under the caller's next piece.
      waiting = waiting.slice();
      return out;
    },
    finish() {
      if (key === null)
        throw new CryptoError("crypto.bad-sealed-file", "Cannot read sealed file: shorter than its header");
      const rest = [open(waiting, true)];
      key.fill(0);
      return rest;
    },
  };
}

function damagedAt(offset: number): CryptoError {
  return new CryptoError("crypto.sealed-file-damaged", `Cannot read sealed file: damaged at byte ${offset}`, {
    details: { offset },
  });
}
