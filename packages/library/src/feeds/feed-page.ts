// What a page of a feed says in whatever format: its names, its place among the others, and the text of each item.
import { directionOf } from "@tocsin/language";
import type { Card } from "../card.ts";
import { mark, type Markup } from "../markup.ts";
import { pathIn, type Place } from "../pages/frame.ts";
import { whoTranslated } from "../pages/fallback-notice.ts";
import { cutText } from "../taking/safe-text.ts";
import type { TakenEdition } from "../taking/taken-item.ts";

export interface FeedItem {
  readonly card: Card;
  readonly editions: readonly TakenEdition[];
}

export interface FeedPage {
  /** Path of the list without its ending, below the folder of the language. */
  readonly base: string;
  /** Name of what is listed; null for everything. */
  readonly label: string | null;
  readonly number: number;
  readonly pages: number;
  /** Items of the whole list. */
  readonly total: number;
  /** How many of them stand before this page. */
  readonly start: number;
  readonly cards: readonly Card[];
}

/** Below the folder of the language. */
export function feedRest(base: string, number: number, ending: "xml" | "json"): string {
  return number === 1 ? `${base}.${ending}` : `${base}/${number}.${ending}`;
}

/** Bytes of UTF-8 of one text: a book has no room in a feed, and stands as a file beside its page. */
const mostTextBytes = 100_000;

export function feedTitle({ site, tongue }: Place, { label }: FeedPage): string {
  const name = tongue.choose(site.head.title).text;
  return label === null ? name : `${label} – ${name}`;
}

/** Which of how many items these are, and where the rest is. */
export function feedAbout({ tongue }: Place, { number, pages, total, start, cards }: FeedPage): string {
  if (total === 0) return tongue.text("library.empty");
  const end = start + cards.length;
  const said = tongue.text("library.feed.about", { from: start + 1, to: end, total });
  return number === pages && end < total ? `${said} ${tongue.text("library.feed.older")}` : said;
}

/** Without an address, an id of the publisher: it stays the same wherever the library lies. */
export function idOf({ site, tongue }: Place, rest: string): string {
  const { address, publisher } = site.head;
  return address === null
    ? `urn:tocsin:library:${encodeURIComponent(publisher)}:${tongue.locale}:${rest}`
    : `${address}${tongue.locale}/${rest}`;
}

/** The newest change of what stands in it. */
export function feedUpdated({ site }: Place, { cards }: FeedPage): string {
  const times = cards.map(({ changed }) => instantOf(changed) ?? site.head.made);
  return times.sort().at(-1) ?? site.head.made;
}

export function instantOf(text: string): string | null {
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

export interface ShownIn {
  readonly edition: TakenEdition;
  /** Where the page is; null where the format has no address for it. */
  readonly address: string | null;
}

/** The text as it stands on its page, in its own language and direction, and who translated it. */
export function textOf(place: Place, item: FeedItem, { edition, address }: ShownIn): Markup {
  const { tongue } = place;
  const { kept, isCut } = cutText(edition.body, mostTextBytes);
  const who = whoTranslated(tongue, item, edition);
  const goesOn = !isCut
    ? null
    : address === null
      ? mark`<p>${tongue.text("library.feed.cut")}</p>`
      : mark`<p><a href="${address}">${tongue.text("library.feed.cut")}</a></p>`;
  const about =
    who === null && goesOn === null
      ? null
      : mark`<div lang="${tongue.locale}" dir="${tongue.direction}">${who === null ? null : mark`<p>${who}</p>`}${goesOn}</div>`;
  return mark`<div${spokenIn(edition)}>${paragraphs(edition.excerpt)}${paragraphs(kept)}</div>${about}`;
}

/** Of a text whose language nobody noted, it is said that it is not that of the feed. */
function spokenIn({ lang }: TakenEdition): Markup {
  return lang === "und" ? mark` lang="" dir="auto"` : mark` lang="${lang}" dir="${directionOf(lang)}"`;
}

function paragraphs(text: string): readonly Markup[] {
  return text
    .split(/\n{2,}/)
    .filter((each) => each.trim() !== "")
    .map(
      (each) =>
        mark`<p>${each.split("\n").map((line, at) => mark`${at === 0 ? null : mark`<br/>`}${line}`)}</p>`,
    );
}

export function pageOfItem({ tongue }: Place, { card }: FeedItem): string {
  return pathIn(tongue, `items/${card.slug}.html`);
}
