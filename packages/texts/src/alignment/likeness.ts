// How like two paragraphs are: the pairs of neighbouring words that they share, each weighted by how rare it is in both
// drafts, so that "calls upon all States" says little and "commercial spyware" much.
import { foldForSearch } from "@tocsin/language";

export interface Likeness {
  /** 0 to 1: twice the weight of what both have, by the weight of both. */
  score(before: number, after: number): number;
  /** Weight of a paragraph of either side; 0 where it has no word. */
  readonly weightBefore: Float64Array;
  readonly weightAfter: Float64Array;
  /** Pairs of words of each paragraph, as ascending numbers. */
  readonly pairsBefore: readonly Int32Array[];
  readonly pairsAfter: readonly Int32Array[];
  readonly weightOfPair: Float64Array;
  /** Places on the other side that share most of the pairs of words which are not too frequent to tell; the best first. */
  placesBefore(after: number): readonly number[];
  placesAfter(before: number): readonly number[];
}

/** What stands in more paragraphs than these tells none of them from the others; in very long texts, the cost decides. */
const mostPlaces = 200;
const mostPlacesInLong = 24;
const long = 2000;

export function createLikeness(
  before: readonly string[],
  after: readonly string[],
  language: string,
): Likeness {
  const numbers = new Map<string, number>();
  const [pairsBefore, pairsAfter] = [before, after].map((texts) =>
    texts.map((text) => pairsOf(foldForSearch(text, language), numbers)),
  ) as [Int32Array[], Int32Array[]];
  const places = new Int32Array(numbers.size);
  for (const pairs of [...pairsBefore, ...pairsAfter])
    for (const pair of pairs) places[pair] = (places[pair] ?? 0) + 1;
  const paragraphs = before.length + after.length;
  const weightOfPair = Float64Array.from(places, (count) => Math.log(1 + paragraphs / count));
  const weightOf = (pairs: Int32Array): number =>
    pairs.reduce((sum, pair) => sum + (weightOfPair[pair] ?? 0), 0);
  const [weightBefore, weightAfter] = [pairsBefore, pairsAfter].map((side) =>
    Float64Array.from(side, weightOf),
  ) as [Float64Array, Float64Array];
  const most = paragraphs > long ? mostPlacesInLong : mostPlaces;
  const [holdersBefore, holdersAfter] = [pairsBefore, pairsAfter].map((side) =>
    holdersOf(side, places, most),
  ) as [Holders, Holders];
  const dice = (shared: number, one: number, other: number): number => {
    const whole = (weightBefore[one] ?? 0) + (weightAfter[other] ?? 0);
    return whole === 0 ? 0 : (2 * shared) / whole;
  };
  return {
    weightBefore,
    weightAfter,
    pairsBefore,
    pairsAfter,
    weightOfPair,
    score: (one, other) => {
      const shared = sharedWeight(pairsBefore[one], pairsAfter[other], weightOfPair);
      return dice(shared, one, other);
    },
    placesBefore: createFinder(holdersBefore, weightOfPair, { mine: pairsAfter, places: before.length }),
    placesAfter: createFinder(holdersAfter, weightOfPair, { mine: pairsBefore, places: after.length }),
  };
}

type Holders = ReadonlyMap<number, readonly number[]>;

/** Further ones share a phrase that many share. */
const mostCandidates = 16;

interface Sides {
  readonly mine: readonly Int32Array[];
  /** How many there are on the other side. */
  readonly places: number;
}

function createFinder(
  holders: Holders,
  weights: Float64Array,
  { mine, places }: Sides,
): (at: number) => readonly number[] {
  const shared = new Float64Array(places);
  return (at) => {
    const met: number[] = [];
    for (const pair of mine[at] ?? [])
      for (const place of holders.get(pair) ?? []) {
        const known = shared[place] ?? 0;
        if (known === 0) met.push(place);
        shared[place] = known + (weights[pair] ?? 0);
      }
    const best = met.map((place) => ({ place, weight: shared[place] ?? 0 }));
    for (const place of met) shared[place] = 0;
    return best
      .sort((one, other) => other.weight - one.weight || one.place - other.place)
      .slice(0, mostCandidates)
      .map(({ place }) => place);
  };
}

/** One word alone is its own pair: a heading must be findable. */
function pairsOf(words: readonly string[], numbers: Map<string, number>): Int32Array {
  const found = new Set<number>();
  const add = (pair: string): void => {
    const known = numbers.get(pair) ?? numbers.size;
    numbers.set(pair, known);
    found.add(known);
  };
  if (words.length === 1) add(words[0] ?? "");
  for (let at = 1; at < words.length; at += 1) add(`${words[at - 1] ?? ""} ${words[at] ?? ""}`);
  return Int32Array.from(found).sort();
}

function holdersOf(side: readonly Int32Array[], places: Int32Array, most: number): Holders {
  const holders = new Map<number, number[]>();
  for (const [at, pairs] of side.entries())
    for (const pair of pairs) {
      if ((places[pair] ?? 0) > most) continue;
      const known = holders.get(pair);
      if (known) known.push(at);
      else holders.set(pair, [at]);
    }
  return holders;
}

export function sharedWeight(
  one: Int32Array = new Int32Array(),
  other: Int32Array = new Int32Array(),
  weights: Float64Array,
): number {
  let [x, y, sum] = [0, 0, 0];
  while (x < one.length && y < other.length) {
    const [a, b] = [one[x] ?? 0, other[y] ?? 0];
    if (a === b) {
      sum += weights[a] ?? 0;
      x += 1;
      y += 1;
    } else if (a < b) x += 1;
    else y += 1;
  }
  return sum;
}
