// Chunks of a WebP (RFC 9649): its size, and what stands beside its pixels.
import { FormatError } from "../errors.ts";
import { takeExif, type Extra } from "./exif.ts";
import { pictureLimits, type FoundPicture, type PictureExtra } from "./limits.ts";

type Size = readonly [width: number, height: number];

const kinds: Readonly<Record<string, PictureExtra>> = {
  EXIF: "camera",
  "XMP ": "xmp",
  ICCP: "colour-profile",
  ANIM: "animation",
  ANMF: "animation",
};
/** What makes the pixels what they are. */
const plain: ReadonlySet<string> = new Set(["VP8 ", "VP8L", "VP8X", "ALPH"]);

export function lookAtWebp(bytes: Uint8Array): FoundPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const extras: Extra[] = [];
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) throw bad(4, "it has no end");
  let size: Size | null = null;
  let orientation = 1;
  let at = 12;
  for (let parts = 0; at + 8 <= end; parts += 1) {
    if (parts > pictureLimits.parts)
      throw new FormatError("formats.limit", "Cannot read picture: it has too many chunks");
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    const length = view.getUint32(at + 4, true);
    if (length > end - at - 8) throw bad(at, "a chunk is longer than the file");
    const content = bytes.subarray(at + 8, at + 8 + length);
    // The first chunk says how large the whole is.
    size ??= sizeIn(name, content, at);
    if (!plain.has(name)) extras.push({ kind: kinds[name] ?? "other", bytes: length });
    if (name === "EXIF") orientation = takeExif(content, extras);
    at += 8 + length + (length % 2);
  }
  if (size === null) throw bad(at, "it has no picture");
  if (end < bytes.length) extras.push({ kind: "trailing", bytes: bytes.length - end });
  return { format: "webp", width: size[0], height: size[1], orientation, extras };
}

function sizeIn(name: string, content: Uint8Array, at: number): Size {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const size = content.length < 10 && name !== "VP8L" ? null : sizeOf(name, view);
  if (size === null || size[0] === 0 || size[1] === 0) throw bad(at, "it declares no size");
  return size;
}

function sizeOf(name: string, view: DataView): Size | null {
  if (name === "VP8X") return [1 + threeBytes(view, 4), 1 + threeBytes(view, 7)];
  if (name === "VP8 ") return [view.getUint16(6, true) & 0x3fff, view.getUint16(8, true) & 0x3fff];
  if (name !== "VP8L" || view.byteLength < 5) return null;
  const packed = view.getUint32(1, true);
  return [1 + (packed & 0x3fff), 1 + ((packed >>> 14) & 0x3fff)];
}

function threeBytes(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_00_00;
}

function bad(at: number, state: string): FormatError {
  return new FormatError("formats.bad-picture", `Cannot read picture at byte ${at}: ${state}`);
}
