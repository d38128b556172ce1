// Slots and bodies of one commit, in a frame of their own in front of it: they can be dropped later, one by one, and
// the commit still verifies (docs/formats/vault.md, section 5).
import { encodeHex } from "@tocsin/core";
import { createByteReader, createByteWriter, damaged } from "./binary.ts";
import { limits, noBytes } from "./format.ts";
import type { ChainId } from "./types.ts";

/** An empty slot or body was dropped, or has not come yet. */
export interface SealedOperation {
  readonly slot: Uint8Array;
  readonly body: Uint8Array;
}

export const noOperation: SealedOperation = { slot: noBytes, body: noBytes };

export interface Contents {
  readonly chain: ChainId;
  readonly sequence: number;
  readonly operations: readonly SealedOperation[];
}

export function encodeContents({ chain, sequence, operations }: Contents): Uint8Array {
  const length = operations.reduce((sum, { slot, body }) => sum + 6 + slot.length + body.length, 26);
  const writer = createByteWriter(length).hex(chain).u64(sequence).u16(operations.length);
  for (const { slot, body } of operations) writer.u16(slot.length).put(slot).u32(body.length).put(body);
  return writer.done();
}

/** Throws `vault.damaged`. The parts are views. */
export function parseContents(bytes: Uint8Array): Contents {
  const reader = createByteReader(bytes);
  const chain = encodeHex(reader.take(16)) as ChainId;
  const sequence = reader.u64();
  const count = reader.u16();
  if (count > limits.operations) throw damaged("contents have too many operations");
  const operations = Array.from({ length: count }, () => {
    const slotLength = reader.u16();
    if (slotLength > limits.slot) throw damaged("slot is too long");
    const slot = reader.take(slotLength);
    const bodyLength = reader.u32();
    if (bodyLength > limits.body) throw damaged("body is too long");
    return { slot, body: reader.take(bodyLength) };
  });
  if (reader.left > 0) throw damaged("contents have bytes behind their end");
  return { chain, sequence, operations };
}
