// What is covered is gone, what a picture carries is gone, and the same search finds both where nothing was done.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { deflateSync } from "node:zlib";
import { bytesOf, joined, makeExif, makeJpeg, makePng } from "@tocsin/formats/fakes";
import { build } from "esbuild";
import { decode } from "jpeg-js";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PictureRegion, RedactedPicture } from "@tocsin/workspace";
import { createPictureRedaction } from "../workers/redact-in-worker.ts";
import { redactPicture } from "./redact-picture.ts";

const words = ["Markercamera", "Markerauthor", "Markerxmp", "Markerbehind", "Markersmall", "Markeriptc"];
const secret = 240;
const plain = 60;
/** A bright part of a dark picture: blocks 2 and 3 across, 1 down. */
const isSecret = (x: number, y: number): boolean => x >= 16 && x < 32 && y >= 8 && y < 16;

const exifOf = (orientation: number): Uint8Array =>
  makeExif({ camera: "Markercamera", orientation, thumbnail: bytesOf("Markersmall") });

function jpegOf(orientation = 1): Uint8Array {
  return makeJpeg({
    across: 6,
    down: 3,
    grey: (x, y) => (isSecret(x * 8, y * 8) ? secret : plain),
    segments: [
      [0xe1, joined(bytesOf("Exif\0\0"), exifOf(orientation))],
      [0xe1, bytesOf("http://ns.adobe.com/xap/1.0/\0Markerxmp")],
      [0xed, bytesOf("Photoshop 3.0\0Markeriptc")],
      [0xfe, bytesOf("Markerauthor")],
    ],
    trailing: bytesOf("Markerbehind"),
  });
}

function pngOf(orientation = 1): Uint8Array {
  return makePng({
    width: 48,
    height: 24,
    colour: (x, y) => (isSecret(x, y) ? [secret, secret, secret] : [plain, plain, plain]),
    chunks: [
      ["tEXt", bytesOf("Author\0Markerauthor")],
      ["iTXt", bytesOf("XML:com.adobe.xmp\0Markerxmp")],
      ["eXIf", exifOf(orientation)],
      ["prVt", bytesOf("Markeriptc")],
    ],
    trailing: bytesOf("Markerbehind"),
  });
}

const made = { jpeg: jpegOf, png: pngOf } as const;

interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

function decoded(bytes: Uint8Array): Decoded {
  return bytes[0] === 0xff ? decode(bytes) : PNG.sync.read(Buffer.from(bytes));
}

/** How many pixels are brighter than anything but what is secret. */
function brightIn({ data }: Decoded): number {
  let count = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 0) > 150) count += 1;
  return count;
}

const wordsIn = (bytes: Uint8Array): readonly string[] =>
  words.filter((word) => Buffer.from(bytes).includes(word));

const copyOf = (bytes: Uint8Array, regions: readonly PictureRegion[] = []): Promise<RedactedPicture> =>
  redactPicture({ bytes, regions });

const covering = { x: 16, y: 8, width: 16, height: 8 };

describe.each(["jpeg", "png"] as const)("a redacted copy of a %s", (format) => {
  it("holds none of the pixels that were covered, black in their place, and the rest as it was", async () => {
    const copy = await copyOf(made[format](), [covering]);
    const picture = decoded(copy.bytes);
    expect([picture.width, picture.height]).toEqual([48, 24]);
    expect(brightIn(picture)).toBe(0);
    const grey = (x: number, y: number): number => picture.data[(y * 48 + x) * 4] ?? -1;
    for (const [x, y] of [
      [17, 9],
      [30, 14],
    ] as const)
      expect(grey(x, y)).toBeLessThan(6);
    expect(Math.abs(grey(4, 4) - plain)).toBeLessThan(6);
    expect(Math.abs(grey(44, 20) - plain)).toBeLessThan(6);
  });

  it("holds nothing of what the original carried, and says what that was", async () => {
    const copy = await copyOf(made[format]());
    expect(wordsIn(copy.bytes)).toEqual([]);
    expect(Buffer.from(copy.bytes).includes("Exif")).toBe(false);
    expect(copy.removed).toEqual(
      expect.arrayContaining(["position", "camera", "thumbnail", "xmp", "trailing"]),
    );
    expect(copy.mediaType).toBe(`image/${format}`);
  });

  it("is what the search would have found: the original's words, and the pixels of a copy that covers nothing", async () => {
    expect(wordsIn(made[format]())).toEqual(words);
    expect(brightIn(decoded((await copyOf(made[format]())).bytes))).toBe(16 * 8);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "is the right way up, and covered where it was seen: orientation %i",
    async (orientation) => {
      const { bytes } = await copyOf(made[format](orientation));
      const seen = decoded(bytes);
      const isSideways = orientation > 4;
      expect([seen.width, seen.height]).toEqual(isSideways ? [24, 48] : [48, 24]);
      const at = brightestIn(seen);
      const again = decoded((await copyOf(made[format](orientation), [at])).bytes);
      expect([at.width, at.height]).toEqual(isSideways ? [8, 16] : [16, 8]);
      expect(brightIn(again)).toBe(0);
    },
  );

  it("cuts off what lies outside of the picture", async () => {
    const far = { x: 40, y: 20, width: 999_999, height: 999_999 };
    expect(brightIn(decoded((await copyOf(made[format](), [far, covering])).bytes))).toBe(0);
  });
});

function brightestIn({ width, height, data }: Decoded): typeof covering {
  const found: (readonly [number, number])[] = [];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) if ((data[(y * width + x) * 4] ?? 0) > 150) found.push([x, y]);
  const [xs, ys] = [found.map(([x]) => x), found.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x + 1, height: Math.max(...ys) - y + 1 };
}

describe("a picture that is made to harm", () => {
  it("is refused where it unpacks to more than it declares", async () => {
    const small = makePng({ width: 8, height: 8, colour: () => [0, 0, 0] });
    const bomb = deflateSync(Buffer.alloc(80_000_000));
    const before = small.slice(0, 33);
    before[28] = 1;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bomb.length);
    const end = small.subarray(small.length - 12);
    const hostile = joined(before, length, bytesOf("IDAT"), bomb, Uint8Array.of(0, 0, 0, 0), end);
    const held = process.memoryUsage().arrayBuffers;
    await expect(copyOf(hostile)).rejects.toMatchObject({ code: "formats.bad-picture" });
    expect(process.memoryUsage().arrayBuffers - held).toBeLessThan(40_000_000);
  });

  it("is refused as what cannot be read where its pixels are damaged", async () => {
    const damaged = jpegOf().slice();
    const scan = damaged.findIndex((byte, at) => byte === 0xff && damaged[at + 1] === 0xc4);
    damaged.fill(0xee, scan + 4, scan + 20);
    await expect(copyOf(damaged)).rejects.toMatchObject({ code: "formats.bad-picture" });
    await expect(copyOf(bytesOf("GIF89a"))).rejects.toMatchObject({ code: "formats.bad-picture" });
  });
});

describe("in a thread of its own", () => {
  let folder = "";
  let worker: URL;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tocsin-picture-"));
    const outfile = join(folder, "redact-picture-worker.mjs");
    worker = pathToFileURL(outfile);
    const entry = join(import.meta.dirname, "../workers/redact-picture-worker.ts");
    const require =
      'import { createRequire as own } from "node:module"; const require = own(import.meta.url);';
    const shape = { bundle: true, platform: "node", format: "esm", target: "node20" } as const;
    await build({ ...shape, entryPoints: [entry], outfile, banner: { js: require }, logLevel: "error" });
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("gives the same copy", async () => {
    const redact = createPictureRedaction({ worker });
    const copy = await redact(jpegOf(), [covering]);
    expect(copy).toEqual(await copyOf(jpegOf(), [covering]));
    await expect(redact(bytesOf("ID3"), [])).rejects.toMatchObject({ code: "formats.bad-picture" });
  });

  it("is ended by a limit of time, and by whoever does not wait any more", async () => {
    const slow = makePng({ width: 900, height: 700, colour: () => [1, 2, 3] });
    await expect(createPictureRedaction({ worker, timeLimit: 1 })(slow, [])).rejects.toMatchObject({
      code: "formats.limit",
    });
    const stop = new AbortController();
    const stopped = createPictureRedaction({ worker })(slow, [], { signal: stop.signal });
    stop.abort(new Error("not wanted"));
    await expect(stopped).rejects.toThrow("not wanted");
  });
});
