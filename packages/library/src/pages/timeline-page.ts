// The timeline: how many items there are of each year, as bars and as a table; each year leads to its list, in order of time.
import { yearBars } from "../drawn/year-bars.ts";
import { mark } from "../markup.ts";
import type { PagePlan } from "../page-plan.ts";
import { countAll } from "../site.ts";
import { cardList, faceOf } from "./card-list.ts";
import { facetLink } from "./facet-links.ts";
import { framePage, pathIn, type Place } from "./frame.ts";

const rest = "timeline.html";
const newest = 15;
const mostYears = 60;

export function* timelinePages(place: Place): Generator<PagePlan> {
  const { site, tongue } = place;
  const dated = site.cards
    .filter((card) => card.at !== null && faceOf(tongue, card).title !== "")
    .slice(0, newest);
  yield {
    path: pathIn(tongue, rest),
    from: [countAll(site, "year"), dated.map(({ digest }) => digest)],
    make: () => timelinePage(place, dated),
  };
}

function timelinePage(place: Place, dated: Place["site"]["cards"]): string {
  const { site, tongue } = place;
  const path = pathIn(tongue, rest);
  const years = countAll(site, "year").toSorted((one, other) => (one.code < other.code ? -1 : 1));
  const rows = years
    .toReversed()
    .map(
      ({ code, count }) =>
        mark`<tr><th scope="row">${facetLink(place, path, { facet: "year", code })}</th><td>${tongue.number(count)}</td></tr>`,
    );
  const content = mark`<h1>${tongue.say("library.part.timeline")}</h1><p>${tongue.say("library.timeline.about")}</p>
<figure>${yearBars(tongue, years.slice(-mostYears))}</figure>
<div class="cols"><section aria-labelledby="newest"><h2 id="newest">${tongue.say("library.newest")}</h2>${cardList(tongue, path, dated)}</section>
<aside aria-label="${tongue.text("library.many.year")}"><table class="counts"><thead><tr><th scope="col">${tongue.say("library.one.year")}</th><th scope="col">${tongue.say("library.items")}</th></tr></thead><tbody>${rows}</tbody></table></aside></div>`;
  return framePage(place, {
    rest,
    title: { text: tongue.text("library.part.timeline"), lang: tongue.locale },
    content,
    part: "timeline",
  });
}
