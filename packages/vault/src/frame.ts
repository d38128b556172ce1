// Segment files: a fixed opening, then frames. A frame has a mark and a check, so that valid ones are found again
// behind damage (docs/formats/vault.md, section 3).
import { concatBytes, encodeUtf8, isEqualBytes, parseHex } from "@tocsin/core";
import type { Primitives } from "@tocsin/crypto";
import { createByteWriter, u32 } from "./binary.ts";
import { limits } from "./format.ts";
import type { SegmentName } from "./ports.ts";

export const frameTypes = { commit: 1, snapshot: 2, contents: 3 } as const;

const opening = encodeUtf8("tocsin/segment/1");
export const openingLength = 36;
const mark = encodeUtf8("tcs1");
const checkLength = 8;
/** Mark, type, length, check. */
const frameOverhead = 4 + 1 + 4 + checkLength;
/** Payloads of a segment that are hashed and fail, before a search gives up the rest as unread. */
const searchBudget = 268_435_456;

type Hashing = Pick<Primitives, "sha256">;

interface Scanning {
  readonly hashing: Hashing;
  readonly bytes: Uint8Array;
  /** Bytes that may still be hashed in vain: damage made on purpose must not keep a reader busy. */
  budget: number;
}

export interface Frame {
  readonly type: number;
  /** Of the frame's mark, in the segment. */
  readonly offset: number;
  /** Of the whole frame. */
  readonly length: number;
  readonly payload: Uint8Array;
}

export interface Stretch {
  readonly offset: number;
  readonly length: number;
}

export interface ScannedSegment {
  readonly frames: readonly Frame[];
  /** Bytes that are no frame, with a valid frame or an unsearched rest behind them. */
  readonly damage: readonly Stretch[];
  /** Bytes at the end that are no frame, when no valid frame follows them; length 0 when there are none. */
  readonly tail: Stretch;
}

export function encodeOpening(segment: SegmentName): Uint8Array {
  return concatBytes(opening, parseHex(segment.chain), u32(segment.number));
}

export function encodeFrame(hashing: Hashing, type: number, payload: Uint8Array): Uint8Array {
  const start = createByteWriter(5).u8(type).u32(payload.length).done();
  const check = hashing.sha256(start, payload).subarray(0, checkLength);
  return createByteWriter(frameOverhead + payload.length)
    .put(mark)
    .put(start)
    .put(check)
    .put(payload)
    .done();
}

/** Every valid frame of a segment, and what lies between. */
export function scanSegment(hashing: Hashing, segment: SegmentName, bytes: Uint8Array): ScannedSegment {
  const frames: Frame[] = [];
  const damage: Stretch[] = [];
  let at = Math.min(openingLength, bytes.length);
  if (bytes.length > 0 && bytes.length < openingLength)
    return { frames, damage, tail: stretch(0, bytes.length) };
  if (!isEqualBytes(bytes.subarray(0, at), encodeOpening(segment)) && at > 0) damage.push(stretch(0, at));
  const scanning: Scanning = { hashing, bytes, budget: searchBudget };
  while (at < bytes.length) {
    const sound = frameAt(scanning, at);
    const frame = sound ?? damagedContentsAt(scanning, at);
    if (frame !== null) {
      frames.push(frame);
      if (sound === null) damage.push(stretch(at, at + frame.length));
      at += frame.length;
      continue;
    }
    const found = findFrame(scanning, at + 1);
    if (found === "none") return { frames, damage, tail: stretch(at, bytes.length) };
    damage.push(stretch(at, found === "unknown" ? bytes.length : found));
    if (found === "unknown") break;
    at = found;
  }
  return { frames, damage, tail: stretch(bytes.length, bytes.length) };
}

function stretch(offset: number, end: number): Stretch {
  return { offset, length: end - offset };
}

/** The frame at `offset` by its mark and length alone, or null. The payload is a view. */
export function uncheckedFrameAt(bytes: Uint8Array, offset: number): Frame | null {
  const length = payloadLengthAt(bytes, offset);
  if (length === null) return null;
  const payload = bytes.subarray(offset + frameOverhead, offset + frameOverhead + length);
  return { type: bytes[offset + 4] ?? 0, offset, length: frameOverhead + length, payload };
}

/** The valid frame at `offset`, or null. */
function frameAt(scanning: Scanning, offset: number): Frame | null {
  const { hashing, bytes } = scanning;
  const frame = uncheckedFrameAt(bytes, offset);
  if (frame === null) return null;
  const check = bytes.subarray(offset + 9, offset + frameOverhead);
  const digest = hashing.sha256(bytes.subarray(offset + 4, offset + 9), frame.payload);
  if (isEqualBytes(digest.subarray(0, checkLength), check)) return frame;
  scanning.budget -= frame.payload.length;
  return null;
}

/** Contents that fail their check but end where a commit begins: its leaves tell which operations are whole. */
function damagedContentsAt(scanning: Scanning, offset: number): Frame | null {
  const frame = uncheckedFrameAt(scanning.bytes, offset);
  if (frame?.type !== frameTypes.contents) return null;
  return frameAt(scanning, offset + frame.length)?.type === frameTypes.commit ? frame : null;
}

/** Length of the payload that a frame at `offset` claims, when it carries the mark and fits. */
function payloadLengthAt(bytes: Uint8Array, offset: number): number | null {
  if (bytes.length - offset < frameOverhead) return null;
  for (let i = 0; i < mark.length; i += 1) if (bytes[offset + i] !== mark[i]) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset + offset + 5, 4).getUint32(0);
  return length <= limits.frame && length <= bytes.length - offset - frameOverhead ? length : null;
}

function findFrame(scanning: Scanning, from: number): number | "none" | "unknown" {
  const { bytes } = scanning;
  const [first = 0] = mark;
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (frameAt(scanning, at) !== null) return at;
    if (scanning.budget < 0) return "unknown";
  }
  return "none";
}
