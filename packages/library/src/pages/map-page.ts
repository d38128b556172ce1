// The map of States by how many items are about each, on a page of its own: with the table of States it would be too heavy.
import { mapPicture, tileMap } from "../drawn/tile-map.ts";
import { mark } from "../markup.ts";
import type { PagePlan } from "../page-plan.ts";
import { countForms, formPlans, sourceOf } from "../counted/count-files.ts";
import { countsOfStates, type Counts } from "../counted/counts.ts";
import { formLinks, type NamedForm } from "./form-links.ts";
import { framePage, pathIn, type Place } from "./frame.ts";

const rest = "map.html";

export function* mapPages(place: Place): Generator<PagePlan> {
  const { tongue } = place;
  const counts = countsOfStates(place.site, tongue);
  const picture = (): string => `${mapPicture(tongue, counts, sourceOf(place)).html}\n`;
  const forms = countForms(place, counts, picture);
  yield { path: pathIn(tongue, rest), from: counts, make: () => mapPage(place, counts, forms) };
  yield* formPlans(place, counts, forms);
}

function mapPage(place: Place, counts: Counts, forms: readonly NamedForm[]): string {
  const { tongue } = place;
  const path = pathIn(tongue, rest);
  return framePage(place, {
    rest,
    title: { text: tongue.text("library.map"), lang: tongue.locale },
    content: mark`<h1>${counts.title}</h1>${formLinks(tongue, { rest, base: counts.base, forms })}${tileMap(place, path, counts)}<p><a href="country.html">${tongue.say("library.every.country")}</a></p>`,
    part: "country",
  });
}
