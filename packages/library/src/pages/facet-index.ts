// All codes of one facet with their counts: the States, the themes, the commitments, and so on; of everything, or of what
// stands under one State or one theme already.
import { mark, type Markup } from "../markup.ts";
import { addressOf, pagePath, type PagePlan } from "../page-plan.ts";
import { countAll, countCodes, shownFacets, type Counted, type Places } from "../site.ts";
import type { Facet } from "../taking/taken-item.ts";
import { baseOf, chips, narrowedBy, shownOfPair, withChoice, type Choice } from "./facet-links.ts";
import { framePage, pathIn, spoken, type Place } from "./frame.ts";
import { bytesOfText, inPages, roomOfPage } from "./in-pages.ts";
import { pager } from "./pager.ts";

const room = { entries: 250, bytes: roomOfPage + 4_000 };
/** Markup of a row around its name and code. */
const bytesOfRow = 90;

export function* facetIndexPages(place: Place): Generator<PagePlan> {
  for (const facet of shownFacets(place.site)) {
    const counted = countAll(place.site, facet);
    yield* indexPages(place, { choices: [], facet, counted });
  }
}

/** Of a list that can be narrowed by more than stands beside it. */
export function* narrowingPages(
  place: Place,
  list: { readonly choices: readonly Choice[]; readonly places: Places },
): Generator<PagePlan> {
  const facet = narrowedBy(list.choices);
  if (facet === null) return;
  const counted = countCodes(place.site, facet, list.places);
  if (counted.length > shownOfPair) yield* indexPages(place, { choices: list.choices, facet, counted });
}

interface Index {
  readonly choices: readonly Choice[];
  readonly facet: Facet;
  readonly counted: readonly Counted[];
}

interface Row extends Counted {
  readonly name: string;
}

function* indexPages(place: Place, index: Index): Generator<PagePlan> {
  const { tongue } = place;
  const { choices, facet } = index;
  const base = choices.length === 0 ? facet : `${baseOf(choices)}/${facet}`;
  const parts = inPages(
    sortedRows(place, index),
    ({ code, name }) => bytesOfRow + bytesOfText(name) + code.length,
    room,
  );
  for (const [at, rows] of parts.entries()) {
    const number = at + 1;
    yield {
      path: pathIn(tongue, pagePath(base, number)),
      from: [rows, number, parts.length],
      make: () => facetIndex(place, index, { rows, base, number, pages: parts.length }),
    };
  }
}

function sortedRows({ tongue }: Place, { facet, counted }: Index): readonly Row[] {
  const rows = counted.map((each) => ({ ...each, name: tongue.label(facet, each.code).text }));
  return rows.sort((one, other) =>
    facet === "year" ? (one.code < other.code ? 1 : -1) : tongue.compare(one.name, other.name),
  );
}

interface IndexPage {
  readonly rows: readonly Row[];
  readonly base: string;
  readonly number: number;
  readonly pages: number;
}

function facetIndex(place: Place, { choices, facet }: Index, page: IndexPage): string {
  const { tongue } = place;
  const rest = pagePath(page.base, page.number);
  const path = pathIn(tongue, rest);
  const heading = tongue.text(`library.many.${facet}`);
  const chosen = choices.map((each) => tongue.label(each.facet, each.code).text);
  const content = mark`<h1>${heading}</h1>${chips(place, path, choices)}${mapLink(place, path, page)}${table(place, path, { choices, facet, rows: page.rows })}${pager(tongue, page)}`;
  return framePage(place, {
    rest,
    // Names sort otherwise in another language: its first page is where to begin.
    restElsewhere: pagePath(page.base, 1),
    title: { text: [...chosen, heading].join(" · "), lang: tongue.locale },
    content,
    part: choices[0]?.facet ?? facet,
  });
}

function mapLink({ tongue }: Place, path: string, { base, number }: IndexPage): Markup | null {
  if (base !== "country" || number > 1) return null;
  return mark`<p><a href="${addressOf(path, pathIn(tongue, "map.html"))}">${tongue.say("library.map")}</a></p>`;
}

function table(
  { tongue }: Place,
  path: string,
  { choices, facet, rows }: Omit<Index, "counted"> & Pick<IndexPage, "rows">,
): Markup {
  if (rows.length === 0) return mark`<p>${tongue.say("library.empty")}</p>`;
  const lines = rows.map(({ code, count }) => {
    const address = addressOf(path, pathIn(tongue, `${baseOf(withChoice(choices, { facet, code }))}.html`));
    return mark`<tr><th scope="row"><a href="${address}">${spoken(tongue, tongue.label(facet, code))}</a></th>
<td>${tongue.number(count)}</td></tr>`;
  });
  return mark`<table class="counts"><caption class="hide">${tongue.say(`library.many.${facet}`)}</caption>
<thead><tr><th scope="col">${tongue.say(`library.one.${facet}`)}</th>
<th scope="col">${tongue.say("library.items")}</th></tr></thead>
<tbody>${lines}</tbody></table>`;
}
