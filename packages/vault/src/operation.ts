// One operation: its content, padded and sealed under a key of its own, which a slot carries under the epoch's key
// (docs/formats/vault.md, section 6).
import { concatBytes, encodeHex, isEqualBytes, parseHex } from "@tocsin/core";
import {
  createKey,
  labelled,
  openOnce,
  openWithNonce,
  type Primitives,
  sealOnce,
  sealWithNonce,
  type SecretKey,
} from "@tocsin/crypto";
import { createByteReader, u16, u64, u8, withLength32 } from "./binary.ts";
import type { Leaf } from "./commit.ts";
import { noOperation, type SealedOperation } from "./contents.ts";
import { labels, limits, noBytes } from "./format.ts";
import type { Position } from "./types.ts";

export const contentTypes = { payload: 1, importedPayload: 2, control: 0x80 } as const;
const slotKinds = { clear: 0, epoch: 1 } as const;
const saltLength = 32;
const firstControlType = 0x80;
const bodyContext = labelled(labels.body);

/** What is sealed: type, flags, claimed time, and bytes whose meaning the type gives. */
export interface Content {
  readonly type: number;
  readonly isCritical: boolean;
  /** Milliseconds since 1970, claimed. */
  readonly at: number;
  readonly bytes: Uint8Array;
}

export interface EpochKey {
  /** 32 hexadecimal characters. */
  readonly id: string;
  readonly key: SecretKey<"epoch">;
}

export interface SealedWithLeaf extends SealedOperation {
  readonly leaf: Leaf;
}

function encodeContent(content: Content): Uint8Array {
  const start = concatBytes(u8(content.type), u8(content.isCritical ? 1 : 0), u64(content.at));
  return concatBytes(start, content.bytes);
}

export function parseContent(bytes: Uint8Array): Content {
  const reader = createByteReader(bytes);
  const type = reader.u8();
  const flags = reader.u8();
  const at = reader.u64();
  return { type, isCritical: (flags & 1) === 1, at, bytes: reader.take(reader.left) };
}

/** Sealed to the epoch. The content's type must not be a control's. */
export function sealOperation(
  primitives: Primitives,
  content: Content,
  place: { readonly position: Position; readonly epoch: EpochKey },
): SealedWithLeaf {
  const bytes = encodeContent(content);
  const key = createKey("operation", primitives.random(32));
  const salt = primitives.random(saltLength);
  const body = sealOnce(primitives, { key, bytes: pad(bytes), context: bodyContext });
  const secret = concatBytes(key.expose(), salt);
  const context = slotContext(place.position, place.epoch.id);
  const sealedSlot = sealWithNonce(primitives, { key: place.epoch.key, bytes: secret, context });
  key.wipe();
  secret.fill(0);
  const slot = concatBytes(u8(slotKinds.epoch), parseHex(place.epoch.id), sealedSlot);
  const leaf = { content: primitives.sha256(salt, bytes), body: primitives.sha256(body) };
  return { slot, body, leaf };
}

/** In the clear: public keys, roles and wraps only. */
export function clearOperation(primitives: Primitives, content: Content): SealedWithLeaf {
  const bytes = encodeContent(content);
  const body = pad(bytes);
  const leaf = { content: primitives.sha256(bytes), body: primitives.sha256(body) };
  return { slot: u8(slotKinds.clear), body, leaf };
}

export function isClear(operation: SealedOperation): boolean {
  return operation.slot.length === 1 && operation.slot[0] === slotKinds.clear;
}

/** The epoch that a slot is sealed under; null for another kind of slot. */
export function slotEpochOf({ slot }: SealedOperation): string | null {
  return slot[0] === slotKinds.epoch ? encodeHex(slot.subarray(1, 17)) : null;
}

/** What a clear operation holds, without its leaf; null where it is not of its form. */
export function openClearContent(primitives: Primitives, operation: SealedOperation): Content | null {
  const bytes = unpad(operation.body);
  if (bytes === null) return null;
  const leaf = { content: primitives.sha256(bytes), body: primitives.sha256(operation.body) };
  const opened = openClear(primitives, operation, leaf);
  return opened.state === "open" ? opened.content : null;
}

export interface ResealInput {
  readonly position: Position;
  readonly epochKey: (id: string) => SecretKey<"epoch"> | undefined;
  readonly epoch: EpochKey;
}

/** The slot under another epoch; null where it does not open. The body and its key stay as they are. */
export function resealSlot(
  primitives: Primitives,
  operation: SealedOperation,
  { position, epochKey, epoch }: ResealInput,
): Uint8Array | null {
  const old = slotEpochOf(operation);
  const secret =
    old === null ? null : openSlot(primitives, operation.slot, { position, key: epochKey(old), epoch: old });
  if (secret === null) return null;
  const context = slotContext(position, epoch.id);
  const sealed = sealWithNonce(primitives, { key: epoch.key, bytes: secret, context });
  secret.fill(0);
  return concatBytes(u8(slotKinds.epoch), parseHex(epoch.id), sealed);
}

/** Key and salt of an operation; null where the slot does not open. */
function openSlot(
  primitives: Primitives,
  slot: Uint8Array,
  {
    position,
    key,
    epoch,
  }: { readonly position: Position; readonly key: SecretKey<"epoch"> | undefined; readonly epoch: string },
): Uint8Array | null {
  if (key === undefined) return null;
  const context = slotContext(position, epoch);
  const secret = openWithNonce(primitives, { key, bytes: slot.subarray(17), context });
  return secret?.length === 32 + saltLength ? secret : null;
}

export type OpenedContent =
  | {
      readonly state: "open";
      readonly content: Content;
      /** None for a clear operation. */
      readonly salt: Uint8Array;
      /** As it was hashed behind the salt. */
      readonly bytes: Uint8Array;
    }
  | { readonly state: "erased" | "missing" | "no-key" | "damaged" | "unknown" | "ended" };

export interface OpenInput {
  readonly operation: SealedOperation | undefined;
  readonly leaf: Leaf;
  readonly position: Position;
  readonly epochKey: (id: string) => SecretKey<"epoch"> | undefined;
}

/** Opens an operation and holds it against its leaf: both digests must fit. `ended`: wraps of an epoch that is over. */
export function openOperation(primitives: Primitives, input: OpenInput): OpenedContent {
  const { slot, body } = input.operation ?? noOperation;
  if (body.length === 0 && isClear({ slot, body })) return { state: "ended" };
  if (slot.length === 0 || body.length === 0) return { state: "missing" };
  if (!isEqualBytes(primitives.sha256(body), input.leaf.body)) return { state: "damaged" };
  switch (slot[0]) {
    case slotKinds.clear:
      return openClear(primitives, { slot, body }, input.leaf);
    case slotKinds.epoch:
      return openSealed(primitives, { slot, body }, input);
    default:
      return { state: "unknown" };
  }
}

function openClear(primitives: Primitives, operation: SealedOperation, leaf: Leaf): OpenedContent {
  const bytes = operation.slot.length === 1 ? unpad(operation.body) : null;
  return checked(primitives, { bytes, salt: noBytes, leaf, isControl: true });
}

function openSealed(primitives: Primitives, operation: SealedOperation, input: OpenInput): OpenedContent {
  const id = encodeHex(operation.slot.subarray(1, 17));
  const epochKey = input.epochKey(id);
  if (epochKey === undefined) return { state: "no-key" };
  const { position } = input;
  const secret = openSlot(primitives, operation.slot, { position, key: epochKey, epoch: id });
  if (secret === null) return { state: "damaged" };
  const key = createKey("operation", secret.subarray(0, 32));
  const padded = openOnce(primitives, { key, bytes: operation.body, context: bodyContext });
  key.wipe();
  const bytes = padded === null ? null : unpad(padded);
  return checked(primitives, { bytes, salt: secret.subarray(32), leaf: input.leaf, isControl: false });
}

interface Unchecked {
  readonly bytes: Uint8Array | null;
  readonly salt: Uint8Array;
  readonly leaf: Leaf;
  readonly isControl: boolean;
}

// The cipher does not commit to its key; this digest does: one body has one meaning, whatever key opens it.
function checked(primitives: Primitives, { bytes, salt, leaf, isControl }: Unchecked): OpenedContent {
  if (bytes === null || bytes.length < 10) return { state: "damaged" };
  if (!isEqualBytes(primitives.sha256(salt, bytes), leaf.content)) return { state: "damaged" };
  if (bytes[1] !== undefined && bytes[1] > 1) return { state: "unknown" };
  const content = parseContent(bytes);
  if (content.type >= firstControlType !== isControl) return { state: "damaged" };
  return { state: "open", content, salt, bytes };
}

function slotContext(position: Position, epoch: string): Uint8Array {
  const { chain, sequence, index } = position;
  return labelled(labels.slot, parseHex(chain), u64(sequence), u16(index), parseHex(epoch));
}

/** Length, content, zeros up to the next bucket: powers of two from 256. */
function pad(bytes: Uint8Array): Uint8Array {
  let bucket = 256;
  while (bucket < bytes.length + 4) bucket *= 2;
  const padded = new Uint8Array(bucket);
  padded.set(withLength32(bytes));
  return padded;
}

function unpad(padded: Uint8Array): Uint8Array | null {
  if (padded.length < 256 || padded.length > limits.body) return null;
  const end = 4 + new DataView(padded.buffer, padded.byteOffset, 4).getUint32(0);
  if (end > padded.length) return null;
  for (let at = end; at < padded.length; at += 1) if (padded[at] !== 0) return null;
  return padded.subarray(4, end);
}
