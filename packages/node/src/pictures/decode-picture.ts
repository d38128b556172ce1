// The pixels of one picture: JPEG by jpeg-js, PNG by pngjs, GIF by omggif, WebP by libwebp as WebAssembly (@jsquash/webp).
// Of an animation the first picture. Sizes were held against the limits before (`lookAtPicture`).
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { constants, inflateSync } from "node:zlib";
import { FormatError, type PictureLook } from "@tocsin/formats";
import { decode } from "jpeg-js";
import { PNG } from "pngjs";
import type { Pixels } from "./pixels.ts";

/** MiB that the decoder takes at most, for `pictureLimits.pixels`. */
const mostMemory = 900;

/** As they are stored. Throws `formats.bad-picture`. */
export async function pixelsOf(bytes: Uint8Array, look: PictureLook): Promise<Pixels> {
  switch (look.format) {
    case "jpeg":
      return jpegPixels(bytes, look);
    case "png":
      return pngPixels(bytes, look);
    case "gif":
      return gifPixels(bytes, look);
    case "webp":
      return webpPixels(bytes, look);
    case "pdf":
      throw new FormatError("formats.bad-picture", "Cannot redact picture: it is a PDF");
  }
}

async function gifPixels(bytes: Uint8Array, look: PictureLook): Promise<Pixels> {
  const { GifReader } = await import("omggif");
  const data = Buffer.alloc(look.width * look.height * 4);
  return decoded(() => {
    const reader = new GifReader(bytes);
    const pixels = checked({ width: reader.width, height: reader.height, data }, look);
    // Its first picture may be smaller than the whole: the rest stays transparent.
    reader.decodeAndBlitFrameRGBA(0, data);
    return pixels;
  });
}

async function webpPixels(bytes: Uint8Array, look: PictureLook): Promise<Pixels> {
  const { default: decodeWebp, init } = await import("@jsquash/webp/decode.js");
  const file = createRequire(import.meta.url).resolve("@jsquash/webp/codec/dec/webp_dec.wasm");
  await init({ wasmBinary: await readFile(file) });
  useImageData();
  try {
    const { width, height, data } = await decodeWebp(Uint8Array.from(bytes).buffer);
    return checked({ width, height, data: Buffer.from(data) }, look);
  } catch (cause) {
    if (cause instanceof FormatError) throw cause;
    throw undecoded(cause);
  }
}

/** The decoder gives its pixels in a class of browsers, which Node lacks. */
function useImageData(): void {
  const image = class {
    readonly data: Uint8ClampedArray;
    readonly width: number;
    readonly height: number;
    constructor(data: Uint8ClampedArray, width: number, height: number) {
      this.data = data;
      this.width = width;
      this.height = height;
    }
  };
  Object.defineProperty(globalThis, "ImageData", { value: image, configurable: true, writable: true });
}

function jpegPixels(bytes: Uint8Array, look: PictureLook): Pixels {
  const limits = { maxMemoryUsageInMB: mostMemory, maxResolutionInMP: 100 };
  return checked(
    decoded(() => decode(bytes, limits)),
    look,
  );
}

function pngPixels(bytes: Uint8Array, look: PictureLook): Pixels {
  const coded = chunksOf(bytes, new Set(["IDAT"]));
  const alone = Buffer.concat([bytes.subarray(0, signatureLength), ...chunksOf(bytes, needed)]);
  // The decoder has a limit of its own for what is not interlaced.
  if (bytes[interlaceAt] === 1)
    decoded(() =>
      inflateSync(Buffer.concat(coded.map((chunk) => chunk.subarray(8, -4))), {
        maxOutputLength: mostInflated(look),
        finishFlush: constants.Z_SYNC_FLUSH,
      }),
    );
  return checked(
    decoded(() => PNG.sync.read(alone)),
    look,
  );
}

const interlaceAt = 28;

/** Four channels of two bytes, and a byte for each row of each of the seven passes. */
function mostInflated({ width, height }: PictureLook): number {
  return width * height * 8 + (height + 1) * 7 + 1024;
}

/** Chunks of these names, with their length and checksum; nothing else of a file reaches the decoder. */
function chunksOf(bytes: Uint8Array, names: ReadonlySet<string>): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = signatureLength; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (names.has(name)) parts.push(bytes.subarray(at, at + 12 + view.getUint32(at)));
    if (name === "IEND") break;
  }
  return parts;
}

const signatureLength = 8;
const needed: ReadonlySet<string> = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]);

/** Whatever a decoder of others throws, it is the picture that cannot be read. */
function decoded<Result>(decode: () => Result): Result {
  try {
    return decode();
  } catch (cause) {
    if (cause instanceof FormatError) throw cause;
    throw undecoded(cause);
  }
}

/** What was looked at and what was decoded must be the same picture. */
function checked({ width, height, data }: Pixels, look: PictureLook): Pixels {
  if (width !== look.width || height !== look.height || data.length !== width * height * 4)
    throw new FormatError("formats.bad-picture", "Cannot redact picture: it decodes to another size");
  return { width, height, data };
}

function undecoded(cause: unknown): FormatError {
  return new FormatError("formats.bad-picture", "Cannot redact picture: its pixels cannot be decoded", {
    cause,
  });
}
