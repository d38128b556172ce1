// The way through the pages of one list: by one, and to the ones near by number.
import { mark, nothing, type Markup } from "../markup.ts";
import { addressOf, pagePath } from "../page-plan.ts";
import type { Tongue } from "../words/tongue.ts";

export interface Paged {
  /** Path of the first page without its ending, below the folder of the language. */
  readonly base: string;
  readonly number: number;
  readonly pages: number;
}

export function pager(tongue: Tongue, { base, number, pages }: Paged): Markup {
  if (pages === 1) return nothing;
  const link = (to: number, key: string, rel: string): Markup =>
    mark`<a class="button" rel="${rel}" href="${addressTo(base, number, to)}">${tongue.say(key)}</a>`;
  return mark`<nav class="pager" aria-label="${tongue.text("library.pager")}">${number > 1 ? link(number - 1, "library.page.previous", "prev") : null} <span>${tongue.say("library.page.of", { page: number, pages })}</span> ${number < pages ? link(number + 1, "library.page.next", "next") : null}</nav>`;
}

/** For lists that somebody enters in the middle: the first, the last, those near, and steps of ten and a hundred. */
export function numberedPager(tongue: Tongue, { base, number, pages }: Paged): Markup {
  if (pages === 1) return nothing;
  const steps = [-100, -10, -3, -2, -1, 0, 1, 2, 3, 10, 100].map((step) => number + step);
  const shown = new Set([1, ...steps.filter((each) => each > 1 && each < pages), pages]);
  const links = [...shown].map(
    (each) =>
      mark`<li><a href="${addressTo(base, number, each)}"${each === number ? mark` aria-current="page"` : null}>${tongue.number(each)}</a></li>`,
  );
  return mark`<nav aria-label="${tongue.text("library.pager")}"><ul class="az">${links}</ul></nav>`;
}

function addressTo(base: string, from: number, to: number): string {
  return addressOf(pagePath(base, from), pagePath(base, to));
}
