// Parts of a picture that are covered: how they are added, moved and resized, always whole pixels within the picture.
import type { PagePart, Region, ShownPages } from "../api/contract/redact.ts";

/** The picture, or the pages of it that are shown. */
export interface Area {
  /** In pixels of all pages; 0 unless told otherwise. */
  readonly top?: number;
  readonly width: number;
  readonly height: number;
}

/** A part that can be told from the others while it changes. */
export interface NumberedRegion extends Region {
  readonly number: number;
}

export function within<Part extends Region>(region: Part, { top = 0, ...size }: Area): Part {
  const width = clamp(Math.round(region.width), 1, size.width);
  const height = clamp(Math.round(region.height), 1, size.height);
  const x = clamp(Math.round(region.x), 0, size.width - width);
  const y = clamp(Math.round(region.y), top, top + size.height - height);
  return { ...region, x, y, width, height };
}

/** The pages that are drawn, as wide as the widest of all. */
export function areaOf({ width, height, pages, shown }: ShownPages): Required<Area> {
  const drawn = shown.flatMap(({ page }) => pages[page] ?? []);
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (first === undefined || last === undefined) return { top: 0, width, height };
  return { top: first.top, width, height: last.top + last.height - first.top };
}

export interface OnPage {
  /** From 1. */
  readonly page: number;
  /** From the top of that page. */
  readonly y: number;
}

/** Where a part begins. */
export function onPage({ y }: Region, pages: readonly PagePart[]): OnPage {
  const at = Math.max(
    0,
    pages.findLastIndex(({ top }) => top <= y),
  );
  return { page: at + 1, y: y - (pages[at]?.top ?? 0) };
}

export function isSame(one: Region, other: Region): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
}

/** Between two corners, wherever they lie to each other. */
export function between(
  a: { readonly x: number; readonly y: number },
  b: { readonly x: number; readonly y: number },
): Region {
  const [x, y] = [Math.floor(Math.min(a.x, b.x)), Math.floor(Math.min(a.y, b.y))];
  return { x, y, width: Math.ceil(Math.max(a.x, b.x)) - x, height: Math.ceil(Math.max(a.y, b.y)) - y };
}

/** In the middle, a quarter of the picture wide and high. */
export function middleOf({ top = 0, width, height }: Area): Region {
  return within(
    { x: (width * 3) / 8, y: top + (height * 3) / 8, width: width / 4, height: height / 4 },
    { top, width, height },
  );
}

const steps: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export interface Key {
  readonly key: string;
  /** Changes the size instead of the place. */
  readonly shiftKey: boolean;
  /** By one pixel instead of a hundredth of the picture. */
  readonly altKey: boolean;
}

/** What a key makes of a part; null for a key that means nothing here. */
export function afterKey<Part extends Region>(
  region: Part,
  { key, shiftKey, altKey }: Key,
  size: Area,
): Part | null {
  const step = steps[key];
  if (step === undefined) return null;
  const by = altKey ? 1 : Math.max(1, Math.round(Math.max(size.width, size.height) / 100));
  const [x, y] = [step[0] * by, step[1] * by];
  if (!shiftKey) return within({ ...region, x: region.x + x, y: region.y + y }, size);
  const width = clamp(region.width + x, 1, size.width - region.x);
  const height = clamp(region.height + y, 1, (size.top ?? 0) + size.height - region.y);
  return { ...region, width, height };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(most, least));
}
