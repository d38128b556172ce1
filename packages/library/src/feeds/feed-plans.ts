// Which feeds there are: of everything, from page to page (RFC 5005, section 3), and of each code of a facet. Each as Atom
// (RFC 4287) and as JSON Feed 1.1, with the whole texts, which are read only once it is known which of them a feed needs.
import type { Card } from "../card.ts";
import { pathIn, type Place } from "../pages/frame.ts";
import { countAll, type Places } from "../site.ts";
import { facets, type Facet, type TakenItem } from "../taking/taken-item.ts";
import { atomFeed } from "./atom.ts";
import { jsonFeed } from "./json-feed.ts";
import { feedRest, type FeedItem, type FeedPage } from "./feed-page.ts";

const itemsOfFeed = 10;
/** Of everything; beyond that stand the lists. */
const pagesOfFeed = 20;

export interface FeedPlan {
  readonly path: string;
  readonly from: unknown;
  readonly cards: readonly Card[];
  readonly make: (items: ReadonlyMap<string, FeedItem>) => string;
}

export type FeedItems = ReadonlyMap<string, FeedItem>;

export function* feedPlans(place: Place): Generator<FeedPlan> {
  const { site } = place;
  yield* plansOf(place, { facet: null, code: "", places: [...site.cards.keys()] });
  for (const facet of facets)
    for (const { code } of countAll(site, facet))
      yield* plansOf(place, { facet, code, places: site.under.get(facet)?.get(code) ?? [] });
}

interface Fed {
  readonly facet: Facet | null;
  readonly code: string;
  readonly places: Places;
}

function* plansOf(place: Place, { facet, code, places }: Fed): Generator<FeedPlan> {
  const { site, tongue } = place;
  const cards = places.flatMap((at) => site.cards[at] ?? []).filter(({ isWithdrawn }) => !isWithdrawn);
  const base = facet === null ? "all" : `${facet}/${code}`;
  const label = facet === null ? null : tongue.label(facet, code).text;
  const most = facet === null ? pagesOfFeed : 1;
  const pages = Math.max(1, Math.min(most, Math.ceil(cards.length / itemsOfFeed)));
  for (let number = 1; number <= pages; number += 1) {
    const shown = cards.slice((number - 1) * itemsOfFeed, number * itemsOfFeed);
    const page: FeedPage = {
      base,
      label,
      number,
      pages,
      total: cards.length,
      start: (number - 1) * itemsOfFeed,
      cards: shown,
    };
    const from = [base, number, pages, cards.length, shown.map(({ digest }) => digest)];
    for (const [ending, make] of [
      ["xml", atomFeed],
      ["json", jsonFeed],
    ] as const)
      yield {
        path: pathIn(tongue, feedRest(base, number, ending)),
        from,
        cards: shown,
        make: (items) =>
          make(
            place,
            page,
            shown.flatMap(({ slug }) => items.get(slug) ?? []),
          ),
      };
  }
}

/** Characters of texts that are held at a time. */
const roomOfBatch = 32_000_000;

/** Feeds one after the other, so many at a time that the texts of all of them have room in memory. */
export function feedBatches(
  plans: Iterable<FeedPlan>,
  room: number = roomOfBatch,
): readonly (readonly FeedPlan[])[] {
  const batches: FeedPlan[][] = [];
  let held = new Set<string>();
  let size = 0;
  for (const plan of plans) {
    const fresh = plan.cards.filter(({ slug }) => !held.has(slug));
    const own = fresh.reduce((sum, { textLength }) => sum + textLength, 0);
    const batch = batches.at(-1);
    if (batch !== undefined && size + own <= room) {
      batch.push(plan);
      size += own;
      for (const { slug } of fresh) held.add(slug);
      continue;
    }
    batches.push([plan]);
    held = new Set(plan.cards.map(({ slug }) => slug));
    size = plan.cards.reduce((sum, { textLength }) => sum + textLength, 0);
  }
  return batches;
}

export interface FeedTexts {
  wants(item: TakenItem): boolean;
  add(item: TakenItem): void;
  readonly items: FeedItems;
}

/** Keeps of the items that go by what these feeds need. */
export function feedTexts(plans: readonly FeedPlan[]): FeedTexts {
  const wanted = new Map(plans.flatMap(({ cards }) => cards.map((card) => [card.slug, card] as const)));
  const items = new Map<string, FeedItem>();
  return {
    items,
    wants: ({ slug }) => wanted.has(slug),
    add: (item) => {
      const card = wanted.get(item.slug);
      if (card !== undefined) items.set(item.slug, { card, editions: item.editions });
    },
  };
}
