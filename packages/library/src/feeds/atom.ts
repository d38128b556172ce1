// Atom (RFC 4287), with the links from page to page of RFC 5005. Where the library has no address of its own, addresses are
// relative to the feed, as the format allows.
import { escapeText, mark, type Markup } from "../markup.ts";
import { addressOf } from "../page-plan.ts";
import { pathIn, type Place } from "../pages/frame.ts";
import type { TakenEdition } from "../taking/taken-item.ts";
import { chooseEdition } from "../words/choose-edition.ts";
import {
  feedAbout,
  feedRest,
  feedTitle,
  feedUpdated,
  idOf,
  instantOf,
  pageOfItem,
  textOf,
  type FeedItem,
  type FeedPage,
} from "./feed-page.ts";

const history = "http://purl.org/syndication/history/1.0";
const mostAuthors = 10;

export function atomFeed(place: Place, page: FeedPage, items: readonly FeedItem[]): string {
  const { site, tongue } = place;
  const { address, publisher } = site.head;
  const path = pathIn(tongue, feedRest(page.base, page.number, "xml"));
  const to = (target: string): string => (address === null ? addressOf(path, target) : `${address}${target}`);
  const made = mark`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${tongue.locale}"${address === null ? null : mark` xml:base="${address}${tongue.locale}/"`}><id>${idOf(place, page.base)}</id>
<title>${feedTitle(place, page)}</title>
<subtitle>${feedAbout(place, page)}</subtitle>
<updated>${feedUpdated(place, page)}</updated>
<author><name>${publisher}</name></author>${address === null ? null : mark`<link rel="self" href="${to(path)}"/>`}<link rel="alternate" type="text/html" href="${to(pathIn(tongue, `${page.base}.html`))}"/>${pageLinks(place, page, to)}${items.map((item) => entry(place, item, to(pageOfItem(place, item))))}</feed> `;
  return `<?xml version="1.0" encoding="utf-8"?>\n${made.html}`;
}

/** One that has everything says so; of the others each leads to those beside it. */
function pageLinks(
  { tongue }: Place,
  { base, number, pages, total, cards }: FeedPage,
  to: (target: string) => string,
): Markup | null {
  if (total === cards.length) return mark`<fh:complete xmlns:fh="${history}"/>`;
  if (pages === 1) return null;
  const link = (rel: string, target: number): Markup =>
    mark`<link rel="${rel}" type="application/atom+xml" href="${to(pathIn(tongue, feedRest(base, target, "xml")))}"/>`;
  return mark`${link("first", 1)}${number > 1 ? link("previous", number - 1) : null}${number < pages ? link("next", number + 1) : null}${link("last", pages)}`;
}

function entry(place: Place, item: FeedItem, address: string): Markup {
  const { card, editions } = item;
  const edition = chooseEdition(editions, place.tongue);
  const text = edition === undefined ? "" : escapeText(textOf(place, item, { edition, address }).html);
  const language = languageOf(edition);
  const authors = card.authors
    .slice(0, mostAuthors)
    .map((name) => mark`<author><name>${name}</name></author>`);
  return mark`<entry><id>${idOf(place, `items/${card.slug}`)}</id><title${language}>${edition?.title ?? card.slug}</title><updated>${instantOf(card.changed) ?? place.site.head.made}</updated><link rel="alternate" type="text/html" href="${address}"/>${authors}<content type="html"${language}>${{ html: text }}</content></entry>
`;
}

function languageOf(edition: TakenEdition | undefined): Markup | null {
  if (edition === undefined) return null;
  return edition.lang === "und" ? mark` xml:lang=""` : mark` xml:lang="${edition.lang}"`;
}
