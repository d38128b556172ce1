// Pixels of a picture, and what is done to them before anything is coded: turned as it is seen, and painted over.
import type { PictureRegion } from "@tocsin/workspace";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity, a byte each, row by row. */
  readonly data: Buffer;
}

/** As it is seen: a copy without metadata says nothing any more of how it is to be turned (Exif 2.32, Orientation). */
export function turned({ width, height, data }: Pixels, orientation: number): Pixels {
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

export function cover({ width, height, data }: Pixels, region: PictureRegion): void {
  const right = Math.min(region.x + region.width, width);
  const bottom = Math.min(region.y + region.height, height);
  for (let y = Math.max(region.y, 0); y < bottom; y += 1)
    for (let x = Math.max(region.x, 0); x < right; x += 1) data.writeUInt32BE(black, (y * width + x) * 4);
}
