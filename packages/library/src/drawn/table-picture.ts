// A released table as a picture: a field for each number, darker for more.
import { mark, type Markup } from "../markup.ts";
import type { Tongue } from "../words/tongue.ts";
import type { ReadTable } from "../tables/read-table.ts";
import { shadeOf } from "./shades.ts";

const labelWidth = 190;
const fieldWidth = 84;
const fieldHeight = 28;
const head = 30;

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

function sizeOf(table: ReadTable): PictureSize {
  return {
    width: labelWidth + fieldWidth * table.columnLabels.length,
    height: head + fieldHeight * table.rowLabels.length,
  };
}

/** `style` stands in a file of its own, where no style sheet lies beside it. */
export function tablePicture(tongue: Tongue, table: ReadTable, style: Markup | null): Markup {
  const { width, height } = sizeOf(table);
  const isMirrored = tongue.direction === "rtl";
  const place = (x: number, own: number): number => (isMirrored ? width - x - own : x);
  const most = Math.max(1, ...table.cells.flat().map((count) => count ?? 0));
  const columns = table.columnLabels.map(
    (label, at) =>
      mark`<text x="${place(labelWidth + at * fieldWidth, fieldWidth) + fieldWidth / 2}" y="19" text-anchor="middle" class="s" direction="${codeDirection(tongue, table)}">${shortLabel(label, 11)}</text>`,
  );
  const rows = table.cells.map((cells, row) => {
    const y = head + row * fieldHeight;
    const fields = cells.map((count, at) => {
      const x = place(labelWidth + at * fieldWidth, fieldWidth);
      const said = count === null ? tongue.text("library.table.hidden") : tongue.number(count);
      return mark`<rect class="t${shadeOf(count ?? 0, most)}" x="${x + 1}" y="${y + 1}" width="${fieldWidth - 2}" height="${fieldHeight - 2}" rx="3"/><text x="${x + fieldWidth / 2}" y="${y + 19}" text-anchor="middle">${said}</text>`;
    });
    const x = isMirrored ? width - 2 : 2;
    return mark`<text x="${x}" y="${y + 19}" text-anchor="start" direction="${tongue.direction}">${shortLabel(table.rowLabels[row] ?? "", 26)}</text>${fields}`;
  });
  return mark`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${table.title.text}" font-size="13" font-family="system-ui, sans-serif">${style}${columns}${rows}</svg>`;
}

function shortLabel(label: string, letters: number): string {
  const characters = [...label];
  return characters.length <= letters ? label : `${characters.slice(0, letters - 1).join("")}…`;
}

/** A quarter is a code, read from left to right everywhere. */
function codeDirection(tongue: Tongue, { columns }: ReadTable): string {
  return columns === "quarter" ? "ltr" : tongue.direction;
}
