// What stands beside an item: where it is from, the copy and its hash, what it is about, what belongs to it, how to cite it,
// what was corrected. Of long lists the beginning; the whole of them on pages of their own.
import type { LibraryPicture } from "../library-input.ts";
import { mark, type Markup, type Part } from "../markup.ts";
import { addressOf, pagePath, type PagePlan } from "../page-plan.ts";
import { facets, type TakenEdition, type TakenItem } from "../taking/taken-item.ts";
import { chooseEdition } from "../words/choose-edition.ts";
import { cardLink } from "./card-list.ts";
import { citation } from "./citation.ts";
import { correctionMarkup } from "./correction-pages.ts";
import { facetLink } from "./facet-links.ts";
import { restOf } from "./fallback-notice.ts";
import { framePage, languageOf, pathIn, spoken, type Place } from "./frame.ts";
import { bytesOfText, inPages, roomOfPage } from "./in-pages.ts";
import { pager } from "./pager.ts";

/** A list about an item that can be long. */
interface FactList {
  /** Message of its heading. */
  readonly key: string;
  readonly look: "inline" | "plain";
  /** List items, each by itself. */
  readonly rows: readonly Markup[];
}

/** Of each list in the page of the item. */
const roomBeside = { entries: 12, bytes: 1_200 };

export function itemFacts(place: Place, item: TakenItem, edition: TakenEdition): Markup {
  const { tongue } = place;
  const path = pathIn(tongue, restOf(tongue, item, edition));
  const inline = [...aboutLists(place, item, path), authorList(item)].map(({ key, rows }) =>
    rows.length === 0 ? null : fact(place, key, mark`<ul class="inline">${beginning(rows)}</ul>`),
  );
  const [shown, related, corrections] = longLists(place, item, path).map((list) => listMarkup(place, list));
  return mark`<dl>${inline}${provenance(place, item, path)}</dl>${shown ?? null}${related ?? null}<h2>${tongue.say("library.cite")}</h2>
<p class="cite">${citation(place, item, edition)}</p>${corrections ?? null}${detailsLink(place, item, path)}`;
}

function beginning(rows: readonly Markup[]): readonly Markup[] {
  return inPages(rows, bytesOfMarkup, roomBeside)[0] ?? [];
}

function bytesOfMarkup({ html }: Markup): number {
  return bytesOfText(html);
}

function fact(place: Place, key: string, value: Part): Markup {
  return mark`<div><dt>${place.tongue.say(key)}</dt>
<dd>${value}</dd></div>`;
}

function aboutLists(place: Place, item: TakenItem, path: string): readonly FactList[] {
  const shown = facets.filter((facet) => facet !== "kind" && facet !== "language" && facet !== "year");
  return shown.map((facet) => ({
    key: `library.many.${facet}`,
    look: "inline",
    rows: (item.facets[facet] ?? []).map((code) => mark`<li>${facetLink(place, path, { facet, code })}</li>`),
  }));
}

function authorList({ authors }: TakenItem): FactList {
  return {
    key: "library.authors",
    look: "inline",
    rows: authors.map((name) => mark`<li><bdi>${name}</bdi></li>`),
  };
}

function longLists(place: Place, item: TakenItem, path: string): readonly [FactList, FactList, FactList] {
  return [pictureList(place, item, path), relatedList(place, item, path), correctionList(place, item)];
}

function listMarkup(place: Place, { key, rows }: FactList): Markup | null {
  if (rows.length === 0) return null;
  const about =
    key === "library.pictures"
      ? mark`<p class="soft">${place.tongue.say("library.pictures.about")}</p>`
      : null;
  return mark`<h2>${place.tongue.say(key)}</h2>
<ul class="plain">${beginning(rows)}</ul>${about}`;
}

function provenance(place: Place, item: TakenItem, path: string): Part {
  const { tongue } = place;
  const { address, copy, source } = item;
  return [
    source === null ? null : fact(place, "library.source", spoken(tongue, source)),
    address === null ? null : fact(place, "library.address", addressMarkup(address)),
    copy === null ? null : fact(place, "library.copy", copyMarkup(place, copy, path)),
    item.licence === null ? null : fact(place, "library.licence", mark`<bdi>${item.licence}</bdi>`),
    fact(place, "library.changed", mark`<time datetime="${item.changed}">${tongue.day(item.changed)}</time>`),
  ];
}

function addressMarkup({ shown, href }: NonNullable<TakenItem["address"]>): Markup {
  const text = mark`<bdi dir="ltr">${shown}</bdi>`;
  return href === null
    ? mark`<code>${text}</code>`
    : mark`<a href="${href}" rel="noreferrer noopener external">${text}</a>`;
}

/** What it weighs stands before the link: nothing is loaded until somebody asks for it. */
function copyMarkup({ tongue }: Place, copy: NonNullable<TakenItem["copy"]>, path: string): Markup {
  const size = mark`<bdi dir="ltr">${copy.mediaType}</bdi>, ${tongue.size(copy.bytes)}`;
  const file =
    copy.file === null
      ? mark`${tongue.say("library.copy.kept")} (${size})`
      : mark`${size} · <a href="${addressOf(path, `files/${copy.file}`)}" download>${tongue.say("library.copy.get")}</a>`;
  const covered = copy.isRedacted === true ? mark`<br/>${tongue.say("library.copy.redacted")}` : null;
  return mark`${file}${covered}<br/><small>SHA-256</small> <code dir="ltr" class="hash">${copy.sha256}</code>`;
}

/** Nothing is loaded until somebody asks for it: a link, with what it weighs. */
function pictureList(place: Place, item: TakenItem, path: string): FactList {
  const rows = item.pictures.map((picture) => mark`<li>${pictureLink(place, picture, path)}</li>`);
  return { key: "library.pictures", look: "plain", rows };
}

function pictureLink(
  { tongue }: Place,
  { file, bytes, width, height, alt }: LibraryPicture,
  path: string,
): Markup {
  const chosen = tongue.choose(alt);
  const name =
    chosen.text === ""
      ? tongue.say("library.picture.undescribed")
      : mark`<span${languageOf(tongue, chosen)}>${chosen.text}</span>`;
  return mark`<a href="${addressOf(path, `files/${file}`)}">${name}</a> <small><bdi dir="ltr">${width} × ${height}</bdi>, ${tongue.size(bytes)}</small>`;
}

function relatedList({ site, tongue }: Place, item: TakenItem, path: string): FactList {
  const cards = (site.related.get(item.slug) ?? [])
    .map((slug) => site.cards[site.placeOf.get(slug) ?? -1])
    .filter((card) => card !== undefined);
  const rows = cards.map(
    (card) =>
      mark`<li>${cardLink(tongue, path, card)} <small>${tongue.say(`library.kind.${card.kind}`)}</small></li>`,
  );
  return { key: "library.related", look: "plain", rows };
}

function correctionList({ tongue }: Place, item: TakenItem): FactList {
  const rows = item.corrections.map((each) => mark`<li>${correctionMarkup(tongue, each)}</li>`);
  return { key: "library.corrections", look: "plain", rows };
}

function detailsBase(item: TakenItem): string {
  return `items/${item.slug}/details`;
}

function allLists(place: Place, item: TakenItem, path: string): readonly FactList[] {
  const lists = [...aboutLists(place, item, path), authorList(item), ...longLists(place, item, path)];
  return lists.filter(({ rows }) => rows.length > 0);
}

function detailsLink(place: Place, item: TakenItem, path: string): Markup | null {
  const lists = allLists(place, item, path);
  if (lists.every(({ rows }) => beginning(rows).length === rows.length)) return null;
  const address = addressOf(path, pathIn(place.tongue, `${detailsBase(item)}.html`));
  return mark`<p><a class="button" href="${address}">${place.tongue.say("library.details")}</a></p>`;
}

/** Only for an item about which there is more than stands beside it. `from`: what the item is made from. */
export function* detailPages(place: Place, item: TakenItem, from: unknown): Generator<PagePlan> {
  const base = detailsBase(item);
  const pathOf = (number: number): string => pathIn(place.tongue, pagePath(base, number));
  const lists = allLists(place, item, pathOf(1));
  if (lists.every(({ rows }) => beginning(rows).length === rows.length)) return;
  const parts = inPages(flatRows(lists), ({ row }) => bytesOfMarkup(row), {
    entries: 400,
    bytes: roomOfPage - 4_000,
  });
  let start = 0;
  for (const [at, { length }] of parts.entries()) {
    const page = { base, number: at + 1, pages: parts.length, start, end: start + length };
    start += length;
    yield {
      path: pathOf(page.number),
      from: [from, page],
      make: () => detailPage(place, item, page),
    };
  }
}

interface DetailRow {
  readonly list: FactList;
  readonly row: Markup;
}

function flatRows(lists: readonly FactList[]): readonly DetailRow[] {
  return lists.flatMap((list) => list.rows.map((row) => ({ list, row })));
}

interface DetailPage {
  readonly base: string;
  readonly number: number;
  readonly pages: number;
  /** Which of all rows, from and up to. */
  readonly start: number;
  readonly end: number;
}

function detailPage(place: Place, item: TakenItem, page: DetailPage): string {
  const { tongue } = place;
  const rest = pagePath(page.base, page.number);
  const path = pathIn(tongue, rest);
  const edition = chooseEdition(item.editions, tongue);
  const title = { text: edition?.title ?? item.slug, lang: edition?.lang ?? "und" };
  // Links lead from where the page lies.
  const rows = flatRows(allLists(place, item, path)).slice(page.start, page.end);
  const lists = [...new Set(rows.map(({ list }) => list))].map((list) => {
    const own = rows.filter((each) => each.list === list).map(({ row }) => row);
    return mark`<h2>${tongue.say(list.key)}</h2>
<ul class="${list.look}">${own}</ul>`;
  });
  const back = addressOf(path, pathIn(tongue, `items/${item.slug}.html`));
  return framePage(place, {
    rest,
    restElsewhere: `items/${item.slug}.html`,
    title,
    content: mark`<h1${languageOf(tongue, title)}><a href="${back}">${title.text}</a></h1><p class="soft">${tongue.say("library.details")}</p>${lists}${pager(tongue, page)}`,
    part: "all",
    isUnlisted: true,
  });
}
