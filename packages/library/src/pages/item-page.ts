// Pages of an item: in the edition that the reader gets, and at addresses of their own in each other one. A long text goes
// on from page to page, and what has no room beside it has pages of its own.
import { jsonBlock, mark, type Markup } from "../markup.ts";
import { addressOf, pagePath, type PagePlan } from "../page-plan.ts";
import type { TakenEdition, TakenItem } from "../taking/taken-item.ts";
import { chooseEdition } from "../words/choose-edition.ts";
import { itemData } from "./item-data.ts";
import { detailPages, itemFacts } from "./item-facts.ts";
import { fallbackNotice, restOf } from "./fallback-notice.ts";
import { dateMarkup, framePage, languageOf, pathIn, spoken, type Place } from "./frame.ts";
import { pager } from "./pager.ts";

/** One for what readers of this language usually get, one for each other edition, and what follows each. */
export function* itemPages(place: Place, item: TakenItem, digest: string): Generator<PagePlan> {
  const { site, tongue } = place;
  const related = (site.related.get(item.slug) ?? []).map(
    (slug) => site.cards[site.placeOf.get(slug) ?? -1]?.digest,
  );
  for (const edition of item.editions) {
    yield {
      path: pathIn(tongue, restOf(tongue, item, edition)),
      from: [digest, edition.lang, related],
      make: () => itemPage(place, item, edition),
    };
    for (let number = 2; number <= edition.parts.length; number += 1) {
      yield {
        path: pathIn(tongue, pagePath(baseOfEdition(place, item, edition), number)),
        from: [digest, edition.lang, number],
        make: () => nextPart(place, item, { edition, number }),
      };
    }
  }
  if (item.withdrawn === null) yield* detailPages(place, item, [digest, related]);
}

function baseOfEdition({ tongue }: Place, item: TakenItem, edition: TakenEdition): string {
  return restOf(tongue, item, edition).replace(/\.html$/, "");
}

function itemPage(place: Place, item: TakenItem, edition: TakenEdition): string {
  const { tongue } = place;
  const rest = restOf(tongue, item, edition);
  const usual = chooseEdition(item.editions, tongue) === edition;
  const content =
    item.withdrawn === null ? shownItem(place, item, edition) : withdrawnItem(place, item, edition);
  return framePage(place, {
    rest,
    restElsewhere: `items/${item.slug}.html`,
    title: { text: edition.title, lang: edition.lang },
    description: edition.excerpt.slice(0, 160).toWellFormed(),
    content,
    part: "all",
    isUnlisted: item.withdrawn !== null || !usual,
    ...(item.withdrawn === null ? { data: jsonBlock(itemData(place, item, edition)) } : {}),
  });
}

function heading(place: Place, item: TakenItem, edition: TakenEdition): Markup {
  const { tongue } = place;
  const path = pathIn(tongue, restOf(tongue, item, edition));
  const date = item.dated === null ? null : mark` · ${dateMarkup(tongue, item.dated)}`;
  const source = item.source === null ? null : mark` · ${spoken(tongue, item.source)}`;
  return mark`<p class="meta"><a href="${addressOf(path, pathIn(tongue, `kind/${item.kind}.html`))}">${tongue.say(`library.kind.${item.kind}`)}</a>${date}${source}</p>
<h1${languageOf(tongue, edition)}>${edition.title}</h1>${fallbackNotice(tongue, item, edition)}`;
}

function shownItem(place: Place, item: TakenItem, edition: TakenEdition): Markup {
  const { tongue } = place;
  const excerpt =
    edition.excerpt === "" ? null : mark`<div class="lead">${paragraphs(edition.excerpt)}</div>`;
  return mark`${heading(place, item, edition)}<div class="cols"><div><article${languageOf(tongue, edition)}>${excerpt}${paragraphs(edition.parts[0] ?? "")}</article>${wayOn(place, item, { edition, number: 1 })}</div>
<aside aria-label="${tongue.text("library.about-item")}">${itemFacts(place, item, edition)}</aside></div>`;
}

interface TextPart {
  readonly edition: TakenEdition;
  readonly number: number;
}

/** Where the text goes on, and the whole of it as a file. */
function wayOn(place: Place, item: TakenItem, { edition, number }: TextPart): Markup | null {
  const { tongue } = place;
  const { whole, parts } = edition;
  if (whole === null) return null;
  const base = baseOfEdition(place, item, edition);
  const path = pathIn(tongue, pagePath(base, number));
  const goesOn = number < parts.length ? mark`${tongue.say("library.cut")} ` : null;
  return mark`<p class="notice">${goesOn}<a href="${addressOf(path, whole.path)}">${tongue.say("library.cut.whole")}</a> (${tongue.size(whole.bytes)})</p>${pager(tongue, { base, number, pages: parts.length })}`;
}

function nextPart(place: Place, item: TakenItem, { edition, number }: TextPart): string {
  const { tongue } = place;
  const rest = pagePath(baseOfEdition(place, item, edition), number);
  const first = addressOf(pathIn(tongue, rest), pathIn(tongue, restOf(tongue, item, edition)));
  return framePage(place, {
    rest,
    // Another language may show another edition, with other parts.
    restElsewhere: `items/${item.slug}.html`,
    title: { text: edition.title, lang: edition.lang },
    content: mark`<h1${languageOf(tongue, edition)}><a href="${first}">${edition.title}</a></h1><article${languageOf(tongue, edition)}>${paragraphs(edition.parts[number - 1] ?? "")}</article>${wayOn(place, item, { edition, number })}`,
    part: "all",
    isUnlisted: true,
  });
}

function withdrawnItem(place: Place, item: TakenItem, edition: TakenEdition): Markup {
  const { tongue } = place;
  const { when, reason } = item.withdrawn ?? { when: "", reason: null };
  return mark`${heading(place, item, edition)}<div class="notice warn"><p><b>${tongue.say("library.withdrawn.on")} <time datetime="${when}">${tongue.day(when)}</time>.</b> ${tongue.say("library.withdrawn.about")}</p>${reason === null ? null : mark`<p${languageOf(tongue, reason)}>${reason.text}</p>`}</div>`;
}

function paragraphs(text: string): readonly Markup[] {
  return text
    .split(/\n{2,}/)
    .filter((each) => each.trim() !== "")
    .map((each) => mark`<p>${each}</p>`);
}
