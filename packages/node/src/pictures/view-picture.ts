// A picture, or some pages of a PDF, to be looked at: coded anew, so that a browser is given nothing of the original's bytes.
import { FormatError, lookAtPicture } from "@tocsin/formats";
import type { PicturePart, ViewedPicture } from "@tocsin/workspace";
import { asJpeg, jpegQuality, pageQuality } from "./code-jpeg.ts";
import { drawPage, placesOf, wholeOf } from "./draw-pages.ts";
import { withPdf } from "./open-pdf.ts";
import { redactPicture } from "./redact-picture.ts";

export interface ViewOrder {
  readonly bytes: Uint8Array;
  /** The first page, from 0. */
  readonly from: number;
  readonly count: number;
}

/** Throws `formats.bad-picture`, `formats.bad-pdf`, `formats.locked-pdf`, `formats.too-many-pages`, `formats.limit`. */
export async function viewPicture(order: ViewOrder): Promise<ViewedPicture> {
  const look = lookAtPicture(order.bytes);
  if (look === null)
    throw new FormatError("formats.bad-picture", "Cannot show picture: it is of no sort that is read here");
  if (look.format === "pdf") return viewPdf(order);
  const { bytes, mediaType, width, height } = await redactPicture({ bytes: order.bytes, regions: [] });
  const shown = order.from === 0 && order.count > 0 ? [{ page: 0, bytes, mediaType }] : [];
  return { width, height, pages: [{ top: 0, width, height }], shown };
}

function viewPdf({ bytes, from, count }: ViewOrder): Promise<ViewedPicture> {
  return withPdf(bytes, async (document, all) => {
    const places = placesOf(document, all);
    const quality = pageQuality(places);
    const shown: ViewedPicture["shown"][number][] = [];
    for (const [page, place] of places.entries())
      if (page >= from && page < from + count) {
        const pixels = await drawPage(document, page, place);
        shown.push({ page, bytes: asJpeg(pixels, Math.max(quality, jpegQuality)), mediaType: "image/jpeg" });
      }
    const pages = places.map(({ top, width, height }): PicturePart => ({ top, width, height }));
    return { ...wholeOf(places), pages, shown };
  });
}
