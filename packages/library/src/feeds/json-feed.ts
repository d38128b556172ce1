// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). Its addresses are whole ones: where the library has none of its own,
// they are left out, and `_tocsin` says where a page lies below the feed's folder of the language.
import { inertJson } from "../markup.ts";
import { pathIn, type Place } from "../pages/frame.ts";
import { chooseEdition } from "../words/choose-edition.ts";
import {
  feedAbout,
  feedRest,
  feedTitle,
  idOf,
  instantOf,
  pageOfItem,
  textOf,
  type FeedItem,
  type FeedPage,
} from "./feed-page.ts";

const mostAuthors = 10;

export function jsonFeed(place: Place, page: FeedPage, items: readonly FeedItem[]): string {
  const { site, tongue } = place;
  const { address, publisher } = site.head;
  const { base, number, pages } = page;
  const whole = (rest: string): string => `${address ?? ""}${pathIn(tongue, rest)}`;
  const next = number < pages ? feedRest(base, number + 1, "json") : null;
  const value = {
    version: "https://jsonfeed.org/version/1.1",
    title: feedTitle(place, page),
    ...(address === null
      ? {}
      : {
          home_page_url: whole(`${base}.html`),
          feed_url: whole(feedRest(base, number, "json")),
          ...(next === null ? {} : { next_url: whole(next) }),
        }),
    description: feedAbout(place, page),
    language: tongue.locale,
    authors: [{ name: publisher }],
    ...(address === null ? { _tocsin: { page: `${base}.html`, next } } : {}),
    items: items.map((item) => entry(place, item)),
  };
  return `${inertJson(value, 1)}\n`;
}

function entry(place: Place, item: FeedItem): object {
  const { site, tongue } = place;
  const { card, editions } = item;
  const edition = chooseEdition(editions, tongue);
  const address = site.head.address === null ? null : `${site.head.address}${pageOfItem(place, item)}`;
  return {
    id: idOf(place, `items/${card.slug}`),
    ...(address === null ? { _tocsin: { page: `items/${card.slug}.html` } } : { url: address }),
    title: edition?.title ?? card.slug,
    language: edition?.lang ?? "und",
    content_html: edition === undefined ? "" : textOf(place, item, { edition, address }).html,
    date_modified: instantOf(card.changed) ?? site.head.made,
    ...(card.authors.length === 0
      ? {}
      : { authors: card.authors.slice(0, mostAuthors).map((name) => ({ name })) }),
  };
}
