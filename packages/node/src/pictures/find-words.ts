// Where words stand on the pages of a PDF, as boxes in the picture of all pages: to be proposed to a person, who covers them
// or does not. Case, accents and line breaks make no difference; a word that is cut at the end of a line is found too.
import type { PDFiumDocument, PDFiumPage } from "@hyzyla/pdfium";
import type { FoundWords, PictureRegion } from "@tocsin/workspace";
import { placesOf, type PagePlace } from "./draw-pages.ts";
import { withPdf } from "./open-pdf.ts";
import { findIn, foldLetters, type FoldedText } from "./folded-letters.ts";

/** Boxes in all; more are counted and not given. */
const mostBoxes = 400;
/** Pixels around each box: letters reach beyond what their fonts say. */
const margin = 3;

/** Throws `formats.bad-pdf`, `formats.locked-pdf`, `formats.too-many-pages`, `formats.limit`. */
export function findWords(bytes: Uint8Array, phrases: readonly string[]): Promise<FoundWords> {
  return withPdf(bytes, (document, count) => {
    const boxes: { phrase: number; page: number; region: PictureRegion }[] = [];
    const counts = phrases.map(() => 0);
    const texts: string[] = [];
    let [unread, isCut] = [0, false];
    for (const [at, place] of placesOf(document, count).entries()) {
      const found = onPage(document, document.getPage(at), { place, phrases });
      texts.push(found.text);
      if (!found.isRead) unread += 1;
      for (const { phrase, regions } of found.matches) {
        counts[phrase] = (counts[phrase] ?? 0) + 1;
        for (const region of regions)
          if (boxes.length < mostBoxes) boxes.push({ phrase, page: at + 1, region });
          else isCut = true;
      }
    }
    return { boxes, counts, pages: count, unread, isCut, text: texts.join("\n") };
  });
}

interface OnPage {
  readonly place: PagePlace;
  readonly phrases: readonly string[];
}

interface PageFound {
  /** False where it has no letters, or some of which nothing says what they are. */
  readonly isRead: boolean;
  readonly text: string;
  readonly matches: readonly { readonly phrase: number; readonly regions: readonly PictureRegion[] }[];
}

function onPage({ module }: PDFiumDocument, page: PDFiumPage, { place, phrases }: OnPage): PageFound {
  const text = module._FPDFText_LoadPage(page.pageIdx);
  try {
    const letters: number[] = [];
    let isRead = true;
    for (let at = 0; at < module._FPDFText_CountChars(text); at += 1) {
      letters.push(module._FPDFText_GetUnicode(text, at));
      if (module._FPDFText_HasUnicodeMapError(text, at) === 1) isRead = false;
    }
    const folded = foldLetters(letters);
    if (folded.text.trim() === "") return { isRead: false, text: "", matches: [] };
    const boxOf = boxReader(module, { page: page.pageIdx, text, place });
    return {
      isRead,
      text: written(letters),
      matches: phrases.flatMap((phrase, number) =>
        matchesOf(folded, phrase).map((indices) => ({
          phrase: number,
          regions: linesOf(indices.flatMap(boxOf)),
        })),
      ),
    };
  } finally {
    module._FPDFText_ClosePage(text);
    module._FPDF_ClosePage(page.pageIdx);
  }
}

/** A word that is cut at the end of a line (U+0002) is one. */
function written(letters: readonly number[]): string {
  let text = "";
  for (const letter of letters) if (letter <= 0x10_ff_ff) text += String.fromCodePoint(letter);
  return text.replaceAll(/\u0002\r?\n?/gu, "");
}

/** Indices of the letters of each match. */
function matchesOf(folded: FoldedText, phrase: string): readonly (readonly number[])[] {
  return findIn(folded, foldLetters([...phrase].map((letter) => letter.codePointAt(0) ?? 0)).text.trim());
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Reading {
  readonly page: number;
  readonly text: number;
  readonly place: PagePlace;
}

/** None for a letter that is not drawn: a space between lines. */
function boxReader(
  module: PDFiumDocument["module"],
  { page, text, place }: Reading,
): (index: number) => readonly Box[] {
  const { malloc, free } = module.wasmExports;
  const numbers = (count: number, bytes: number, act: (at: readonly number[]) => void): DataView => {
    const start = malloc(count * bytes);
    act(Array.from({ length: count }, (_, each) => start + each * bytes));
    const copy = module.HEAPU8.slice(start, start + count * bytes);
    free(start);
    return new DataView(copy.buffer);
  };
  const seen = (x: number, y: number): readonly [number, number] => {
    const view = numbers(2, 4, ([one = 0, other = 0]) => {
      module._FPDF_PageToDevice(page, 0, 0, place.width, place.height, 0, x, y, one, other);
    });
    return [view.getInt32(0, true), view.getInt32(4, true)];
  };
  return (index) => {
    const view = numbers(4, 8, ([left = 0, right = 0, bottom = 0, top = 0]) => {
      module._FPDFText_GetCharBox(text, index, left, right, bottom, top);
    });
    const [left, right, bottom, top] = [0, 8, 16, 24].map((at) => view.getFloat64(at, true));
    if (left === undefined || right === undefined || bottom === undefined || top === undefined) return [];
    if (!(right > left) || !(top > bottom)) return [];
    const [[x, y], [x2, y2]] = [seen(left, top), seen(right, bottom)];
    return [
      {
        left: Math.min(x, x2),
        right: Math.max(x, x2),
        top: place.top + Math.min(y, y2),
        bottom: place.top + Math.max(y, y2),
      },
    ];
  };
}

/** One region for the letters of each line. */
function linesOf(boxes: readonly Box[]): readonly PictureRegion[] {
  const lines: Box[] = [];
  for (const box of boxes) {
    const last = lines.at(-1);
    if (last !== undefined && isBeside(last, box)) lines[lines.length - 1] = joined(last, box);
    else lines.push(box);
  }
  return lines.map(({ left, top, right, bottom }) => {
    const [x, y] = [Math.max(0, left - margin), Math.max(0, top - margin)];
    return { x, y, width: right + margin - x, height: bottom + margin - y };
  });
}

/** On one line, or in one column of a page that is turned. */
function isBeside(one: Box, other: Box): boolean {
  const isLevel = one.top < other.bottom && other.top < one.bottom;
  const isUpright = one.left < other.right && other.left < one.right;
  return isLevel || isUpright;
}

function joined(one: Box, other: Box): Box {
  return {
    left: Math.min(one.left, other.left),
    right: Math.max(one.right, other.right),
    top: Math.min(one.top, other.top),
    bottom: Math.max(one.bottom, other.bottom),
  };
}
