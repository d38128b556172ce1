// Makes the bytes of operations for test vectors (docs/formats/vault.md, sections 5 and 6).
import { canonical, join, label, sha256, uint, type Json, type RandomBytes } from "./bytes.ts";
import { seal, type Epoch } from "./keys.ts";

/** All vectors are written on one day, in order. */
export const startOfTime = Date.UTC(2026, 0, 5, 9, 0, 0);

export type OperationState = "readable" | "erased" | "missing" | "no-key" | "damaged" | "unknown";

/** An operation before it is sealed. `bytes` is what follows the claimed time. */
export interface Said {
  readonly content: Buffer;
  readonly clear: boolean;
  readonly at: number;
  /** What the open form says of it, without the stamp; undefined for control operations. */
  readonly line?: { readonly [name: string]: Json } | undefined;
  /** Stands in the place of the stamp. */
  readonly original?: Json;
  readonly state: OperationState;
}

/** An operation as it is written, with the digests of its leaf. */
export interface Parts {
  readonly slot: Buffer;
  readonly body: Buffer;
  readonly contentDigest: Buffer;
  readonly bodyDigest: Buffer;
}

/** Where an operation stands; its slot is bound to it. */
export interface Place {
  readonly chain: Buffer;
  readonly sequence: number;
  readonly index: number;
}

interface ContentHead {
  readonly type: number;
  readonly flags?: number;
  readonly at?: number;
}

export const contentOf = ({ type, flags = 0, at = startOfTime }: ContentHead, bytes: Uint8Array): Buffer =>
  join(uint(type, 1), uint(flags, 1), uint(at, 8), bytes);

interface SaidOptions {
  readonly at?: number;
  readonly critical?: boolean;
}

/** An operation whose payload is canonical JSON. */
export function payload(value: Json, { at = startOfTime, critical = false }: SaidOptions = {}): Said {
  return {
    content: contentOf({ type: 1, flags: critical ? 1 : 0, at }, Buffer.from(canonical(value))),
    clear: false,
    at,
    line: { payload: value, ...(critical ? { critical } : {}) },
    state: "readable",
  };
}

/** An operation whose payload is not JSON. */
export function bytesPayload(bytes: Buffer, { at = startOfTime }: SaidOptions = {}): Said {
  const line = { bytes: bytes.toString("base64url") };
  return { content: contentOf({ type: 1, at }, bytes), clear: false, at, line, state: "readable" };
}

/** An operation that was imported, with the stamp that it had where it was written. */
export function imported(value: Json, original: Json, at = startOfTime): Said {
  const stamp = Buffer.from(canonical(original));
  const bytes = join(uint(stamp.length, 4), stamp, Buffer.from(canonical(value)));
  return { content: contentOf({ type: 2, at }, bytes), clear: false, at, line: { payload: value }, original, state: "readable" };
}

export function control(value: Json, at = startOfTime): Said {
  return { content: contentOf({ type: 0x80, at }, Buffer.from(canonical(value))), clear: true, at, state: "readable" };
}

/** Content of any form, in a slot of either kind, for vectors that go wrong or are not known. */
export function rawContent(content: Buffer, given: { clear?: boolean; state: OperationState; at?: number }): Said {
  const { clear = false, state, at = startOfTime } = given;
  return { content, clear, at, line: {}, state };
}

/** The length of the content, the content, and zeros up to a power of two from 256. */
export function padded(content: Buffer): Buffer {
  let size = 256;
  while (size < content.length + 4) size *= 2;
  return join(uint(content.length, 4), content, Buffer.alloc(size - content.length - 4));
}

export interface SealOptions {
  readonly epoch: Epoch;
  readonly place: Place;
  readonly random: RandomBytes;
  /** Takes the place of the padded content. */
  readonly pad?: (content: Buffer) => Buffer;
}

export function slotOf(keyAndSalt: Uint8Array, { epoch, place, random }: SealOptions): Buffer {
  const nonce = random(12);
  const { chain, sequence, index } = place;
  const associated = join(label("tocsin/slot/1"), chain, uint(sequence, 8), uint(index, 2), epoch.id);
  return join(uint(1, 1), epoch.id, nonce, seal({ key: epoch.key, nonce, plain: keyAndSalt, associated }));
}

/** Seals an operation, or leaves it clear. Gives key and salt too, for slots that are sealed anew. */
export function writeOperation(said: Said, options: SealOptions): Parts & { readonly keyAndSalt: Buffer } {
  const { random, pad = padded } = options;
  const keyAndSalt = said.clear ? Buffer.alloc(0) : random(64);
  const salt = keyAndSalt.subarray(32);
  const plain = pad(said.content);
  const body = said.clear
    ? plain
    : seal({ key: keyAndSalt.subarray(0, 32), plain, associated: label("tocsin/body/1") });
  return {
    slot: said.clear ? uint(0, 1) : slotOf(keyAndSalt, options),
    body,
    contentDigest: sha256(salt, said.content),
    bodyDigest: sha256(body),
    keyAndSalt,
  };
}
