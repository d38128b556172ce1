// Chunks of a PNG (ISO/IEC 15948, clause 11): its size, and what stands beside its pixels.
import { FormatError } from "../errors.ts";
import { takeExif, type Extra } from "./exif.ts";
import { pictureLimits, type FoundPicture, type PictureExtra } from "./limits.ts";

/** What makes the pixels what they are; nothing of it is copied. */
const plain: ReadonlySet<string> = new Set([
  "IHDR",
  "PLTE",
  "IDAT",
  "IEND",
  "tRNS",
  "gAMA",
  "cHRM",
  "sRGB",
  "bKGD",
  "pHYs",
  "sBIT",
  "hIST",
]);

const kinds: Readonly<Record<string, PictureExtra>> = {
  tEXt: "text",
  zTXt: "text",
  iTXt: "text",
  eXIf: "camera",
  iCCP: "colour-profile",
  tIME: "time",
  acTL: "animation",
  fcTL: "animation",
  fdAT: "animation",
};

const xmpKeyword = "XML:com.adobe.xmp\0";

export function lookAtPng(bytes: Uint8Array): FoundPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const extras: Extra[] = [];
  let [width, height, orientation] = [0, 0, 1];
  let at = 8;
  for (let parts = 0; ; parts += 1) {
    if (parts > pictureLimits.parts)
      throw new FormatError("formats.limit", "Cannot read picture: it has too many chunks");
    if (at + 12 > bytes.length) throw bad(at, "it has no end");
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (length > bytes.length - at - 12) throw bad(at, "a chunk is longer than the file");
    if ((parts === 0) !== (name === "IHDR")) throw bad(at, "its header does not stand first, or not once");
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (name === "IHDR") [width, height] = sizeIn(content, at);
    else if (!plain.has(name)) extras.push({ kind: kindOf(name, content), bytes: length });
    if (name === "eXIf") orientation = takeExif(content, extras);
    at += 12 + length;
    if (name === "IEND") break;
  }
  if (at < bytes.length) extras.push({ kind: "trailing", bytes: bytes.length - at });
  return { format: "png", width, height, orientation, extras };
}

function sizeIn(content: Uint8Array, at: number): [number, number] {
  if (content.length !== 13) throw bad(at, "its header has another length");
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  if (width === 0 || height === 0) throw bad(at, "it declares no size");
  return [width, height];
}

function kindOf(name: string, content: Uint8Array): PictureExtra {
  const isXmp = name === "iTXt" && parseLatin1(content.subarray(0, xmpKeyword.length)) === xmpKeyword;
  return isXmp ? "xmp" : (kinds[name] ?? "other");
}

function parseLatin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function bad(at: number, state: string): FormatError {
  return new FormatError("formats.bad-picture", `Cannot read picture at byte ${at}: ${state}`);
}
