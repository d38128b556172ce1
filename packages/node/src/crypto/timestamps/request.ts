// Requests of RFC 3161, section 2.4.1.
import { createHash } from "node:crypto";
import { Integer, Null, OctetString } from "asn1js";
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from "pkijs";
import type { Random } from "@tocsin/core";
import { attempt, oids, readDer } from "./pki.ts";

/** 8 bytes that are a positive number of full length, so that every request has the same size. */
function createNonce(random: Random): Uint8Array<ArrayBuffer> {
  const nonce = Uint8Array.from(random(8));
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40;
  return nonce;
}

export function encodeRequest(data: Uint8Array, random: Random): Uint8Array {
  const hash = Uint8Array.from(createHash("sha256").update(data).digest());
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: oids.sha256, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: hash.buffer }),
    }),
    nonce: new Integer({ valueHex: createNonce(random).buffer }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/** Of a request as `encodeRequest` makes it; null where it has none. */
export function nonceOf(request: Uint8Array): Uint8Array | null {
  return attempt(() => {
    const schema = readDer(request);
    const { nonce } = new TimeStampReq({ schema });
    return nonce === undefined ? null : bytesOf(nonce);
  });
}

/** Of an integer, without the zero that keeps it positive. */
export function bytesOf({ valueBlock }: Integer): Uint8Array {
  const bytes = valueBlock.valueHexView;
  const start = bytes.findIndex((byte) => byte !== 0);
  return start < 0 ? bytes.subarray(bytes.length) : bytes.subarray(start);
}
