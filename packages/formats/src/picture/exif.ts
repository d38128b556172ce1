// The few things that matter of an Exif block (a TIFF, Exif 2.32): which way up, whether it says where, a second picture.
import type { PictureExtra } from "./limits.ts";

export interface ExifLook {
  readonly orientation: number;
  readonly hasPosition: boolean;
  readonly hasThumbnail: boolean;
}

const tags = { orientation: 0x0112, position: 0x8825 } as const;
const mostEntries = 500;
const entryLength = 12;

/** `bytes`: from the byte order mark on. What is not whole says nothing: it is thrown away in any case. */
export function lookAtExif(bytes: Uint8Array): ExifLook {
  const nothing: ExifLook = { orientation: 1, hasPosition: false, hasThumbnail: false };
  if (bytes.length < 8) return nothing;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = view.getUint16(0) === 0x4949;
  if (!isLittle && view.getUint16(0) !== 0x4d4d) return nothing;
  const start = view.getUint32(4, isLittle);
  if (start + 2 > bytes.length) return nothing;
  const count = Math.min(view.getUint16(start, isLittle), mostEntries);
  let { orientation, hasPosition } = nothing;
  let at = start + 2;
  for (let entry = 0; entry < count && at + entryLength <= bytes.length; entry += 1, at += entryLength) {
    const tag = view.getUint16(at, isLittle);
    if (tag === tags.position) hasPosition = true;
    const value = view.getUint16(at + 8, isLittle);
    if (tag === tags.orientation && value >= 1 && value <= 8) orientation = value;
  }
  const hasThumbnail = at + 4 <= bytes.length && view.getUint32(at, isLittle) !== 0;
  return { orientation, hasPosition, hasThumbnail };
}

/** What a picture carries beside itself. */
export interface Extra {
  readonly kind: PictureExtra;
  readonly bytes: number;
}

/** Adds what an Exif block holds to `extras`, and gives which way up the picture is. */
export function takeExif(content: Uint8Array, extras: Extra[]): number {
  const { orientation, hasPosition, hasThumbnail } = lookAtExif(content);
  if (hasPosition) extras.push({ kind: "position", bytes: 0 });
  if (hasThumbnail) extras.push({ kind: "thumbnail", bytes: 0 });
  return orientation;
}
