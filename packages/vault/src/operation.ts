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
import { damaged, getU64, type Room, setU64, u64, u8 } from "./binary.ts";
import type { Leaf } from "./commit.ts";
import { noOperation, type SealedOperation } from "./contents.ts";
import { labels, limits, noBytes } from "./format.ts";
import type { Position } from "./types.ts";

export const contentTypes = { payload: 1, importedPayload: 2, control: 0x80 } as const;
const slotKinds = { clear: 0, epoch: 1 } as const;
const saltLength = 32;
const epochIdLength = 16;
/** Type, flags and claimed time stand before the bytes of a content. */
const contentStart = 10;
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

/** Throws `vault.damaged`. The bytes are a view. */
export function parseContent(bytes: Uint8Array): Content {
  const content = readContent(bytes);
  if (content === null) throw damaged("operation is too short, or claims a time beyond the limit");
  return content;
}

function readContent(bytes: Uint8Array): Content | null {
  if (bytes.length < contentStart) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, contentStart);
  const at = getU64(view, 2);
  if (at === null) return null;
  const isCritical = (view.getUint8(1) & 1) === 1;
  return { type: view.getUint8(0), isCritical, at, bytes: bytes.subarray(contentStart) };
}

export interface SealPlace {
  readonly position: Position;
  readonly epoch: EpochKey;
  /** Shared by the operations of a commit. */
  readonly slotContext?: SlotContext;
  readonly room?: Room;
}

/** Sealed to the epoch. The content's type must not be a control's. */
export function sealOperation(primitives: Primitives, content: Content, place: SealPlace): SealedWithLeaf {
  const { position, epoch, room = ownPiece } = place;
  const slotContext = place.slotContext ?? createSlotContext(position);
  const { padded, bytes } = padContent(content, room);
  const secret = room(32 + saltLength);
  secret.set(primitives.random(32));
  secret.set(primitives.random(saltLength), 32);
  const key = createKey("operation", secret.subarray(0, 32));
  const salt = secret.subarray(32);
  const body = sealOnce(primitives, { key, bytes: padded, context: bodyContext });
  const id = parseHex(epoch.id);
  const context = slotContext(id, position.index);
  const sealedSlot = sealWithNonce(primitives, { key: epoch.key, bytes: secret, context });
  const slot = room(17 + sealedSlot.length);
  slot[0] = slotKinds.epoch;
  slot.set(id, 1);
  slot.set(sealedSlot, 17);
  const leaf = { content: primitives.sha256(salt, bytes), body: primitives.sha256(body) };
  key.wipe();
  secret.fill(0);
  return { slot, body, leaf };
}

/** In the clear: public keys, roles and wraps only. */
export function clearOperation(primitives: Primitives, content: Content): SealedWithLeaf {
  const { padded: body, bytes } = padContent(content, ownPiece);
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
  const oldKey = old === null ? undefined : epochKey(old);
  if (old === null || oldKey === undefined) return null;
  const slotContext = createSlotContext(position);
  const oldContext = slotContext(parseHex(old), position.index);
  const secret = openSlot(primitives, operation.slot, { key: oldKey, context: oldContext });
  if (secret === null) return null;
  const id = parseHex(epoch.id);
  const context = slotContext(id, position.index);
  const sealed = sealWithNonce(primitives, { key: epoch.key, bytes: secret, context });
  secret.fill(0);
  return concatBytes(u8(slotKinds.epoch), id, sealed);
}

/** Key and salt of an operation; null where the slot does not open. */
function openSlot(
  primitives: Primitives,
  slot: Uint8Array,
  { key, context }: { readonly key: SecretKey<"epoch">; readonly context: Uint8Array },
): Uint8Array | null {
  const secret = openWithNonce(primitives, { key, bytes: slot.subarray(1 + epochIdLength), context });
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
  /** Shared by the operations of a commit. */
  readonly slotContext?: SlotContext;
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
  const epoch = operation.slot.subarray(1, 1 + epochIdLength);
  const epochKey = input.epochKey(encodeHex(epoch));
  if (epochKey === undefined) return { state: "no-key" };
  const slotContext = input.slotContext ?? createSlotContext(input.position);
  const context = slotContext(epoch, input.position.index);
  const secret = openSlot(primitives, operation.slot, { key: epochKey, context });
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
  if (bytes === null || bytes.length < contentStart) return { state: "damaged" };
  if (!isEqualBytes(primitives.sha256(salt, bytes), leaf.content)) return { state: "damaged" };
  if (bytes[1] !== undefined && bytes[1] > 1) return { state: "unknown" };
  const content = readContent(bytes);
  if (content === null || content.type >= firstControlType !== isControl) return { state: "damaged" };
  return { state: "open", content, salt, bytes };
}

/** What binds a slot to its place; the bytes are overwritten by the next call. */
export type SlotContext = (epoch: Uint8Array, index: number) => Uint8Array;

export function createSlotContext({ chain, sequence }: Omit<Position, "index">): SlotContext {
  const start = labelled(labels.slot, parseHex(chain), u64(sequence));
  const bytes = concatBytes(start, new Uint8Array(2 + epochIdLength));
  return (epoch, index) => {
    bytes[start.length] = index >> 8;
    bytes[start.length + 1] = index & 255;
    bytes.set(epoch, start.length + 2);
    return bytes;
  };
}

const ownPiece: Room = (length) => new Uint8Array(length);

interface PaddedContent {
  /** Length, content, zeros up to the next bucket: powers of two from 256. */
  readonly padded: Uint8Array;
  /** The content alone: a view. */
  readonly bytes: Uint8Array;
}

function padContent(content: Content, room: Room): PaddedContent {
  const end = 4 + contentStart + content.bytes.length;
  let bucket = 256;
  while (bucket < end) bucket *= 2;
  const padded = room(bucket);
  const view = new DataView(padded.buffer, padded.byteOffset, 4 + contentStart);
  view.setUint32(0, end - 4);
  view.setUint8(4, content.type);
  view.setUint8(5, content.isCritical ? 1 : 0);
  setU64(view, 6, content.at);
  padded.set(content.bytes, 4 + contentStart);
  return { padded, bytes: padded.subarray(4, end) };
}

function unpad(padded: Uint8Array): Uint8Array | null {
  if (padded.length < 256 || padded.length > limits.body) return null;
  const end = 4 + new DataView(padded.buffer, padded.byteOffset, 4).getUint32(0);
  if (end > padded.length) return null;
  for (let at = end; at < padded.length; at += 1) if (padded[at] !== 0) return null;
  return padded.subarray(4, end);
}
