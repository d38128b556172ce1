// GIF, WebP and PDF leave as copies too: every byte of each is searched for what the original carries, unpacked where it is
// packed, and the same search finds it in the original.
import { inflateSync } from "node:zlib";
import { bytesOf, makeExif, makeGif, makePdf, makeWebp } from "@tocsin/formats/fakes";
import type { PictureRegion, RedactedPicture } from "@tocsin/workspace";
import { decode } from "jpeg-js";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { lookAtFile } from "../given-out/look-at-file.ts";
import { placePages } from "./draw-pages.ts";
import { findWords } from "./find-words.ts";
import { redactPicture } from "./redact-picture.ts";
import { viewPicture } from "./view-picture.ts";

const words = ["Markerauthor", "Markerxmp", "Markerbehind"];
const [plain, secret] = [60, 240];
const isSecret = (x: number, y: number): boolean => x >= 16 && x < 32 && y >= 8 && y < 16;
const covering = { x: 16, y: 8, width: 16, height: 8 };

const copyOf = (bytes: Uint8Array, regions: readonly PictureRegion[] = []): Promise<RedactedPicture> =>
  redactPicture({ bytes, regions });

const made = {
  gif: (): Uint8Array =>
    makeGif({
      width: 48,
      height: 24,
      grey: (x, y) => (isSecret(x, y) ? secret : plain),
      extensions: [
        [0xfe, bytesOf("Markerauthor")],
        [0xff, bytesOf("XMP DataXMP"), bytesOf("Markerxmp")],
        [0xff, bytesOf("NETSCAPE2.0"), Uint8Array.of(1, 0, 0)],
      ],
      frames: 2,
      trailing: bytesOf("Markerbehind"),
    }),
  webp: (): Uint8Array =>
    makeWebp({
      width: 48,
      height: 24,
      greys: [plain, secret],
      isBright: isSecret,
      chunks: [
        ["EXIF", makeExif({ camera: "Markerauthor", orientation: 1, thumbnail: bytesOf("x") })],
        ["XMP ", bytesOf("Markerxmp")],
      ],
      trailing: bytesOf("Markerbehind"),
    }),
} as const;

interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

function brightIn({ data }: Decoded): number {
  let count = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 0) > 150) count += 1;
  return count;
}

const wordsIn = (bytes: Uint8Array, among: readonly string[] = words): readonly string[] =>
  among.filter((word) => Buffer.from(bytes).includes(word));

describe.each(["gif", "webp"] as const)("a redacted copy of a %s", (format) => {
  it("is a PNG of its pixels alone, black where it is covered", async () => {
    const copy = await copyOf(made[format](), [covering]);
    const picture = PNG.sync.read(Buffer.from(copy.bytes));
    expect(copy).toMatchObject({ mediaType: "image/png", width: 48, height: 24, pages: [0] });
    expect(brightIn(picture)).toBe(0);
    expect([picture.data[0], picture.data[(9 * 48 + 17) * 4]]).toEqual([plain, 0]);
    expect(wordsIn(copy.bytes)).toEqual([]);
    expect(copy.removed).toEqual(expect.arrayContaining(["xmp", "trailing"]));
  });

  it("is what the search would have found", async () => {
    expect(wordsIn(made[format]())).toEqual(words);
    const whole = PNG.sync.read(Buffer.from((await copyOf(made[format]())).bytes));
    expect(brightIn(whole)).toBe(16 * 8);
  });

  it("is refused where its pixels are damaged", async () => {
    const cut = made[format]().slice(0, -40);
    await expect(copyOf(cut)).rejects.toMatchObject({ code: "formats.bad-picture" });
  });
});

const hidden = ["Markerfirst", "Markersecond", "Markerwriter", "Markerfile", "Markernote", "Markerbehind"];

const pdf = (): Uint8Array =>
  makePdf({
    words: ["Markerfirst", "Markersecond"],
    author: "Markerwriter",
    file: "Markerfile",
    note: "Markernote",
    trailing: "Markerbehind",
  });

/** The bright part of both pages, at 150 dots an inch: (72, 36) to (108, 54) points from below, 144 by 72. */
const bright = (page: number): PictureRegion => ({ x: 150, y: 37 + page * 150, width: 75, height: 38 });

/** All bytes, and what is compressed in them. */
function unpacked(bytes: Uint8Array): Buffer {
  const whole = Buffer.from(bytes);
  const parts = [whole];
  for (let at = whole.indexOf("stream\n"); at >= 0; at = whole.indexOf("stream\n", at + 1))
    try {
      parts.push(inflateSync(whole.subarray(at + 7)));
    } catch {
      // Not compressed by this: its bytes are in the whole.
    }
  return Buffer.concat(parts);
}

/** All pages beneath one another. */
async function seen(bytes: Uint8Array): Promise<Decoded> {
  const { width, height, shown } = await viewPicture({ bytes, from: 0, count: 9 });
  return { width, height, data: Buffer.concat(shown.map((page) => decode(page.bytes).data)) };
}

describe("a redacted copy of a PDF", { timeout: 60_000 }, () => {
  it("has pages that look the same, and no text, file, note, author or earlier state beneath", async () => {
    const copy = await copyOf(pdf(), [bright(0)]);
    expect(copy).toMatchObject({ mediaType: "application/pdf", width: 300, height: 300, pages: [0, 150] });
    expect(wordsIn(unpacked(copy.bytes), hidden)).toEqual([]);
    for (const name of ["/Font", "/Annot", "/EmbeddedFile", "/Info", "/Metadata", "/ID", "Helvetica"])
      expect(Buffer.from(copy.bytes).includes(name), name).toBe(false);
    expect(copy.removed).toEqual(["document"]);
    expect((await lookAtFile(pdf())).carries).toEqual(
      expect.arrayContaining(["properties", "comments", "files", "behind-end"]),
    );
    expect(await lookAtFile(copy.bytes)).toMatchObject({ carries: [], isActive: false, isWhole: true });
  });

  it("shows nothing where it is covered, and what is not covered as it was", async () => {
    const before = await seen(pdf());
    const after = await seen((await copyOf(pdf(), [bright(0)])).bytes);
    expect([after.width, after.height]).toEqual([before.width, before.height]);
    // Letters stand in the bright parts, so that fewer than all of their pixels are bright.
    expect(brightIn(before)).toBeGreaterThan(2 * 75 * 38 * 0.6);
    const half = (picture: Decoded, from: number): number =>
      brightIn({ ...picture, data: picture.data.subarray(from * 300 * 4, (from + 150) * 300 * 4) });
    expect(half(after, 0)).toBe(0);
    expect(Math.abs(half(after, 150) - half(before, 150))).toBeLessThan(60);
    expect(brightIn(await seen((await copyOf(pdf(), [bright(0), bright(1)])).bytes))).toBe(0);
  });

  it("is black in every place where a word was found, and is not where one of them is left out", async () => {
    const { boxes } = await findWords(pdf(), ["markerfirst", "Markersecond"]);
    const places = boxes.map(({ region }) => region);
    const brightPlaces = async (covered: readonly PictureRegion[]): Promise<readonly number[]> => {
      const copy = await copyOf(pdf(), covered);
      expect(wordsIn(unpacked(copy.bytes), hidden)).toEqual([]);
      const { data, width } = await seen(copy.bytes);
      return places.map(({ x, y, width: across, height }) => {
        const rows = Array.from({ length: height }, (_, row) => ((y + row) * width + x) * 4);
        return rows.reduce(
          (sum, at) => sum + brightIn({ width, height, data: data.subarray(at, at + across * 4) }),
          0,
        );
      });
    };
    expect(places).toHaveLength(2);
    expect(await brightPlaces(places)).toEqual([0, 0]);
    const [first, second] = await brightPlaces(places.slice(0, 1));
    expect([first, (second ?? 0) > 100]).toEqual([0, true]);
  });

  it("is what the search would have found, and the same bytes each time", async () => {
    expect(wordsIn(unpacked(pdf()), hidden)).toEqual(hidden);
    const [one, two] = [await copyOf(pdf()), await copyOf(pdf())];
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
  });

  it("is refused for what cannot be opened, for what asks for a password, and for more pages than are drawn", async () => {
    await expect(copyOf(bytesOf("%PDF-1.7\nnothing"))).rejects.toMatchObject({ code: "formats.bad-pdf" });
    const locked = makePdf({ words: ["a"], author: "", file: "", note: "", trailing: "", isLocked: true });
    await expect(copyOf(locked)).rejects.toMatchObject({ code: "formats.locked-pdf" });
    const a4 = (count: number) => Array.from({ length: count }, () => [595, 842] as const);
    expect(placePages(a4(91)).at(-1)?.width).toBe(1240);
    expect(placePages(a4(200)).at(-1)?.width).toBe(827);
    expect(() => placePages(a4(210))).toThrow(expect.objectContaining({ code: "formats.too-many-pages" }));
    expect(() => placePages([[30_000, 30_000]])).toThrow(
      expect.objectContaining({ code: "formats.too-many-pages" }),
    );
  });

  it("has a part that reaches over the edge of a page covered on both", async () => {
    const across = { x: 150, y: 37, width: 75, height: 190 };
    expect(brightIn(await seen((await copyOf(pdf(), [across])).bytes))).toBe(0);
  });

  it("of 60 pages is made page by page, shown as far as it is asked for, and holds none of their words", async () => {
    const names = Array.from({ length: 60 }, (_, at) => `Markerpage${at + 10}`);
    const made = makePdf({ words: names, author: "a", file: "f", note: "n", trailing: "", size: [595, 842] });
    const told: number[] = [];
    const covered = [{ x: 148, y: 1755 * 58 + 1640, width: 79, height: 44 }];
    const { bytes, ...copy } = await redactPicture({
      bytes: made,
      regions: covered,
      tell: (done) => told.push(done),
    });
    expect(told).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
    expect(copy).toMatchObject({ width: 1240, height: 60 * 1755 });
    expect(wordsIn(unpacked(made), names)).toEqual(names);
    expect(wordsIn(unpacked(bytes), names)).toEqual([]);
    const view = await viewPicture({ bytes, from: 57, count: 2 });
    expect([view.pages.length, view.height]).toEqual([60, 60 * 1755]);
    expect(view.shown.map(({ page }) => page)).toEqual([57, 58]);
    const [before, after] = view.shown.map((page) => brightIn(decode(page.bytes)));
    expect([(before ?? 0) > 1500, after]).toEqual([true, 0]);
  }, 300_000);
});
