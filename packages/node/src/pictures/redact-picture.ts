// A copy of a picture that holds its pixels and nothing else: decoded, turned the right way up, painted over, coded anew.
// What is covered is gone from the pixels before anything is coded. A JPEG stays one; PNG, GIF and WebP become a PNG. Of a
// PDF every page is drawn, and the copy is a PDF of those pictures: no text, file or note of the original is in it.
import { FormatError, lookAtPicture } from "@tocsin/formats";
import type { PictureRegion, RedactedPicture } from "@tocsin/workspace";
import { encode } from "jpeg-js";
import { PNG } from "pngjs";
import { pixelsOf } from "./decode-picture.ts";
import { drawPages } from "./draw-pages.ts";
import { writePages } from "./picture-pdf.ts";
import { cover, turned, type Pixels } from "./pixels.ts";

/** Of 100: what is coded anew keeps what can be read in it. */
const jpegQuality = 92;

export interface RedactOrder {
  readonly bytes: Uint8Array;
  /** Whole pixels of the picture as it is seen; what lies outside of it is cut off. Pages lie beneath one another. */
  readonly regions: readonly PictureRegion[];
  /** To be looked at: of a PDF one picture of all pages. */
  readonly isView: boolean;
}

/** Throws `formats.bad-picture`, `formats.limit`. */
export async function redactPicture({ bytes, regions, isView }: RedactOrder): Promise<RedactedPicture> {
  const look = lookAtPicture(bytes);
  if (look === null)
    throw new FormatError("formats.bad-picture", "Cannot redact picture: it is of no sort that is read here");
  const removed = look.extras.map(({ kind }) => kind);
  if (look.format === "pdf") {
    const { pixels, pages } = await drawPages(bytes);
    for (const region of regions) cover(pixels, region);
    const { width, height } = pixels;
    const tops = pages.map(({ top }) => top);
    return isView
      ? { ...asJpeg(pixels), width, height, removed, pages: tops }
      : {
          bytes: writePages(pixels, pages),
          mediaType: "application/pdf",
          width,
          height,
          removed,
          pages: tops,
        };
  }
  const pixels = turned(await pixelsOf(bytes, look), look.orientation);
  for (const region of regions) cover(pixels, region);
  const { width, height } = pixels;
  return { ...(look.format === "jpeg" ? asJpeg(pixels) : asPng(pixels)), width, height, removed, pages: [0] };
}

function asJpeg({ width, height, data }: Pixels) {
  const coded = encode({ width, height, data }, jpegQuality).data;
  return { bytes: new Uint8Array(coded), mediaType: "image/jpeg" };
}

function asPng({ width, height, data }: Pixels) {
  const coded = PNG.sync.write({ width, height, data, gamma: 0 }, { colorType: 6 });
  return { bytes: new Uint8Array(coded), mediaType: "image/png" };
}
