// Which links left the order of the others: all that are not in a longest run of links that ascends on both sides.
import type { ParagraphLink } from "./alignment.ts";

type Placed = Omit<ParagraphLink, "moved">;

/** `links` ascend by their first place in the newer text. */
export function movedLinks(links: readonly Placed[]): readonly ParagraphLink[] {
  const kept = longestAscending(links.map(({ before }) => before[0] ?? 0));
  return links.map((link, at) => ({ ...link, moved: !kept.has(at) }));
}

/** Places of a longest ascending run (Schensted 1961, by patience sorting). */
function longestAscending(values: readonly number[]): ReadonlySet<number> {
  const tops: number[] = [];
  const behind: (number | undefined)[] = [];
  for (const [at, value] of values.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tops[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    behind[at] = low === 0 ? undefined : tops[low - 1];
    tops[low] = at;
  }
  const kept = new Set<number>();
  for (let at = tops.at(-1); at !== undefined; at = behind[at]) kept.add(at);
  return kept;
}
