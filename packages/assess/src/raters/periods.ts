// Assessments of one thing by one instrument whose periods overlap: which of them holds is for a person to say.
import { isEdtf, parseEdtf } from "@tocsin/core";

export interface RatedPeriod {
  readonly id: string;
  /** Whatever must be the same for two to stand against each other: subject and instrument. */
  readonly of: string;
  /** EDTF; null where nobody said. What is none, as another program may have written it, is passed over. */
  readonly period: string | null;
  /** Id of the assessment that this one stands in the place of. */
  readonly supersedes: string | null;
}

export interface Overlap {
  readonly first: string;
  readonly second: string;
}

/** Pairs that overlap, the one that begins earlier first. One that stands in the place of the other is no overlap. */
export function overlapsOf(rated: readonly RatedPeriod[]): readonly Overlap[] {
  const groups = new Map<string, Span[]>();
  const superseded = new Set(rated.flatMap(({ supersedes }) => supersedes ?? []));
  for (const { id, of, period } of rated) {
    if (period === null || !isEdtf(period) || superseded.has(id)) continue;
    const { earliest, latest } = parseEdtf(period);
    const span = { id, from: earliest ?? Number.NEGATIVE_INFINITY, to: latest ?? Number.POSITIVE_INFINITY };
    groups.set(of, [...(groups.get(of) ?? []), span]);
  }
  return [...groups.values()].flatMap(overlapsIn);
}

interface Span {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

function overlapsIn(spans: readonly Span[]): readonly Overlap[] {
  const sorted = spans.toSorted((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
  return sorted.flatMap((first, at) =>
    sorted
      .slice(at + 1)
      .filter((second) => second.from <= first.to)
      .map((second) => ({ first: first.id, second: second.id })),
  );
}
