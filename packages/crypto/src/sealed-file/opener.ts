// Opens a sealed file in one pass over bytes that arrive in pieces of any size: for streams, which cannot be read by
// range. A chunk is given out only once it has proved authentic; the file is whole only once `finish` has returned.
import { concatBytes } from "@tocsin/core";
import { CryptoError } from "../errors.ts";
import type { SecretKey } from "../keys.ts";
import type { Primitives } from "../primitives.ts";
import { headerLength, openHeader, payloadNonceLength } from "./header.ts";
import { type OpenedStart, openRecipientStart } from "./recipient-header.ts";
import { chunkLength, damagedAt, openChunk, sealedChunkLength, tagLength } from "./stream.ts";

export interface SealedFileOpener {
  /** Plain bytes that these sealed bytes complete; can be none. */
  update(bytes: Uint8Array): readonly Uint8Array[];
  /** The rest. Throws where the file ends too early. */
  finish(): readonly Uint8Array[];
}

const payloadStart = headerLength + payloadNonceLength;

/** Null while more bytes are needed. */
function openStart(
  primitives: Primitives,
  bytes: Uint8Array,
  secret: string | SecretKey<"x25519">,
): OpenedStart | null {
  if (typeof secret !== "string") return openRecipientStart(primitives, bytes, secret);
  if (bytes.length < payloadStart) return null;
  const payloadKey = openHeader(primitives, bytes.subarray(0, payloadStart), secret);
  return { payloadKey, length: payloadStart };
}

/** With the passphrase of a file, or the age identity of one of its recipients. Both throw `crypto.bad-sealed-file`, `crypto.wrong-passphrase` or `crypto.sealed-file-damaged`. */
export function createSealedFileOpener(
  primitives: Primitives,
  secret: string | SecretKey<"x25519">,
): SealedFileOpener {
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
    const start = key === null ? openStart(primitives, waiting, secret) : null;
    if (start === null) return;
    key = start.payloadKey;
    waiting = waiting.subarray(start.length);
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
