// An alignment as a person confirmed it: places alone, held against both drafts.
import { TextsError } from "../errors.ts";
import type { Alignment } from "./alignment.ts";
import { movedLinks } from "./moved.ts";

export interface ConfirmedLink {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

export interface Counts {
  readonly before: number;
  readonly after: number;
}

/** Throws `texts.bad-alignment` where a place is not in its draft, or stands in two links. */
export function confirmedAlignment(links: readonly ConfirmedLink[], counts: Counts): Alignment {
  const [before, after] = [
    placesOf(
      links.map((link) => link.before),
      counts.before,
    ),
    placesOf(
      links.map((link) => link.after),
      counts.after,
    ),
  ];
  const ascending = links
    .map((link) => ({
      before: link.before.toSorted((one, other) => one - other),
      after: link.after.toSorted((one, other) => one - other),
      score: 1,
    }))
    .sort((one, other) => (one.after[0] ?? 0) - (other.after[0] ?? 0));
  const rest = (taken: ReadonlySet<number>, count: number): readonly number[] =>
    Array.from({ length: count }, (_, at) => at).filter((at) => !taken.has(at));
  return {
    links: movedLinks(ascending),
    removed: rest(before, counts.before),
    added: rest(after, counts.after),
  };
}

function placesOf(lists: readonly (readonly number[])[], count: number): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const list of lists) {
    if (list.length === 0) throw badAlignment("a link has no paragraph on one side");
    for (const at of list) {
      if (!Number.isSafeInteger(at) || at < 0 || at >= count)
        throw badAlignment("there is no such paragraph");
      if (taken.has(at)) throw badAlignment("a paragraph stands in two links");
      taken.add(at);
    }
  }
  return taken;
}

function badAlignment(state: string): TextsError {
  return new TextsError("texts.bad-alignment", `Cannot take alignment: ${state}`);
}
