// Pixels coded as JPEG, and how well: what can be read in them stays readable.
import { encode } from "jpeg-js";
import type { PagePlace } from "./draw-pages.ts";
import type { Pixels } from "./pixels.ts";

/** Of 100; of a picture. */
export const jpegQuality = 92;

/** Of the pages of a PDF: many of them take more room together. */
export function pageQuality(pages: readonly PagePlace[]): number {
  const pixels = pages.reduce((sum, { width, height }) => sum + width * height, 0);
  return pixels > manyPixels ? 75 : 88;
}

const manyPixels = 100_000_000;

export function asJpeg({ width, height, data }: Pixels, quality: number): Uint8Array {
  return new Uint8Array(encode({ width, height, data }, quality).data);
}
