// Rewrites a segment as an erasure does: the slots and bodies of one commit are dropped, every frame stays valid.
import { createHash } from "node:crypto";

const openingLength = 36;
const overhead = 17;
const contentsType = 3;

interface RawFrame {
  readonly mark: Buffer;
  readonly type: number;
  readonly payload: Buffer;
}

/** Drops what the commit `which` of those with sealed operations holds; the last one unless told. */
export function rewriteSegment(bytes: Buffer, which = -1): Buffer {
  const frames = framesOf(bytes);
  const sealed = frames.filter(isSealed);
  const target = sealed.at(which);
  return Buffer.concat([
    bytes.subarray(0, openingLength),
    ...frames.map((frame) =>
      encode(frame === target ? { ...frame, payload: dropped(frame.payload) } : frame),
    ),
  ]);
}

function framesOf(bytes: Buffer): readonly RawFrame[] {
  const frames: RawFrame[] = [];
  for (let at = openingLength; at < bytes.length;) {
    const length = bytes.readUInt32BE(at + 5);
    const end = at + overhead + length;
    const [mark, payload] = [bytes.subarray(at, at + 4), bytes.subarray(at + overhead, end)];
    frames.push({ mark, type: bytes.readUInt8(at + 4), payload });
    at = end;
  }
  return frames;
}

/** Chain (16), sequence (8), count (2), then slots of which the first begins with its kind. */
function isSealed({ type, payload }: RawFrame): boolean {
  return type === contentsType && payload.readUInt16BE(26) > 0 && payload.readUInt8(28) === 1;
}

function dropped(payload: Buffer): Buffer {
  return Buffer.concat([payload.subarray(0, 26), Buffer.alloc(6 * payload.readUInt16BE(24))]);
}

function encode({ mark, type, payload }: RawFrame): Buffer {
  const start = Buffer.alloc(5);
  start.writeUInt8(type, 0);
  start.writeUInt32BE(payload.length, 1);
  const check = createHash("sha256").update(start).update(payload).digest().subarray(0, 8);
  return Buffer.concat([mark, start, check, payload]);
}
