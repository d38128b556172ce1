// What stands beside an item: where it is from, the copy and its hash, what it is about, what belongs to it, how to cite it.
import type { LibraryPicture } from "../library-input.ts";
import { mark, type Markup, type Part } from "../markup.ts";
import { addressOf } from "../page-plan.ts";
import { facets, type TakenEdition, type TakenItem } from "../taking/taken-item.ts";
import { cardLink } from "./card-list.ts";
import { citation } from "./citation.ts";
import { facetLink } from "./facet-links.ts";
import { restOf } from "./fallback-notice.ts";
import { languageOf, pathIn, spoken, type Place } from "./frame.ts";

export function itemFacts(place: Place, item: TakenItem, edition: TakenEdition): Markup {
  const { tongue } = place;
  const path = pathIn(tongue, restOf(tongue, item, edition));
  return mark`<dl>${about(place, item, path)}${provenance(place, item, path)}</dl>${pictures(place, item, path)}${related(place, item, path)}<h2>${tongue.say("library.cite")}</h2>
<p class="cite">${citation(place, item, edition)}</p>${corrections(place, item)}`;
}

function fact(place: Place, key: string, value: Part): Markup {
  return mark`<div><dt>${place.tongue.say(key)}</dt>
<dd>${value}</dd></div>`;
}

function about(place: Place, item: TakenItem, path: string): Part {
  const shown = facets.filter((facet) => facet !== "kind" && facet !== "language" && facet !== "year");
  return shown.map((facet) => {
    const codes = item.facets[facet] ?? [];
    if (codes.length === 0) return null;
    const links = codes.map((code) => mark`<li>${facetLink(place, path, { facet, code })}</li>`);
    return fact(place, `library.many.${facet}`, mark`<ul class="inline">${links}</ul>`);
  });
}

function provenance(place: Place, item: TakenItem, path: string): Part {
  const { tongue } = place;
  const { address, copy, authors, source } = item;
  return [
    authors.length === 0
      ? null
      : fact(
          place,
          "library.authors",
          authors.map((name, at) => mark`${at === 0 ? null : ", "}<bdi>${name}</bdi>`),
        ),
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

function copyMarkup({ tongue }: Place, copy: NonNullable<TakenItem["copy"]>, path: string): Markup {
  const size = mark`<bdi dir="ltr">${copy.mediaType}</bdi>, ${tongue.size(copy.bytes)}`;
  const file =
    copy.file === null
      ? mark`${tongue.say("library.copy.kept")} (${size})`
      : mark`<a href="${addressOf(path, `files/${copy.file}`)}" download>${tongue.say("library.copy.get")}</a> (${size})`;
  return mark`${file}<br/><small>SHA-256</small> <code dir="ltr" class="hash">${copy.sha256}</code>`;
}

/** Nothing is loaded until somebody asks for it: a link, with what it weighs. */
function pictures(place: Place, item: TakenItem, path: string): Markup | null {
  if (item.pictures.length === 0) return null;
  const { tongue } = place;
  const rows = item.pictures.map((picture) => mark`<li>${pictureLink(place, picture, path)}</li>`);
  return mark`<h2>${tongue.say("library.pictures")}</h2>
<ul class="plain">${rows}</ul>
<p class="soft">${tongue.say("library.pictures.about")}</p>`;
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

function related(place: Place, item: TakenItem, path: string): Markup | null {
  const { site, tongue } = place;
  const cards = (site.related.get(item.slug) ?? [])
    .map((slug) => site.cards[site.placeOf.get(slug) ?? -1])
    .filter((card) => card !== undefined);
  if (cards.length === 0) return null;
  const rows = cards
    .slice(0, 100)
    .map(
      (card) =>
        mark`<li>${cardLink(tongue, path, card)} <small>${tongue.say(`library.kind.${card.kind}`)}</small></li>`,
    );
  return mark`<h2>${tongue.say("library.related")}</h2>
<ul class="plain">${rows}</ul>`;
}

function corrections(place: Place, item: TakenItem): Markup | null {
  if (item.corrections.length === 0) return null;
  const { tongue } = place;
  const rows = item.corrections.map(
    ({ when, text }) =>
      mark`<li><time datetime="${when}">${tongue.day(when)}</time> ${spoken(tongue, text)}</li>`,
  );
  return mark`<h2>${tongue.say("library.corrections")}</h2>
<ul class="plain">${rows}</ul>`;
}
