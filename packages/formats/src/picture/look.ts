// What a picture is and what it carries beside its pixels, by its bytes: JPEG (ITU-T T.81, JFIF, Exif 2.32) and PNG (ISO/IEC
// 15948), GIF (GIF89a), WebP (RFC 9649); a PDF (ISO 32000-2) only by how it begins. One pass, sizes and counts checked first; no pixel is decoded here.
import { FormatError } from "../errors.ts";
import { lookAtGif } from "./gif.ts";
import { lookAtJpeg } from "./jpeg.ts";
import { pictureExtras, pictureLimits, type FoundPicture, type PictureLook } from "./limits.ts";
import { lookAtPng } from "./png.ts";
import { lookAtWebp } from "./webp.ts";

/**
 * Null for what begins like none of them. Throws `formats.bad-picture` with the byte where it stopped, `formats.limit` for what is
 * larger than `pictureLimits`.
 */
export function lookAtPicture(bytes: Uint8Array): PictureLook | null {
  const read = readerOf(bytes);
  if (read === null) return null;
  if (bytes.length > pictureLimits.bytes)
    throw new FormatError("formats.limit", `Cannot read picture: it has ${bytes.length} bytes`);
  const found = read(bytes);
  const { width, height } = found;
  if (Math.max(width, height) > pictureLimits.side || width * height > pictureLimits.pixels)
    throw new FormatError("formats.limit", `Cannot read picture: it declares ${width} by ${height} pixels`);
  const extras = pictureExtras.flatMap((kind) => {
    const own = found.extras.filter((each) => each.kind === kind);
    return own.length === 0 ? [] : [{ kind, bytes: own.reduce((sum, each) => sum + each.bytes, 0) }];
  });
  return { ...found, extras };
}

function readerOf(bytes: Uint8Array): ((bytes: Uint8Array) => FoundPicture) | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return lookAtJpeg;
  if (pngSignature.every((byte, at) => bytes[at] === byte)) return lookAtPng;
  const begins = String.fromCharCode(...bytes.subarray(0, 16));
  if (/^GIF8[79]a/u.test(begins)) return lookAtGif;
  if (/^RIFF[\s\S]{4}WEBP/u.test(begins)) return lookAtWebp;
  return begins.startsWith("%PDF-") ? lookAtPdf : null;
}

function lookAtPdf({ length }: Uint8Array): FoundPicture {
  const extras = [{ kind: "document" as const, bytes: length }];
  return { format: "pdf", width: 0, height: 0, orientation: 1, extras };
}

const pngSignature: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
