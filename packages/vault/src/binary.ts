// Big-endian integers and fixed pieces, written and read in order. Reading past the end is `vault.damaged`.
import { concatBytes, parseHex } from "@tocsin/core";
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
      const value = getU64(view, advance(8));
      if (value === null) throw damaged(`number at ${offset - 8} is too large`);
      return value;
    },
    take: (length) => {
      const at = advance(length);
      return bytes.subarray(at, at + length);
    },
  };
}

/** Writes in order into bytes of a length that is known beforehand; beyond it, it throws. */
export interface ByteWriter {
  u8(value: number): ByteWriter;
  u16(value: number): ByteWriter;
  u32(value: number): ByteWriter;
  u64(value: number): ByteWriter;
  put(bytes: Uint8Array): ByteWriter;
  hex(text: string): ByteWriter;
  /** What was written, once every byte of it was. */
  done(): Uint8Array;
}

export function createByteWriter(length: number): ByteWriter {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  let offset = 0;
  const advance = (count: number): number => {
    const at = offset;
    offset += count;
    return at;
  };
  const writer: ByteWriter = {
    u8: (value) => (view.setUint8(advance(1), value), writer),
    u16: (value) => (view.setUint16(advance(2), value), writer),
    u32: (value) => (view.setUint32(advance(4), value), writer),
    u64: (value) => (setU64(view, advance(8), value), writer),
    put: (part) => (bytes.set(part, advance(part.length)), writer),
    hex: (text) => writer.put(parseHex(text)),
    done: () => {
      if (offset !== length) throw new RangeError(`Cannot write: ${offset} bytes, expected ${length}`);
      return bytes;
    },
  };
  return writer;
}

/** Two halves instead of a BigInt, which is many times slower. */
export function setU64(view: DataView, at: number, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError("Cannot write: not a natural number");
  view.setUint32(at, Math.floor(value / 2 ** 32));
  view.setUint32(at + 4, value % 2 ** 32);
}

/** Null above 2^53 - 1. */
export function getU64(view: DataView, at: number): number | null {
  const value = view.getUint32(at) * 2 ** 32 + view.getUint32(at + 4);
  return Number.isSafeInteger(value) ? value : null;
}

/** Gives zeroed pieces of larger arrays: one allocation for many. A piece keeps its whole array alive. */
export type Room = (length: number) => Uint8Array;

export function createRoom(size: number): Room {
  let bytes = new Uint8Array(size);
  let at = 0;
  return (length) => {
    if (length > size) return new Uint8Array(length);
    if (at + length > size) [bytes, at] = [new Uint8Array(size), 0];
    at += length;
    return bytes.subarray(at - length, at);
  };
}

export function u8(value: number): Uint8Array {
  return Uint8Array.of(value);
}

export function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

export function u64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  setU64(new DataView(bytes.buffer), 0, value);
  return bytes;
}

export function withLength32(bytes: Uint8Array): Uint8Array {
  return concatBytes(u32(bytes.length), bytes);
}

export function damaged(state: string): VaultError {
  return new VaultError("vault.damaged", `Cannot read log: ${state}`);
}
