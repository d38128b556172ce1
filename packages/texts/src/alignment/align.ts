// Which paragraph of a newer draft is which of an older one: a proposal, by likeness, greedily from the best; then what was
// parted in two or put together. A person confirms it.
import type { AlignedText, Alignment, ParagraphLink } from "./alignment.ts";
import { createLikeness, sharedWeight, type Likeness } from "./likeness.ts";
import { movedLinks } from "./moved.ts";

/** Below it two paragraphs have nothing to do with each other (measured: .2 to .4 make no difference). */
const leastScore = 0.3;
/** Part of a paragraph that must stand in the parted one beyond what its other half covers. */
const leastPart = 0.45;
const leastPartApart = 0.75;

export function alignTexts(
  before: readonly AlignedText[],
  after: readonly AlignedText[],
  language: string,
): Alignment {
  const pairing = createPairing(before.length, after.length);
  pairEquals(before, after, pairing);
  const likeness = createLikeness(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
    language,
  );
  pairGreedily(before, after, { pairing, likeness });
  const parts = { pairing, likeness };
  addParts(parts);
  addWholes(parts);
  return alignmentOf(pairing, likeness);
}

interface Pairing {
  /** By place in the newer text, places in the older one; and the other way. */
  readonly toBefore: number[][];
  readonly toAfter: number[][];
}

interface Parts {
  readonly pairing: Pairing;
  readonly likeness: Likeness;
}

function createPairing(before: number, after: number): Pairing {
  return {
    toBefore: Array.from({ length: after }, () => []),
    toAfter: Array.from({ length: before }, () => []),
  };
}

function pair({ toBefore, toAfter }: Pairing, one: number, other: number): void {
  toBefore[other]?.push(one);
  toAfter[one]?.push(other);
}

/** What is the same to the letter is the same paragraph; repeated ones in their order. */
function pairEquals(before: readonly AlignedText[], after: readonly AlignedText[], pairing: Pairing): void {
  const waiting = new Map<string, number[]>();
  for (const [at, { text }] of before.entries()) {
    const known = waiting.get(text);
    if (known) known.push(at);
    else waiting.set(text, [at]);
  }
  const next = new Map<string, number>();
  for (const [at, { text }] of after.entries()) {
    const nth = next.get(text) ?? 0;
    const one = waiting.get(text)?.[nth];
    if (one === undefined) continue;
    next.set(text, nth + 1);
    pair(pairing, one, at);
  }
}

/** Between equals the label decides, then the place. */
const forLabel = 0.02;
const forPlace = 0.02;

function pairGreedily(
  before: readonly AlignedText[],
  after: readonly AlignedText[],
  { pairing, likeness }: Parts,
): void {
  const pairs: { one: number; other: number; rank: number }[] = [];
  for (const [other, { label }] of after.entries()) {
    if (isPaired(pairing.toBefore, other)) continue;
    for (const one of likeness.placesBefore(other)) {
      if (isPaired(pairing.toAfter, one)) continue;
      const score = likeness.score(one, other);
      if (score < leastScore) continue;
      const apart = Math.abs(one / before.length - other / after.length);
      const sameLabel = label !== null && label === before[one]?.label;
      pairs.push({ one, other, rank: score + (sameLabel ? forLabel : 0) + forPlace * (1 - apart) });
    }
  }
  pairs.sort((x, y) => y.rank - x.rank || x.other - y.other || x.one - y.one);
  for (const { one, other } of pairs)
    if (!isPaired(pairing.toBefore, other) && !isPaired(pairing.toAfter, one)) pair(pairing, one, other);
}

function isPaired(side: readonly (readonly number[])[], at: number): boolean {
  return (side[at]?.length ?? 0) > 0;
}

/** Unpaired paragraphs of the newer text that are a part of an older one. */
function addParts({ pairing, likeness }: Parts): void {
  const { pairsBefore, pairsAfter, weightAfter, weightOfPair } = likeness;
  for (const [other, pairs] of pairsAfter.entries()) {
    if (isPaired(pairing.toBefore, other)) continue;
    const best = bestWhole(likeness.placesBefore(other), (one) => {
      const others = pairing.toAfter[one] ?? [];
      if (others.some((each) => (pairing.toBefore[each]?.length ?? 0) > 1)) return null;
      const rest = withoutPairs(
        pairsBefore[one],
        others.map((each) => pairsAfter[each]),
      );
      const share = sharedWeight(rest, pairs, weightOfPair) / (weightAfter[other] ?? 1);
      return { share, isNear: others.some((each) => Math.abs(each - other) === 1) };
    });
    if (best !== null) pair(pairing, best, other);
  }
}

/** Unpaired paragraphs of the older text that went into a newer one. */
function addWholes({ pairing, likeness }: Parts): void {
  const { pairsBefore, pairsAfter, weightBefore, weightOfPair } = likeness;
  for (const one of pairsBefore.keys()) {
    if (isPaired(pairing.toAfter, one)) continue;
    const best = bestWhole(likeness.placesAfter(one), (other) => {
      const others = pairing.toBefore[other] ?? [];
      if (others.some((each) => (pairing.toAfter[each]?.length ?? 0) > 1)) return null;
      const rest = withoutPairs(
        pairsAfter[other],
        others.map((each) => pairsBefore[each]),
      );
      const share = sharedWeight(pairsBefore[one], rest, weightOfPair) / (weightBefore[one] ?? 1);
      return { share, isNear: others.some((each) => Math.abs(each - one) === 1) };
    });
    if (best !== null) pair(pairing, one, best);
  }
}

function bestWhole(
  places: readonly number[],
  look: (place: number) => { readonly share: number; readonly isNear: boolean } | null,
): number | null {
  let best: { readonly place: number; readonly share: number } | null = null;
  for (const place of places) {
    const seen = look(place);
    if (seen === null || seen.share < (seen.isNear ? leastPart : leastPartApart)) continue;
    if (best === null || seen.share > best.share) best = { place, share: seen.share };
  }
  return best?.place ?? null;
}

/** What the other parts cover cannot be covered again. */
function withoutPairs(
  pairs: Int32Array = new Int32Array(),
  covered: readonly (Int32Array | undefined)[],
): Int32Array {
  const taken = new Set(covered.flatMap((each) => [...(each ?? [])]));
  return pairs.filter((each) => !taken.has(each));
}

function alignmentOf({ toBefore, toAfter }: Pairing, likeness: Likeness): Alignment {
  const links: Omit<ParagraphLink, "moved">[] = [];
  for (const [other, ones] of toBefore.entries()) {
    const [first] = ones;
    if (first === undefined) continue;
    const others = ones.length > 1 ? [other] : (toAfter[first] ?? []);
    // A parted paragraph is one link, at the first of its parts.
    if (Math.min(...others) !== other) continue;
    const scores = ones.flatMap((one) => others.map((each) => likeness.score(one, each)));
    const ascending = (list: readonly number[]): readonly number[] => list.toSorted((x, y) => x - y);
    const isEqual = ones.length === 1 && others.length === 1 && (likeness.weightBefore[first] ?? 0) === 0;
    links.push({
      before: ascending(ones),
      after: ascending(others),
      score: isEqual ? 1 : Math.min(...scores),
    });
  }
  const unpaired = (side: readonly (readonly number[])[]): readonly number[] =>
    [...side.keys()].filter((at) => !isPaired(side, at));
  return { links: movedLinks(links), removed: unpaired(toAfter), added: unpaired(toBefore) };
}
