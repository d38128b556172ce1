// The first page that somebody sees: what this library is, the newest, and the ways in. At most 14 kB compressed.
import { mark, jsonBlock, type Markup } from "../markup.ts";
import { addressOf, type PagePlan } from "../page-plan.ts";
import { countAll } from "../site.ts";
import type { Facet } from "../taking/taken-item.ts";
import { cardList } from "./card-list.ts";
import { framePage, languageOf, pathIn, spoken, type Place } from "./frame.ts";

const newest = 8;

/** At the root in the first language of the interface, and in the folder of each. */
export function* startPages(place: Place, isFirst: boolean): Generator<PagePlan> {
  const { site, tongue } = place;
  const from = [
    site.cards.length,
    site.cards.slice(0, newest).map(({ digest }) => digest),
    shownFacets.map((facet) => countAll(site, facet)),
  ];
  const plan = (path: string, isRoot: boolean): PagePlan => ({
    path,
    from,
    make: () => startPage(place, path, isRoot),
  });
  yield plan(pathIn(tongue, "index.html"), false);
  if (isFirst) yield plan("index.html", true);
}

const shownFacets: readonly Facet[] = ["country", "theme", "kind"];

function startPage(place: Place, path: string, isRoot: boolean): string {
  const { site, tongue } = place;
  const title = tongue.choose(site.head.title);
  const about = site.head.about.length === 0 ? null : tongue.choose(site.head.about);
  const to = (rest: string): string => addressOf(path, pathIn(tongue, rest));
  const content = mark`<h1${languageOf(tongue, title)}>${title.text}</h1>${about === null ? null : mark`<div class="lead"${languageOf(tongue, about)}>${about.text.split(/\n{2,}/).map((each) => mark`<p>${each}</p>`)}</div>`}<div class="road"><a href="${to("all.html")}"><b>${tongue.number(site.cards.length)}</b> <span>${tongue.say("library.start.items")}</span></a>${tiles(place, to)}</div>
<p class="resolution"><a class="button strong" href="${to("resolution.html")}">${tongue.say("library.start.resolution")}</a></p>
<div class="cols"><section aria-labelledby="newest"><h2 id="newest">${tongue.say("library.newest")}</h2>${cardList(tongue, path, site.cards.slice(0, newest))}<p><a href="${to("all.html")}">${tongue.say("library.every.item")}</a></p></section>
<aside aria-label="${tongue.text("library.narrow")}">${shownFacets.map((facet) => leaders(place, facet, to))}</aside></div>`;
  return framePage(place, {
    rest: "index.html",
    isRoot,
    title,
    content,
    feed: "all",
    part: "start",
    data: jsonBlock(libraryData(place)),
  });
}

function tiles({ site, tongue }: Place, to: (rest: string) => string): readonly Markup[] {
  const shown: readonly Facet[] = ["country", "theme", "commitment", "language"];
  return shown
    .map((facet) => ({ facet, count: site.under.get(facet)?.size ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(
      ({ facet, count }) =>
        mark` <a href="${to(`${facet}.html`)}"><b>${tongue.number(count)}</b> <span>${tongue.say(`library.many.${facet}`)}</span></a>`,
    );
}

function leaders({ site, tongue }: Place, facet: Facet, to: (rest: string) => string): Markup | null {
  const counted = countAll(site, facet).slice(0, 6);
  if (counted.length === 0) return null;
  const rows = counted.map(
    ({ code, count }) =>
      mark`<li><a href="${to(`${facet}/${code}.html`)}">${spoken(tongue, tongue.label(facet, code))}</a> <b>${tongue.number(count)}</b></li>`,
  );
  return mark`<h2>${tongue.say(`library.many.${facet}`)}</h2>
<ul class="counts">${rows}</ul>
<p><a href="${to(`${facet}.html`)}">${tongue.say(`library.every.${facet}`)}</a></p>`;
}

function libraryData({ site, tongue }: Place): object {
  const { head } = site;
  return {
    "@context": "https://schema.org",
    "@type": "DataCatalog",
    name: tongue.choose(head.title).text,
    publisher: { "@type": "Organization", name: head.publisher },
    dateModified: head.made,
    inLanguage: head.locales,
    ...(head.address === null ? {} : { url: head.address }),
  };
}
