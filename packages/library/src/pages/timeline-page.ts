// The timeline: how many items there are of each year, as bars and as a table; each year leads to its list, in order of time.
import { yearBars, yearPicture } from "../drawn/year-bars.ts";
import { mark } from "../markup.ts";
import type { PagePlan } from "../page-plan.ts";
import { countForms, formPlans, sourceOf } from "../counted/count-files.ts";
import { countsOfYears, type Counts } from "../counted/counts.ts";
import { cardList, faceOf } from "./card-list.ts";
import { facetLink } from "./facet-links.ts";
import { formLinks, type NamedForm } from "./form-links.ts";
import { framePage, pathIn, type Place } from "./frame.ts";

const rest = "timeline.html";
const newest = 15;
const mostYears = 60;
/** Beside the bars; the page of all years has the rest. */
const yearsInTable = 40;

export function* timelinePages(place: Place): Generator<PagePlan> {
  const { site, tongue } = place;
  const dated = site.cards
    .filter((card) => card.at !== null && faceOf(tongue, card).title !== "")
    .slice(0, newest);
  const counts = countsOfYears(site, tongue);
  const picture = (): string => `${yearPicture(tongue, counts, sourceOf(place)).html}\n`;
  const forms = countForms(place, counts, picture);
  yield {
    path: pathIn(tongue, rest),
    from: [counts, dated.map(({ digest }) => digest)],
    make: () => timelinePage(place, dated, { counts, forms }),
  };
  yield* formPlans(place, counts, forms);
}

interface Told {
  readonly counts: Counts;
  readonly forms: readonly NamedForm[];
}

function timelinePage(place: Place, dated: Place["site"]["cards"], { counts, forms }: Told): string {
  const { tongue } = place;
  const path = pathIn(tongue, rest);
  const years = counts.rows;
  const rows = years
    .toReversed()
    .slice(0, yearsInTable)
    .map(
      ({ code, count }) =>
        mark`<tr><th scope="row">${facetLink(place, path, { facet: "year", code })}</th><td>${tongue.number(count)}</td></tr>`,
    );
  const content = mark`<h1>${counts.title}</h1><p>${counts.about}</p>${formLinks(tongue, { rest, base: counts.base, forms })}
<figure>${yearBars(tongue, years.slice(-mostYears))}</figure>
<div class="cols"><section aria-labelledby="newest"><h2 id="newest">${tongue.say("library.newest")}</h2>${cardList(tongue, path, dated)}</section>
<aside aria-label="${tongue.text("library.many.year")}"><table class="counts"><thead><tr><th scope="col">${tongue.say("library.one.year")}</th><th scope="col">${tongue.say("library.items")}</th></tr></thead><tbody>${rows}</tbody></table>${years.length > yearsInTable ? mark`<p><a href="year.html">${tongue.say("library.every.year")}</a></p>` : null}</aside></div>`;
  return framePage(place, {
    rest,
    title: { text: tongue.text("library.part.timeline"), lang: tongue.locale },
    content,
    part: "timeline",
  });
}
