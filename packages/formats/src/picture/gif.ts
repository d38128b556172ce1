// Blocks of a GIF (GIF89a, 1990): its size, and what stands beside its first picture.
import { FormatError } from "../errors.ts";
import { pictureLimits, type FoundPicture, type PictureExtra } from "./limits.ts";

const block = { extension: 0x21, picture: 0x2c, end: 0x3b } as const;
const label = { plainText: 0x01, control: 0xf9, comment: 0xfe, application: 0xff } as const;

const applications: Readonly<Record<string, PictureExtra>> = {
  "XMP DataXMP": "xmp",
  "NETSCAPE2.0": "animation",
  ICCRGBG1012: "colour-profile",
};

export function lookAtGif(bytes: Uint8Array): FoundPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 13) throw bad(bytes.length, "it has no end");
  const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)];
  if (width === 0 || height === 0) throw bad(6, "it declares no size");
  const extras: { readonly kind: PictureExtra; readonly bytes: number }[] = [];
  let pictures = 0;
  let at = 13 + coloursIn(bytes[10] ?? 0);
  for (let parts = 0; bytes[at] !== block.end; parts += 1) {
    if (parts > pictureLimits.parts)
      throw new FormatError("formats.limit", "Cannot read picture: it has too many blocks");
    const end = endOfBlock(bytes, at);
    if (bytes[at] === block.picture) pictures += 1;
    const kind = bytes[at] === block.picture ? kindOfPicture(pictures) : kindOf(bytes, at);
    if (kind !== null) extras.push({ kind, bytes: end - at });
    at = end;
  }
  if (pictures === 0) throw bad(at, "it has no picture");
  if (at + 1 < bytes.length) extras.push({ kind: "trailing", bytes: bytes.length - at - 1 });
  return { format: "gif", width, height, orientation: 1, extras };
}

/** The first picture is what is seen; the others belong to an animation. */
function kindOfPicture(number: number): PictureExtra | null {
  return number > 1 ? "animation" : null;
}

function endOfBlock(bytes: Uint8Array, at: number): number {
  if (bytes[at] === block.extension) return afterSubBlocks(bytes, at + 2);
  if (bytes[at] !== block.picture) throw bad(at, "a block is of no known sort");
  if (at + 10 > bytes.length) throw bad(at, "it has no end");
  // A byte behind the table of colours says how its codes begin.
  return afterSubBlocks(bytes, at + 11 + coloursIn(bytes[at + 9] ?? 0));
}

/** Bytes of a table of colours, by the flags that announce it. */
function coloursIn(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1);
}

function afterSubBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const length = bytes[at] ?? 0;
    at += 1 + length;
    if (length === 0) return at;
  }
  throw bad(from, "a block is longer than the file");
}

function kindOf(bytes: Uint8Array, at: number): PictureExtra | null {
  switch (bytes[at + 1]) {
    case label.control:
      return null;
    case label.comment:
    case label.plainText:
      return "text";
    case label.application:
      return applications[String.fromCharCode(...bytes.subarray(at + 3, at + 14))] ?? "other";
    default:
      return "other";
  }
}

function bad(at: number, state: string): FormatError {
  return new FormatError("formats.bad-picture", `Cannot read picture at byte ${at}: ${state}`);
}
