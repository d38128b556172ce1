// Big-endian integers and fixed pieces, written and read in order. Reading past the end is `vault.damaged`.
import { concatBytes } from "@tocsin/core";
import { VaultError } from "./errors.ts";

export interface ByteReader {
  readonly offset: number;
  readonly left: number;
  u8(): number;
  u16(): number;
  u32(): number;
  /** Throws above 2^53 - 1. */
  u64(): number;
  /** A view, not a copy. */
  take(length: number): Uint8Array;
}

export function createByteReader(bytes: Uint8Array): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let offset = 0;
  const advance = (length: number): number => {
    if (length > bytes.length - offset) throw damaged(`needs ${length} bytes at ${offset}, has fewer`);
    const at = offset;
    offset += length;
    return at;
  };
  return {
    get offset() {
      return offset;
    },
    get left() {
      return bytes.length - offset;
    },
    u8: () => view.getUint8(advance(1)),
    u16: () => view.getUint16(advance(2)),
    u32: () => view.getUint32(advance(4)),
    u64: () => {
      const value = view.getBigUint64(advance(8));
      if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged(`number at ${offset - 8} is too large`);
      return Number(value);
    },
    take: (length) => {
      const at = advance(length);
      return bytes.subarray(at, at + length);
    },
  };
}

export function u8(value: number): Uint8Array {
  return Uint8Array.of(value);
}

export function u16(value: number): Uint8Array {
  const bytes = new Uint8Array(2);
  new DataView(bytes.buffer).setUint16(0, value);
  return bytes;
}

export function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

export function u64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

export function withLength32(bytes: Uint8Array): Uint8Array {
  return concatBytes(u32(bytes.length), bytes);
}

export function damaged(state: string): VaultError {
  return new VaultError("vault.damaged", `Cannot read log: ${state}`);
}
