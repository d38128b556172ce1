// The page of one item, in one language of the interface, showing one of its editions.
import { jsonBlock, mark, type Markup } from "../markup.ts";
import { addressOf, type PagePlan } from "../page-plan.ts";
import type { TakenEdition, TakenItem } from "../taking/taken-item.ts";
import { chooseEdition } from "../words/choose-edition.ts";
import { itemData } from "./item-data.ts";
import { itemFacts } from "./item-facts.ts";
import { fallbackNotice, restOf } from "./fallback-notice.ts";
import { dateMarkup, framePage, languageOf, pathIn, spoken, type Place } from "./frame.ts";

/** One for what readers of this language usually get, one for each other edition. */
export function* itemPages(place: Place, item: TakenItem, digest: string): Generator<PagePlan> {
  const { site, tongue } = place;
  const related = (site.related.get(item.slug) ?? []).map(
    (slug) => site.cards[site.placeOf.get(slug) ?? -1]?.digest,
  );
  for (const edition of item.editions) {
    const rest = restOf(tongue, item, edition);
    yield {
      path: pathIn(tongue, rest),
      from: [digest, edition.lang, related],
      make: () => itemPage(place, item, edition),
    };
  }
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
  const path = pathIn(tongue, restOf(tongue, item, edition));
  const whole = edition.whole;
  const cut =
    whole === null
      ? null
      : mark`<p class="notice">${tongue.say("library.cut")} <a href="${addressOf(path, whole.path)}">${tongue.say("library.cut.whole")}</a> (${tongue.size(whole.bytes)})</p>`;
  const excerpt =
    edition.excerpt === "" ? null : mark`<div class="lead">${paragraphs(edition.excerpt)}</div>`;
  return mark`${heading(place, item, edition)}<div class="cols"><article${languageOf(tongue, edition)}>${excerpt}${paragraphs(edition.body)}</article>
<aside aria-label="${tongue.text("library.about-item")}">${itemFacts(place, item, edition)}</aside></div>${cut}`;
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
