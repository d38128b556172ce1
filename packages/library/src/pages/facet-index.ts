// All codes of one facet with their counts: the States, the themes, the commitments, and so on.
import { mark, type Markup } from "../markup.ts";
import type { PagePlan } from "../page-plan.ts";
import { countAll } from "../site.ts";
import { facets, type Facet } from "../taking/taken-item.ts";
import { facetLink } from "./facet-links.ts";
import { framePage, pathIn, type Place } from "./frame.ts";

export interface FacetIntro {
  readonly from: unknown;
  readonly make: (place: Place, path: string) => Markup | null;
}

export function* facetIndexPages(
  place: Place,
  introOf: (facet: Facet) => FacetIntro | null,
): Generator<PagePlan> {
  const { site, tongue } = place;
  for (const facet of facets) {
    const rest = `${facet}.html`;
    const intro = introOf(facet);
    yield {
      path: pathIn(tongue, rest),
      from: [countAll(site, facet), intro?.from ?? null],
      make: () => facetIndex(place, facet, intro),
    };
  }
}

function facetIndex(place: Place, facet: Facet, intro: FacetIntro | null): string {
  const { site, tongue } = place;
  const path = pathIn(tongue, `${facet}.html`);
  const named = countAll(site, facet).map((each) => ({ ...each, name: tongue.label(facet, each.code).text }));
  named.sort((one, other) =>
    facet === "year" ? (one.code < other.code ? 1 : -1) : tongue.compare(one.name, other.name),
  );
  const rows = named.map(
    ({ code, count }) =>
      mark`<tr><th scope="row">${facetLink(place, path, { facet, code })}</th>
<td>${tongue.number(count)}</td></tr>`,
  );
  const list =
    rows.length === 0
      ? mark`<p>${tongue.say("library.empty")}</p>`
      : mark`<table class="counts"><caption class="hide">${tongue.say(`library.many.${facet}`)}</caption>
<thead><tr><th scope="col">${tongue.say(`library.one.${facet}`)}</th>
<th scope="col">${tongue.say("library.items")}</th></tr></thead>
<tbody>${rows}</tbody></table>`;
  const content = mark`<h1>${tongue.say(`library.many.${facet}`)}</h1>${intro?.make(place, path) ?? null}${list}`;
  return framePage(place, {
    rest: `${facet}.html`,
    title: { text: tongue.text(`library.many.${facet}`), lang: tongue.locale },
    content,
    part: facet,
  });
}
