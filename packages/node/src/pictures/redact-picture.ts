// A copy of a picture that holds its pixels and nothing else: decoded, turned the right way up, painted over, coded anew.
// What is covered is gone from the pixels before anything is coded. A JPEG stays one; PNG, GIF and WebP become a PNG. Of a
// PDF every page is drawn, and the copy is a PDF of those pictures: no text, file or note of the original is in it.
import { FormatError, lookAtPicture, pictureLimits, type PictureLook } from "@tocsin/formats";
import type { PictureRegion, RedactedPicture } from "@tocsin/workspace";
import { PNG } from "pngjs";
import { asJpeg, jpegQuality, pageQuality } from "./code-jpeg.ts";
import { pixelsOf } from "./decode-picture.ts";
import { drawPage, placesOf, wholeOf, type PagePlace } from "./draw-pages.ts";
import { withPdf } from "./open-pdf.ts";
import { writePages, type PicturePage } from "./picture-pdf.ts";
import { cover, turned, type Pixels } from "./pixels.ts";

/** After each page of a PDF. */
export type TellPage = (done: number, pages: number) => void;

export interface RedactOrder {
  readonly bytes: Uint8Array;
  /** Whole pixels of the picture as it is seen; what lies outside of it is cut off. Pages lie beneath one another. */
  readonly regions: readonly PictureRegion[];
  readonly tell?: TellPage;
}

/** Throws `formats.bad-picture`, `formats.bad-pdf`, `formats.locked-pdf`, `formats.too-many-pages`, `formats.limit`. */
export async function redactPicture(order: RedactOrder): Promise<RedactedPicture> {
  const look = lookAtPicture(order.bytes);
  if (look === null)
    throw new FormatError("formats.bad-picture", "Cannot redact picture: it is of no sort that is read here");
  const copy = await (look.format === "pdf" ? redactPdf(order) : redactPixels(order, look));
  return { ...copy, removed: look.extras.map(({ kind }) => kind) };
}

type Copy = Omit<RedactedPicture, "removed">;

/** One page at a time: of those that are done, only the coded picture is held. */
function redactPdf({ bytes, regions, tell }: RedactOrder): Promise<Copy> {
  return withPdf(bytes, async (document, count) => {
    const places = placesOf(document, count);
    const quality = pageQuality(places);
    const pages: PicturePage[] = [];
    let held = 0;
    for (const [at, place] of places.entries()) {
      const pixels = await drawPage(document, at, place);
      coverPage(pixels, place, regions);
      const jpeg = asJpeg(pixels, quality);
      held += jpeg.length;
      // A copy that could not be opened again here would be of no use.
      if (held > pictureLimits.bytes - 1_000_000)
        throw new FormatError(
          "formats.too-many-pages",
          `Cannot redact PDF: its copy takes more than ${pictureLimits.bytes} bytes`,
        );
      pages.push({ ...place, jpeg });
      tell?.(at + 1, count);
    }
    const tops = places.map(({ top }) => top);
    return { bytes: writePages(pages), mediaType: "application/pdf", ...wholeOf(places), pages: tops };
  });
}

function coverPage(pixels: Pixels, { top, height }: PagePlace, regions: readonly PictureRegion[]): void {
  for (const region of regions)
    if (region.y < top + height && region.y + region.height > top)
      cover(pixels, { ...region, y: region.y - top });
}

async function redactPixels({ bytes, regions }: RedactOrder, look: PictureLook): Promise<Copy> {
  const pixels = turned(await pixelsOf(bytes, look), look.orientation);
  for (const region of regions) cover(pixels, region);
  const { width, height } = pixels;
  const coded =
    look.format === "jpeg"
      ? { bytes: asJpeg(pixels, jpegQuality), mediaType: "image/jpeg" }
      : { bytes: asPng(pixels), mediaType: "image/png" };
  return { ...coded, width, height, pages: [0] };
}

function asPng({ width, height, data }: Pixels): Uint8Array {
  return new Uint8Array(PNG.sync.write({ width, height, data, gamma: 0 }, { colorType: 6 }));
}
