// What changed after it was published, and what was withdrawn: one list of all items, the newest first, with a feed.
import type { Card } from "../card.ts";
import { byDate } from "../card.ts";
import { idOf, instantOf } from "../feeds/feed-page.ts";
import type { ItemCorrection } from "../library-input.ts";
import { escapeText, mark, type Markup } from "../markup.ts";
import { pagePath, type PagePlan } from "../page-plan.ts";
import type { Site } from "../site.ts";
import type { Tongue } from "../words/tongue.ts";
import { cardLink, faceOf } from "./card-list.ts";
import { framePage, pathIn, spoken, type Place } from "./frame.ts";
import { bytesOfText, inPages, roomOfPage } from "./in-pages.ts";
import { pager } from "./pager.ts";

const base = "corrections";
const room = { entries: 50, bytes: roomOfPage };
/** The whole feed stays within the budget of a page. */
const roomOfFeed = { entries: 30, bytes: 40_000 };

interface Listed {
  readonly card: Card;
  readonly correction: ItemCorrection;
}

export function* correctionPages(place: Place): Generator<PagePlan> {
  const { site, tongue } = place;
  const listed = listedIn(site);
  const from = listed.map(({ card, correction }) => [card.digest, correction]);
  const first = pathIn(tongue, `${base}.html`);
  const parts = inPages(listed, (each) => bytesOfText(rowOf(tongue, first, each).html), room);
  for (const [at, rows] of parts.entries()) {
    const number = at + 1;
    const rest = pagePath(base, number);
    yield {
      path: pathIn(tongue, rest),
      from: [from, number],
      make: () => correctionPage(place, { rest, number, pages: parts.length, rows }),
    };
  }
  const newest = listed.slice(0, roomOfFeed.entries);
  yield { path: pathIn(tongue, `${base}.xml`), from, make: () => atomOf(place, newest) };
  yield { path: pathIn(tongue, `${base}.json`), from, make: () => jsonOf(place, newest) };
}

function listedIn({ cards }: Site): readonly Listed[] {
  return cards
    .flatMap((card) => card.corrections.map((correction): Listed => ({ card, correction })))
    .toSorted((one, other) => {
      const [a, b] = [one.correction.when, other.correction.when];
      return a === b ? byDate(one.card, other.card) : a < b ? 1 : -1;
    });
}

/** When, what happened, of which parts, and what the editor says of it. */
export function correctionMarkup(tongue: Tongue, { when, change, parts = [], text }: ItemCorrection): Markup {
  const which = parts.map(
    (part, at) => mark`${at === 0 ? ": " : " · "}${tongue.say(`library.part-of.${part}`)}`,
  );
  const what = change === undefined ? null : mark` ${tongue.say(`library.change.${change}`)}${which}`;
  return mark`<time datetime="${when}">${tongue.day(when)}</time>${what}${text === null ? null : mark` – ${spoken(tongue, text)}`}`;
}

function rowOf(tongue: Tongue, path: string, { card, correction }: Listed): Markup {
  return mark`<li><p class="title">${cardLink(tongue, path, card)}</p><p class="meta">${tongue.say(`library.kind.${card.kind}`)} · ${correctionMarkup(tongue, correction)}</p></li>`;
}

interface OnePage {
  readonly rest: string;
  readonly number: number;
  readonly pages: number;
  readonly rows: readonly Listed[];
}

function correctionPage(place: Place, { rest, number, pages, rows }: OnePage): string {
  const { tongue } = place;
  const path = pathIn(tongue, rest);
  const list =
    rows.length === 0
      ? mark`<p>${tongue.say("library.corrections.none")}</p>`
      : mark`<ol class="plain">${rows.map((row) => rowOf(tongue, path, row))}</ol>`;
  return framePage(place, {
    rest,
    // Another language may cut the list elsewhere.
    restElsewhere: `${base}.html`,
    title: { text: tongue.text("library.corrections"), lang: tongue.locale },
    content: mark`<h1>${tongue.say("library.corrections")}</h1><p class="soft">${tongue.say("library.corrections.about")}</p>${list} ${pager(tongue, { base, number, pages })}`,
    feed: base,
    part: "all",
    isUnlisted: number > 1,
  });
}

interface Told {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly href: string;
  /** Paragraphs of HTML. */
  readonly html: string;
}

function toldOf(place: Place, { card, correction }: Listed): Told {
  const { site, tongue } = place;
  const { when, change = "changed", parts = [], text } = correction;
  const which = parts.map((part) => tongue.text(`library.part-of.${part}`)).join(" · ");
  const said = [
    `${tongue.text(`library.change.${change}`)}${which === "" ? "" : `: ${which}`}`,
    text?.text ?? "",
  ];
  const rest = `items/${card.slug}.html`;
  return {
    id: idOf(place, `${rest}#${when}-${change}`),
    title: faceOf(tongue, card).title,
    when: instantOf(when) ?? site.head.made,
    href: `${rootOf(place)}${rest}`,
    html: said
      .filter((each) => each !== "")
      .map((each) => `<p>${escapeText(each)}</p>`)
      .join(""),
  };
}

/** Where the pages of this language lie; nothing where the library has no address. */
function rootOf({ site, tongue }: Place): string {
  return site.head.address === null ? "" : `${site.head.address}${tongue.locale}/`;
}

/** As many as the budget of a page has room for. */
function fitting<T>(entries: readonly T[], textOf: (entry: T) => string): readonly T[] {
  return inPages(entries, (entry) => bytesOfText(textOf(entry)), roomOfFeed)[0] ?? [];
}

function feedTitle({ site, tongue }: Place): string {
  return `${tongue.text("library.corrections")} – ${tongue.choose(site.head.title).text}`;
}

/** RFC 4287. */
function atomOf(place: Place, listed: readonly Listed[]): string {
  const { site, tongue } = place;
  const { head } = site;
  const told = listed.map((each) => toldOf(place, each));
  const root = rootOf(place);
  const self = root === "" ? null : mark`<link rel="self" href="${root}${base}.xml"/>`;
  const entries = told.map(
    ({ id, title, when, href, html }) =>
      mark`<entry><id>${id}</id><title>${title}</title><updated>${when}</updated><link href="${href}"/><content type="html">${html}</content></entry>`,
  );
  const made = mark`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${tongue.locale}"><id>${idOf(place, base)}</id><title>${feedTitle(place)}</title><updated>${told[0]?.when ?? head.made}</updated><author><name>${head.publisher}</name></author>${self}<link rel="alternate" type="text/html" href="${root}${base}.html"/>${fitting(entries, ({ html }) => html)}</feed>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${made.html}\n`;
}

/** JSON Feed 1.1. */
function jsonOf(place: Place, listed: readonly Listed[]): string {
  const { site, tongue } = place;
  const root = rootOf(place);
  const items = listed
    .map((each) => toldOf(place, each))
    .map(({ id, title, when, href, html }) => ({
      id,
      title,
      date_modified: when,
      ...(root === "" ? {} : { url: href }),
      content_html: html,
    }));
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: feedTitle(place),
    language: tongue.locale,
    authors: [{ name: site.head.publisher }],
    ...(root === "" ? {} : { home_page_url: `${root}${base}.html`, feed_url: `${root}${base}.json` }),
    items: fitting(items, (each) => JSON.stringify(each)),
  };
  return `${JSON.stringify(feed)}\n`;
}
