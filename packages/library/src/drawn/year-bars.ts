// How many items there are of each year, as bars along a line; the table beside it has the same numbers.
import { mark, type Markup } from "../markup.ts";
import type { CountRow, Counts } from "../counted/counts.ts";
import type { Tongue } from "../words/tongue.ts";
import { pictureHead } from "./picture-head.ts";
import { pictureStyle } from "./picture-style.ts";

const step = 34;
const high = 150;
const whole = high + 40;

/** Years in order. From right to left, time runs from right to left. */
export function yearBars(tongue: Tongue, years: readonly CountRow[]): Markup {
  const width = step * years.length;
  return mark`<div class="scroll" tabindex="0" role="group" aria-label="${tongue.text("library.part.timeline")}"><svg width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}" role="img" aria-label="${tongue.text("library.timeline.about")}" font-size="12" text-anchor="middle" direction="ltr">${bars(tongue, years, width)}</svg></div>`;
}

/** Every year, in a file of its own. */
export function yearPicture(tongue: Tongue, counts: Counts, source: string): Markup {
  const bare = step * counts.rows.length;
  const head = pictureHead(tongue, { ...counts, source, width: bare });
  const { width } = head;
  const height = whole + head.height;
  return mark`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${counts.title}" font-size="12" font-family="system-ui, sans-serif">${pictureStyle}${head.markup}<g transform="translate(${tongue.direction === "rtl" ? width - bare : 0} ${head.height})" text-anchor="middle" direction="ltr">${bars(tongue, counts.rows, bare)}</g></svg>`;
}

function bars(tongue: Tongue, years: readonly CountRow[], width: number): Markup {
  const most = Math.max(1, ...years.map(({ count }) => count));
  const isMirrored = tongue.direction === "rtl";
  const drawn = years.map(({ code, count }, at) => {
    const x = isMirrored ? width - (at + 1) * step : at * step;
    const length = Math.max(1, Math.round((count / most) * high));
    const top = high + 16 - length;
    return mark`<rect class="b" x="${x + 5}" y="${top}" width="24" height="${length}" rx="2"/><text x="${x + 17}" y="${top - 4}" class="s">${tongue.number(count)}</text><text x="${x + 17}" y="${high + 32}">${code}</text>`;
  });
  return mark`${drawn}<path class="g" d="M0 ${high + 16.5}H${width}"/>`;
}
