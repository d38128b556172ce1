// What two releases tell together. A table that gives nothing away by itself can do so beside an earlier one: by a number
// that moved a little, by a part that is nearly the whole, by a cell that one hides and the other shows or lets work out.
import { claimsOf, wider, type Claim, type ReleasedCounts } from "./claims.ts";
import { determinedIn } from "./linear.ts";

/**
 * `moved`: the same number, a little larger or smaller than it was. `remainder`: what one number has that the other lacks
 * is small. `shown`: one hides what the other shows. `worked-out`: hidden in all, and known from all together.
 * `too-large`: the sums were not solved together, the tables being too large for that.
 */
export type NoticeKind = "moved" | "remainder" | "shown" | "worked-out" | "too-large";

export interface Notice {
  readonly kind: NoticeKind;
  /** Name of the earlier release. */
  readonly release: string;
  /** What is counted there, in codes. */
  readonly cell: string;
  /** The small number itself, where it is a difference. */
  readonly count?: number;
}

export interface EarlierCounts {
  readonly release: string;
  readonly counts: ReleasedCounts;
}

/** Takes numbers for unchanged where it cannot know: rather a warning too many. */
export function noticeDifferences(
  fresh: ReleasedCounts,
  earlier: readonly EarlierCounts[],
): readonly Notice[] {
  const claims = claimsOf(fresh);
  return earlier.flatMap(({ release, counts }) => {
    const known = claimsOf(counts);
    const threshold = Math.max(fresh.threshold, counts.threshold);
    return [
      ...noticeSame(claims, known, threshold),
      ...noticeParts(claims, known, threshold),
      ...noticeParts(known, claims, threshold),
      ...noticeWorkedOut(fresh, counts),
    ].map((notice) => ({ release, ...notice }));
  });
}

type Found = Omit<Notice, "release">;
type Claims = ReadonlyMap<string, Claim>;

function noticeSame(claims: Claims, known: Claims, threshold: number): readonly Found[] {
  return [...claims].flatMap(([cell, { value }]): readonly Found[] => {
    const before = known.get(cell);
    if (before === undefined) return [];
    if (value !== null && before.value !== null) {
      const count = Math.abs(value - before.value);
      return isSmall(count, threshold) ? [{ kind: "moved", cell, count }] : [];
    }
    return value === before.value ? [] : [{ kind: "shown", cell }];
  });
}

/** Each number beside every wider one of the other release. */
function noticeParts(parts: Claims, wholes: Claims, threshold: number): readonly Found[] {
  return [...parts.values()].flatMap((part) =>
    wider(part).flatMap((cell): readonly Found[] => {
      const whole = wholes.get(cell)?.value ?? null;
      if (whole === null || part.value === null) return [];
      const count = whole - part.value;
      return isSmall(count, threshold) ? [{ kind: "remainder", cell: `${cell} − ${part.key}`, count }] : [];
    }),
  );
}

/** More than this takes longer to solve than anybody waits. */
const mostUnknown = 500;

function noticeWorkedOut(fresh: ReleasedCounts, earlier: ReleasedCounts): readonly Found[] {
  const [own, other] = [claimsOf(fresh), claimsOf(earlier)];
  const shown = new Set([...own, ...other].flatMap(([cell, { value }]) => (value === null ? [] : [cell])));
  const isShared = [...own.keys()].some((cell) => other.has(cell));
  const unknown = new Set([...own, ...other].flatMap(([cell]) => (shown.has(cell) ? [] : [cell])));
  if (!isShared || unknown.size === 0) return [];
  if (unknown.size > mostUnknown) return [{ kind: "too-large", cell: "" }];
  const sums = [fresh, earlier].flatMap((counts) => sumsOf(claimsOf(counts)));
  const solvable = sums.map((sum) => sum.filter(([cell]) => unknown.has(cell)));
  return determinedIn(solvable).map((cell): Found => ({ kind: "worked-out", cell }));
}

/** Sums of a table as the cells that come to nothing: the parts, and the whole taken off. */
function sumsOf(claims: Claims): readonly (readonly (readonly [cell: string, factor: number])[])[] {
  const parts = new Map<string, [string, number][]>();
  for (const { key, sums } of claims.values())
    for (const whole of sums) {
      const list = parts.get(whole.name) ?? [[whole.key, -1]];
      list.push([key, 1]);
      parts.set(whole.name, list);
    }
  return [...parts.values()];
}

function isSmall(count: number, threshold: number): boolean {
  return count > 0 && count < threshold;
}
