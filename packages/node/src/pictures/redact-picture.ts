// A copy of a picture that holds its pixels and nothing else: decoded, turned the right way up, painted over, coded anew.
// What is covered is gone from the pixels before anything is coded. JPEG by jpeg-js, PNG by pngjs.
import { constants, inflateSync } from "node:zlib";
import { FormatError, lookAtPicture, type PictureLook } from "@tocsin/formats";
import type { PictureRegion, RedactedPicture } from "@tocsin/workspace";
import { decode, encode } from "jpeg-js";
import { PNG } from "pngjs";

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity, a byte each, row by row. */
  readonly data: Buffer;
}

/** Of 100: what is coded anew keeps what can be read in it. */
const jpegQuality = 92;
/** MiB that the decoder takes at most, for `pictureLimits.pixels`. */
const mostMemory = 900;

/**
 * `regions`: whole pixels of the picture as it is seen; what lies outside of it is cut off. Throws `formats.bad-picture`,
 * `formats.limit`.
 */
export function redactPicture(bytes: Uint8Array, regions: readonly PictureRegion[]): RedactedPicture {
  const look = lookAtPicture(bytes);
  if (look === null)
    throw new FormatError("formats.bad-picture", "Cannot redact picture: it is neither a JPEG nor a PNG");
  const pixels = turned(look.format === "jpeg" ? jpegPixels(bytes, look) : pngPixels(bytes, look), look);
  for (const region of regions) cover(pixels, region);
  const { width, height, data } = pixels;
  const coded =
    look.format === "jpeg"
      ? encode({ width, height, data }, jpegQuality).data
      : PNG.sync.write({ width, height, data, gamma: 0 }, { colorType: 6 });
  return {
    bytes: new Uint8Array(coded),
    mediaType: `image/${look.format}`,
    width,
    height,
    removed: look.extras.map(({ kind }) => kind),
  };
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
    throw new FormatError("formats.bad-picture", "Cannot redact picture: its pixels cannot be decoded", {
      cause,
    });
  }
}

/** What was looked at and what was decoded must be the same picture. */
function checked({ width, height, data }: Pixels, look: PictureLook): Pixels {
  if (width !== look.width || height !== look.height || data.length !== width * height * 4)
    throw new FormatError("formats.bad-picture", "Cannot redact picture: it decodes to another size");
  return { width, height, data };
}

/** As it is seen: a copy without metadata says nothing any more of how it is to be turned (Exif 2.32, Orientation). */
function turned({ width, height, data }: Pixels, { orientation }: PictureLook): Pixels {
  const source = sources[orientation - 1];
  if (source === undefined || orientation === 1) return { width, height, data };
  const [across, down] = orientation > 4 ? [height, width] : [width, height];
  const out = Buffer.alloc(data.length);
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1) {
      const [fromX, fromY] = source({ x, y, right: width - 1, bottom: height - 1 });
      out.writeUInt32BE(data.readUInt32BE((fromY * width + fromX) * 4), (y * across + x) * 4);
    }
  return { width: across, height: down, data: out };
}

interface Seen {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a pixel of the picture as it is seen lies in the stored one, by orientation. */
const sources: readonly ((seen: Seen) => readonly [x: number, y: number])[] = [
  ({ x, y }) => [x, y],
  ({ x, y, right }) => [right - x, y],
  ({ x, y, right, bottom }) => [right - x, bottom - y],
  ({ x, y, bottom }) => [x, bottom - y],
  ({ x, y }) => [y, x],
  ({ x, y, bottom }) => [y, bottom - x],
  ({ x, y, right, bottom }) => [right - y, bottom - x],
  ({ x, y, right }) => [right - y, x],
];

/** Opaque. */
const black = 0x00_00_00_ff;

function cover({ width, height, data }: Pixels, region: PictureRegion): void {
  const right = Math.min(region.x + region.width, width);
  const bottom = Math.min(region.y + region.height, height);
  for (let y = Math.max(region.y, 0); y < bottom; y += 1)
    for (let x = Math.max(region.x, 0); x < right; x += 1) data.writeUInt32BE(black, (y * width + x) * 4);
}
