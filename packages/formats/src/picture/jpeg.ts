// Segments of a JPEG (ITU-T T.81, B.1): its size, and what stands beside its pixels.
import { FormatError } from "../errors.ts";
import { lookAtExif } from "./exif.ts";
import { pictureLimits, type FoundPicture, type PictureExtra } from "./limits.ts";

interface Found {
  width: number;
  height: number;
  frames: number;
  orientation: number;
  readonly extras: { readonly kind: PictureExtra; readonly bytes: number }[];
}

const endOfImage = 0xd9;
const startOfScan = 0xda;

export function lookAtJpeg(bytes: Uint8Array): FoundPicture {
  const found: Found = { width: 0, height: 0, frames: 0, orientation: 1, extras: [] };
  let at = 2;
  for (let parts = 0; ; parts += 1) {
    if (parts > pictureLimits.parts)
      throw new FormatError("formats.limit", "Cannot read picture: it has too many segments");
    const marker = markerAt(bytes, at);
    at = marker.end;
    if (marker.code === endOfImage) break;
    const length = lengthAt(bytes, at);
    takeSegment(marker.code, bytes.subarray(at + 2, at + length), found);
    at += length;
    if (marker.code === startOfScan) at = endOfScan(bytes, at);
  }
  if (found.frames !== 1 || found.width === 0 || found.height === 0)
    throw bad(at, "it declares no size, or more than one");
  if (at < bytes.length) found.extras.push({ kind: "trailing", bytes: bytes.length - at });
  const { width, height, orientation, extras } = found;
  return { format: "jpeg", width, height, orientation, extras };
}

function markerAt(bytes: Uint8Array, from: number): { readonly code: number; readonly end: number } {
  let at = from;
  if (bytes[at] !== 0xff) throw bad(at, "expected a marker");
  while (bytes[at] === 0xff) at += 1;
  const code = bytes[at];
  if (code === undefined || code === 0) throw bad(at, "expected a marker");
  return { code, end: at + 1 };
}

function lengthAt(bytes: Uint8Array, at: number): number {
  const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  if (length < 2 || at + length > bytes.length) throw bad(at, "a segment is longer than the file");
  return length;
}

/** Behind the coded pixels: `FF 00` and restarts belong to them. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) throw bad(bytes.length, "it has no end");
    const next = bytes[at + 1];
    if (next === undefined) throw bad(at, "it has no end");
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at += next === 0xff ? 1 : 2;
  }
}

function takeSegment(code: number, content: Uint8Array, found: Found): void {
  if (isFrame(code)) {
    found.frames += 1;
    found.height = ((content[1] ?? 0) << 8) | (content[2] ?? 0);
    found.width = ((content[3] ?? 0) << 8) | (content[4] ?? 0);
  } else if (code === 0xfe) found.extras.push({ kind: "text", bytes: content.length });
  else if (code >= 0xe0 && code <= 0xef) takeApplication(code, content, found);
}

/** SOF0 to SOF15, without the tables and the extension between them. */
function isFrame(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
}

/** What an application segment is, by its code and its first bytes. */
const applications: readonly (readonly [code: number, begins: string, kind: PictureExtra])[] = [
  [0xe0, "JFXX\0", "thumbnail"],
  [0xe1, "http://ns.adobe.com/", "xmp"],
  [0xe2, "ICC_PROFILE\0", "colour-profile"],
  [0xed, "", "iptc"],
];

function takeApplication(code: number, content: Uint8Array, found: Found): void {
  const { length: bytes } = content;
  if (code === 0xe0 && beginsWith(content, "JFIF\0")) {
    const pixels = (content[12] ?? 0) * (content[13] ?? 0);
    if (pixels > 0) found.extras.push({ kind: "thumbnail", bytes: pixels * 3 });
  } else if (code === 0xe1 && beginsWith(content, "Exif\0\0")) takeExif(content, found);
  // How its colours are coded: needed to decode it.
  else if (code !== 0xee || !beginsWith(content, "Adobe")) {
    const [, , kind = "other"] =
      applications.find((each) => each[0] === code && beginsWith(content, each[1])) ?? [];
    found.extras.push({ kind, bytes });
  }
}

/** Where it was, and a second picture, stand within the same block. */
function takeExif(content: Uint8Array, found: Found): void {
  const { orientation, hasPosition, hasThumbnail } = lookAtExif(content.subarray(6));
  found.orientation = orientation;
  found.extras.push({ kind: "camera", bytes: content.length });
  if (hasPosition) found.extras.push({ kind: "position", bytes: 0 });
  if (hasThumbnail) found.extras.push({ kind: "thumbnail", bytes: 0 });
}

function beginsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((character, at) => bytes[at] === character.charCodeAt(0));
}

function bad(at: number, state: string): FormatError {
  return new FormatError("formats.bad-picture", `Cannot read picture at byte ${at}: ${state}`);
}
