// Atom feeds (RFC 4287) with the text itself: of everything, and of each code of a facet. A few entries of each are kept
// while the items go by, so that 10,000 need not stay in memory.
import type { Card } from "./card.ts";
import { byDate } from "./card.ts";
import { escapeText, mark, type Markup } from "./markup.ts";
import type { PagePlan } from "./page-plan.ts";
import { facets, type Facet, type TakenEdition, type TakenItem } from "./taking/taken-item.ts";
import { chooseEdition } from "./words/choose-edition.ts";
import { cutText } from "./taking/safe-text.ts";
import { pathIn, type Place } from "./pages/frame.ts";

const entriesOfFeed = 10;
/** Of each text, so that ten of them stay within the budget of a page. The rest stands where the link leads. */
const mostBytes = 4_000;

interface FeedItem {
  readonly card: Card;
  readonly editions: readonly TakenEdition[];
}

export interface FeedKeeper {
  add(item: TakenItem, card: Card): void;
  /** The newest first. */
  of(facet: Facet | null, code: string): readonly FeedItem[];
}

export function createFeedKeeper(): FeedKeeper {
  const kept = new Map<string, FeedItem[]>();
  const put = (key: string, item: FeedItem): void => {
    const items = kept.get(key);
    if (items === undefined) {
      kept.set(key, [item]);
      return;
    }
    const at = items.findIndex(({ card }) => byDate(item.card, card) < 0);
    if (at >= 0) items.splice(at, 0, item);
    else if (items.length < entriesOfFeed) items.push(item);
    if (items.length > entriesOfFeed) items.pop();
  };
  return {
    add: (item, card) => {
      if (card.isWithdrawn) return;
      const short = { card, editions: item.editions.map(shortened) };
      put("", short);
      for (const facet of facets) for (const code of item.facets[facet] ?? []) put(`${facet}/${code}`, short);
    },
    of: (facet, code) => kept.get(facet === null ? "" : `${facet}/${code}`) ?? [],
  };
}

function shortened(edition: TakenEdition): TakenEdition {
  const { kept, isCut } = cutText(edition.body, mostBytes);
  return { ...edition, body: isCut ? `${kept}…` : kept };
}

export interface FeedPlan {
  readonly facet: Facet | null;
  readonly code: string;
  readonly items: readonly FeedItem[];
}

export function feedPage(place: Place, { facet, code, items }: FeedPlan): PagePlan {
  const { tongue } = place;
  const base = facet === null ? "all" : `${facet}/${code}`;
  const path = pathIn(tongue, `${base}.xml`);
  return {
    path,
    from: items.map(({ card }) => card.digest),
    make: () =>
      feed(place, { base, path, items, label: facet === null ? null : tongue.label(facet, code).text }),
  };
}

interface FeedFacts {
  readonly base: string;
  readonly path: string;
  readonly items: readonly FeedItem[];
  readonly label: string | null;
}

function feed(place: Place, { base, path, items, label }: FeedFacts): string {
  const { site, tongue } = place;
  const { head } = site;
  const root = head.address ?? "";
  const name = tongue.choose(head.title).text;
  const updated =
    items
      .map(({ card }) => instant(card.changed) ?? head.made)
      .sort()
      .at(-1) ?? head.made;
  return `<?xml version="1.0" encoding="utf-8"?>
${
  mark`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${tongue.locale}"${head.address === null ? null : mark` xml:base="${root}${tongue.locale}/"`}><id>${idOf(place, base)}</id>
<title>${label === null ? name : `${label} – ${name}`}</title>
<updated>${updated}</updated>
<author><name>${head.publisher}</name></author>${root === "" ? null : mark`<link rel="self" href="${root}${path}"/>`}<link rel="alternate" type="text/html" href="${root === "" ? relativeTo(base, `${base}.html`) : `${root}${pathIn(tongue, `${base}.html`)}`}"/>${items.map((item) => entry(place, base, item))}</feed> `
    .html
}`;
}

/** Without an address, an id of the release: it stays the same wherever the library lies. */
function idOf({ site, tongue }: Place, rest: string): string {
  const { address, publisher } = site.head;
  return address === null
    ? `urn:tocsin:library:${encodeURIComponent(publisher)}:${tongue.locale}:${rest}`
    : `${address}${tongue.locale}/${rest}`;
}

function relativeTo(base: string, rest: string): string {
  return "../".repeat(base.split("/").length - 1) + rest;
}

function entry(place: Place, base: string, { card, editions }: FeedItem): Markup {
  const { site, tongue } = place;
  const edition = chooseEdition(editions, tongue);
  const rest = `items/${card.slug}.html`;
  const root = site.head.address;
  const address = root === null ? relativeTo(base, rest) : `${root}${pathIn(tongue, rest)}`;
  const text = [edition?.excerpt ?? "", edition?.body ?? ""]
    .flatMap((each) => each.split(/\n{2,}/))
    .filter((each) => each !== "")
    .map((each) => `<p>${escapeText(each)}</p>`)
    .join("");
  const language = edition === undefined || edition.lang === "und" ? null : mark` xml:lang="${edition.lang}"`;
  return mark`<entry><id>${idOf(place, `items/${card.slug}`)}</id><title${language}>${edition?.title ?? card.slug}</title><updated>${instant(card.changed) ?? site.head.made}</updated><link href="${address}"/>${card.authors.slice(0, 10).map((author) => mark`<author><name>${author}</name></author>`)}<content type="html"${language}>${text}</content></entry>`;
}

function instant(text: string): string | null {
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
