// The pages of a PDF as they are seen, one at a time. Where each lies is reckoned as if they lay beneath one another in one
// picture, so that a part to be covered is the same four numbers whichever pages are drawn.
import { FormatError, pictureLimits } from "@tocsin/formats";
import type { PDFiumDocument } from "@hyzyla/pdfium";
import type { Pixels } from "./pixels.ts";

export interface PagePlace {
  /** Pixels in the picture of all pages. */
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Points, of 1/72 inch. */
  readonly size: readonly [width: number, height: number];
}

/** Dots an inch: what can be read on paper can be read in it. Many pages are drawn coarser, down to the last. */
const resolutions = [150, 120, 100] as const;
const pointsAnInch = 72;

/** Of a document: with `mostPixels` it bounds the time that a copy takes, and its size. */
const mostPages = 500;
/** Of all pages together: about 200 of A4 at the coarsest resolution. */
const mostPixels = 200_000_000;

/** Throws `formats.too-many-pages`. */
export function placesOf(document: PDFiumDocument, count: number): readonly PagePlace[] {
  if (count > mostPages) throw tooMany(count);
  return placePages(Array.from({ length: count }, (_, at) => sizeOf(document, at)));
}

/** Upright as it is seen: a page that is turned has its sides changed about. */
function sizeOf({ module, documentIdx }: PDFiumDocument, at: number): PagePlace["size"] {
  const { malloc, free } = module.wasmExports;
  const place = malloc(8);
  try {
    module._FPDF_GetPageSizeByIndexF(documentIdx, at, place);
    const view = new DataView(module.HEAPU8.slice(place, place + 8).buffer);
    return [view.getFloat32(0, true), view.getFloat32(4, true)];
  } finally {
    free(place);
  }
}

/** Where each page lies, at the finest resolution at which all fit. Throws `formats.too-many-pages`. */
export function placePages(sizes: readonly PagePlace["size"][]): readonly PagePlace[] {
  for (const resolution of resolutions) {
    let top = 0;
    const pages = sizes.map((size): PagePlace => {
      const [width, height] = size.map((points) =>
        Math.max(1, Math.ceil((points * resolution) / pointsAnInch)),
      );
      const page = { top, width: width ?? 1, height: height ?? 1, size };
      top += page.height;
      return page;
    });
    const inAll = pages.reduce((sum, { width, height }) => sum + width * height, 0);
    if (pages.every(fits) && inAll <= mostPixels) return pages;
  }
  throw tooMany(sizes.length);
}

function fits({ width, height }: PagePlace): boolean {
  return Math.max(width, height) <= pictureLimits.side && width * height <= pictureLimits.pixels;
}

/** Of all pages, the widest across. */
export function wholeOf(pages: readonly PagePlace[]): { readonly width: number; readonly height: number } {
  const last = pages.at(-1);
  const width = pages.reduce((most, page) => Math.max(most, page.width), 0);
  return { width, height: last === undefined ? 0 : last.top + last.height };
}

/** `at` from 0. Throws `formats.bad-pdf`. */
export async function drawPage(
  document: PDFiumDocument,
  at: number,
  { width, height }: PagePlace,
): Promise<Pixels> {
  const options = { width, height, scale: 1, render: "bitmap", renderFormFields: true } as const;
  // Drawn, the page is closed by its library.
  const picture = await document.getPage(at).render(options);
  if (picture.width !== width || picture.height !== height || picture.data.length !== width * height * 4)
    throw new FormatError("formats.bad-pdf", "Cannot redact PDF: a page is drawn in another size");
  const { buffer, byteOffset, byteLength } = picture.data;
  return { width, height, data: Buffer.from(buffer, byteOffset, byteLength) };
}

function tooMany(count: number): FormatError {
  return new FormatError(
    "formats.too-many-pages",
    `Cannot redact PDF: ${count} pages are more than are drawn`,
  );
}
