// Words of a page are found where they are drawn: a copy that covers the boxes shows nothing of them, and the rest as it was.
import { bytesOf, joined, makePdf } from "@tocsin/formats/fakes";
import type { PictureRegion } from "@tocsin/workspace";
import { describe, expect, it } from "vitest";
import { findWords } from "./find-words.ts";
import { foldLetters, findIn } from "./folded-letters.ts";
import { drawPage, placesOf } from "./draw-pages.ts";
import { withPdf } from "./open-pdf.ts";
import type { Pixels } from "./pixels.ts";

const plain = { author: "A", file: "F", note: "N", trailing: "" };
const points = (letters: string): readonly number[] => [...letters].map((each) => each.codePointAt(0) ?? 0);

/** One page of 200 by 100 points, seen turned by `turned` degrees, with a line at each height. */
function pageOf(lines: readonly (readonly [height: number, words: string])[], turned = 0): Uint8Array {
  const drawing = lines.map(([height, words]) => `BT /F 12 Tf 20 ${height} Td (${words}) Tj ET`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /Rotate ${turned} /MediaBox [0 0 200 100] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>`,
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let at = 9;
  const places: number[] = [];
  const whole = objects.map((object, index) => {
    const text = `${index + 1} 0 obj\n${object}\nendobj\n`;
    places.push(at);
    at += text.length;
    return text;
  });
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const end = `xref\n0 6\n0000000000 65535 f \n${rows}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`;
  return joined(...["%PDF-1.7\n", ...whole, end].map(bytesOf));
}

/** Dark pixels that no region covers. */
function inkOutside({ width, height, data }: Pixels, regions: readonly PictureRegion[]): number {
  let count = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const isCovered = regions.some(
        (each) => x >= each.x && x < each.x + each.width && y >= each.y && y < each.y + each.height,
      );
      if (!isCovered && (data[(y * width + x) * 4] ?? 255) < 128) count += 1;
    }
  return count;
}

const pixelsOf = (bytes: Uint8Array): Promise<Pixels> =>
  withPdf(bytes, (document, count) => {
    const [place] = placesOf(document, count);
    if (place === undefined) throw new Error("it has no page");
    return drawPage(document, 0, place);
  });

describe("words of a PDF", { timeout: 120_000 }, () => {
  it.each([0, 90, 180, 270])(
    "are found where they are drawn, on a page turned by %i degrees",
    async (turned) => {
      const bytes = pageOf(
        [
          [60, "Nora Example spoke."],
          [20, "Others stay."],
        ],
        turned,
      );
      const { boxes, counts, pages, unread } = await findWords(bytes, ["nora éxample", "nobody"]);
      expect([counts, pages, unread]).toEqual([[1, 0], 1, 0]);
      expect(boxes.map(({ phrase, page }) => [phrase, page])).toEqual([[0, 1]]);
      const regions = boxes.map(({ region }) => region);
      const pixels = await pixelsOf(bytes);
      const kept = inkOutside(pixels, regions);
      const whole = inkOutside(pixels, []);
      const rest = inkOutside(await pixelsOf(pageOf([[20, "Others stay."]], turned)), []);
      const spoke = inkOutside(await pixelsOf(pageOf([[60, " spoke."]], turned)), []);
      // Of all ink outside of the boxes there is as much as the other words have.
      expect([kept < whole, Math.abs(kept - rest - spoke) < spoke / 3]).toEqual([true, true]);
      const [box] = regions;
      const size = Math.max(box?.width ?? 0, box?.height ?? 0);
      // 12 points of Helvetica at 150 dots an inch: about 6 points a letter.
      expect([size > 100, size < 220]).toEqual([true, true]);
    },
  );

  it("are found on every page, each in its own part of the picture, and pages without letters are counted", async () => {
    const made = makePdf({ ...plain, words: ["Marker", "none here", "Marker"] });
    const found = await findWords(made, ["MARKER"]);
    expect(found.counts).toEqual([2]);
    expect(found.boxes.map(({ page }) => page)).toEqual([1, 3]);
    const [first, second] = found.boxes.map(({ region }) => region);
    expect((second?.y ?? 0) - (first?.y ?? 0)).toBe(300);
    expect(second?.x).toBe(first?.x);
    expect([found.isCut, found.text.split("\n").map((each) => each.trim())]).toEqual([
      false,
      ["Marker", "none here", "Marker"],
    ]);
    const many = makePdf({ ...plain, words: Array.from({ length: 20 }, () => "aaaaaaaaaaaaaaaaaaaaaaaaa") });
    const cut = await findWords(many, ["a"]);
    expect([cut.counts, cut.boxes.length, cut.isCut]).toEqual([[500], 400, true]);
    expect(await findWords(makePdf({ ...plain, words: [""] }), ["a"])).toMatchObject({ pages: 1, unread: 1 });
  });

  it("are found over the end of a line, and where one was cut there", async () => {
    const found = await findWords(
      pageOf([
        [60, "said Nora"],
        [40, "Example again"],
      ]),
      ["Nora Example"],
    );
    expect([found.counts, found.boxes.length]).toEqual([[1], 2]);
    const cut = foldLetters([...points("Exam"), 2, 13, 10, ...points("ple")]);
    expect(findIn(cut, "example")).toEqual([[0, 1, 2, 3, 7, 8, 9]]);
    expect(findIn(cut, "")).toEqual([]);
  });
});
