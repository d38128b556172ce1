// How many items there are of each year, as bars along a line; the table beside it has the same numbers.
import { mark, type Markup } from "../markup.ts";
import type { Counted } from "../site.ts";
import type { Tongue } from "../words/tongue.ts";

const step = 34;
const high = 150;

/** Years in order. From right to left, time runs from right to left. */
export function yearBars(tongue: Tongue, years: readonly Counted[]): Markup {
  const most = Math.max(1, ...years.map(({ count }) => count));
  const width = step * years.length;
  const isMirrored = tongue.direction === "rtl";
  const bars = years.map(({ code, count }, at) => {
    const x = isMirrored ? width - (at + 1) * step : at * step;
    const length = Math.max(1, Math.round((count / most) * high));
    const top = high + 16 - length;
    return mark`<rect class="b" x="${x + 5}" y="${top}" width="24" height="${length}" rx="2"/><text x="${x + 17}" y="${top - 4}" class="s">${tongue.number(count)}</text><text x="${x + 17}" y="${high + 32}">${code}</text>`;
  });
  return mark`<div class="scroll" tabindex="0" role="group" aria-label="${tongue.text("library.part.timeline")}"><svg width="${width}" height="${high + 40}" viewBox="0 0 ${width} ${high + 40}" role="img" aria-label="${tongue.text("library.timeline.about")}" font-size="12" text-anchor="middle" direction="ltr">${bars}<path class="g" d="M0 ${high + 16.5}H${width}"/></svg></div>`;
}
