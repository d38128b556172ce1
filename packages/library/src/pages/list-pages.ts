// Lists of items: everything, everything under one code, a State and a theme together; each in pages.
import type { LibraryText } from "../library-input.ts";
import { mark, type Markup } from "../markup.ts";
import { pagePath, type PagePlan } from "../page-plan.ts";
import type { Card } from "../card.ts";
import type { Places } from "../site.ts";
import { cardList } from "./card-list.ts";
import { baseOf, chips, narrowing, type Choice } from "./facet-links.ts";
import { framePage, pathIn, spoken, type Page, type Place } from "./frame.ts";
import { inPages, roomOfPage } from "./in-pages.ts";
import { pager } from "./pager.ts";

/** The same pages in every language, so that each page has its other languages. */
const room = { entries: 25, bytes: roomOfPage };

export interface ItemList {
  readonly choices: readonly Choice[];
  readonly places: Places;
  readonly part: string;
  /** Stands above the list, on its first page. */
  readonly intro?: () => Markup;
  /** What the intro is made from. */
  readonly introFrom?: unknown;
  readonly hasFeed: boolean;
}

export function* listPages(place: Place, list: ItemList): Generator<PagePlan> {
  const all = list.places.map((at) => place.site.cards[at]).filter((card) => card !== undefined);
  const parts = inPages(all, ({ weight }) => weight, room);
  const base = baseOf(list.choices);
  const pages = parts.length;
  for (const [at, cards] of parts.entries()) {
    const number = at + 1;
    const rest = pagePath(base, number);
    const path = pathIn(place.tongue, rest);
    const beside = number === 1 ? narrowing(place, path, list) : null;
    yield {
      path,
      from: [
        cards.map(({ digest }) => digest),
        pages,
        list.places.length,
        beside?.html ?? null,
        number === 1 ? (list.introFrom ?? null) : null,
      ],
      make: () => framePage(place, listPage(place, list, { rest, number, pages, cards, beside })),
    };
  }
}

interface OnePage {
  readonly rest: string;
  readonly number: number;
  readonly pages: number;
  readonly cards: readonly Card[];
  readonly beside: Markup | null;
}

function listPage(place: Place, list: ItemList, page: OnePage): Page {
  const { tongue } = place;
  const path = pathIn(tongue, page.rest);
  const title = titleOf(place, list.choices);
  const feed = list.hasFeed ? { feed: baseOf(list.choices) } : {};
  const content = mark`<h1>${headingOf(place, list.choices)}</h1>${chips(place, path, list.choices)}<p class="soft">${tongue.say("library.count", { count: list.places.length })}</p>${page.number === 1 ? (list.intro?.() ?? null) : null}<div class="${page.beside === null ? "one" : "cols"}"><section aria-label="${tongue.text("library.items")}">${cardList(tongue, path, page.cards)} ${pager(tongue, { ...page, base: baseOf(list.choices) })}</section>${page.beside}</div>`;
  return { rest: page.rest, title, content, part: list.part, ...feed };
}

/** On later pages the number is in the title, so that each page has its own. */
function titleOf({ tongue }: Place, choices: readonly Choice[]): LibraryText {
  if (choices.length === 0) return { text: tongue.text("library.part.all"), lang: tongue.locale };
  const labels = choices.map(({ facet, code }) => tongue.label(facet, code));
  const [first] = labels;
  if (first !== undefined && labels.length === 1) return first;
  return { text: labels.map(({ text }) => text).join(" · "), lang: tongue.locale };
}

function headingOf({ tongue }: Place, choices: readonly Choice[]): Markup {
  if (choices.length === 0) return tongue.say("library.part.all");
  const labels = choices.map(
    ({ facet, code }, at) => mark`${at === 0 ? null : " · "}${spoken(tongue, tongue.label(facet, code))}`,
  );
  return mark`${labels}`;
}
