// The pages of a PDF as they are seen, beneath one another in one picture.
import { FormatError, pictureLimits } from "@tocsin/formats";
import type { PDFiumDocument } from "@hyzyla/pdfium";
import { withPdf } from "./open-pdf.ts";
import type { Pixels } from "./pixels.ts";

export interface DrawnPage {
  /** Pixels in the picture of all pages. */
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Points, of 1/72 inch. */
  readonly size: readonly [width: number, height: number];
}

export interface DrawnPages {
  readonly pixels: Pixels;
  readonly pages: readonly DrawnPage[];
}

/** Dots an inch: what can be read on paper can be read in it. Many pages are drawn coarser, down to the last. */
const resolutions = [150, 120, 100] as const;
const pointsAnInch = 72;

/** Throws `formats.bad-picture`, and `formats.limit` for more pages than fit into one picture. */
export function drawPages(bytes: Uint8Array): Promise<DrawnPages> {
  return withPdf(bytes, (document, count) => drawn(document, placePages(sizesOf(document, count))));
}

export function sizesOf(document: PDFiumDocument, count: number): readonly DrawnPage["size"][] {
  if (count > mostPages) throw tooMany(count);
  return Array.from({ length: count }, (_, at) => {
    const { originalWidth, originalHeight } = document.getPage(at).getOriginalSize();
    return [originalWidth, originalHeight];
  });
}

const mostPages = 200;

/** Where each page lies, at the finest resolution at which all fit. */
export function placePages(sizes: readonly DrawnPage["size"][]): readonly DrawnPage[] {
  for (const resolution of resolutions) {
    let top = 0;
    const pages = sizes.map((size): DrawnPage => {
      const [width, height] = size.map((points) =>
        Math.max(1, Math.ceil((points * resolution) / pointsAnInch)),
      );
      const page = { top, width: width ?? 1, height: height ?? 1, size };
      top += page.height;
      return page;
    });
    const across = Math.max(...pages.map(({ width }) => width));
    if (Math.max(across, top) <= pictureLimits.side && across * top <= pictureLimits.pixels) return pages;
  }
  throw tooMany(sizes.length);
}

async function drawn(document: PDFiumDocument, pages: readonly DrawnPage[]): Promise<DrawnPages> {
  const width = Math.max(...pages.map((page) => page.width));
  const height = pages.reduce((sum, page) => sum + page.height, 0);
  const data = Buffer.alloc(width * height * 4, 0xff);
  for (const [at, page] of pages.entries()) {
    const options = {
      width: page.width,
      height: page.height,
      scale: 1,
      render: "bitmap",
      renderFormFields: true,
    } as const;
    const picture = await document.getPage(at).render(options);
    if (picture.width !== page.width || picture.height !== page.height)
      throw new FormatError("formats.bad-picture", "Cannot redact PDF: a page is drawn in another size");
    for (let y = 0; y < page.height; y += 1) {
      const row = picture.data.subarray(y * page.width * 4, (y + 1) * page.width * 4);
      data.set(row, (page.top + y) * width * 4);
    }
  }
  return { pixels: { width, height, data }, pages };
}

function tooMany(count: number): FormatError {
  return new FormatError(
    "formats.limit",
    `Cannot redact PDF: ${count} pages are more than fit into one picture`,
  );
}
