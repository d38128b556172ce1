// Every page but those of the items: which there are, in their order.
import type { Gathered } from "./gather.ts";
import type { PagePlan } from "./page-plan.ts";
import { facetIndexPages, narrowingPages } from "./pages/facet-index.ts";
import { correctionPages } from "./pages/correction-pages.ts";
import type { Place } from "./pages/frame.ts";
import { listPages } from "./pages/list-pages.ts";
import { resolutionPages } from "./pages/resolution-page.ts";
import { timelinePages } from "./pages/timeline-page.ts";
import { wordPages } from "./pages/word-pages.ts";
import { searchPages } from "./search/search-pages.ts";
import { searchScript } from "./search/search-script.ts";
import { tablePages } from "./tables/table-pages.ts";
import { mapPages } from "./pages/map-page.ts";
import { startPages } from "./pages/start-page.ts";
import { countCodes, shownFacets, type Site } from "./site.ts";
import { sitemaps } from "./sitemap.ts";
import { baseStyle, partsStyle } from "./style.ts";
import { facets, type Facet } from "./taking/taken-item.ts";

/** Files that all languages share. */
export function* sharedPlans(site: Site, gathered: Gathered): Generator<PagePlan> {
  yield { path: "style.css", from: baseStyle, make: () => baseStyle };
  yield { path: "parts.css", from: partsStyle, make: () => partsStyle };
  yield { path: "search.js", from: searchScript, make: () => searchScript };
  yield* gathered.pieces.plans();
  yield* sitemaps(site, restsOf(site));
}

/** Pages that a search engine need know of: lists are found through them. */
function restsOf(site: Site): readonly string[] {
  const codes = facets.flatMap((facet) =>
    [...(site.under.get(facet)?.keys() ?? [])].sort().map((code) => `${facet}/${code}.html`),
  );
  const items = site.cards.filter(({ isWithdrawn }) => !isWithdrawn).map(({ slug }) => `items/${slug}.html`);
  return [
    "index.html",
    "all.html",
    "resolution.html",
    "map.html",
    "corrections.html",
    ...shownFacets(site).map((facet) => `${facet}.html`),
    ...codes,
    ...items,
  ];
}

export function* sitePlans(place: Place, gathered: Gathered): Generator<PagePlan> {
  const { site, tongue } = place;
  yield* startPages(place, tongue === site.tongues[0]);
  yield* listPages(place, { choices: [], places: [...site.cards.keys()], part: "all", hasFeed: true });
  yield* facetIndexPages(place);
  yield* mapPages(place);
  for (const facet of facets) yield* facetPlans(place, facet);
  yield* pairPlans(place);
  yield* resolutionPages(place);
  yield* timelinePages(place);
  yield* tablePages(place);
  yield* wordPages(place);
  yield* correctionPages(place);
  yield* searchPages(place, gathered.cards, gathered.pieces.count);
}

function* facetPlans(place: Place, facet: Facet): Generator<PagePlan> {
  for (const [code, places] of place.site.under.get(facet) ?? []) {
    const choices = [{ facet, code }];
    yield* listPages(place, { choices, places, part: facet, hasFeed: true });
    yield* narrowingPages(place, { choices, places });
  }
}

/** A State and a theme together, where something is there. */
function* pairPlans(place: Place): Generator<PagePlan> {
  const { site } = place;
  for (const [country, places] of site.under.get("country") ?? []) {
    for (const { code } of countCodes(site, "theme", places)) {
      const both = places.filter((at) => site.cards[at]?.facets.theme?.includes(code));
      const choices = [
        { facet: "country", code: country },
        { facet: "theme", code },
      ] as const;
      yield* listPages(place, { choices, places: both, part: "country", hasFeed: false });
    }
  }
}
