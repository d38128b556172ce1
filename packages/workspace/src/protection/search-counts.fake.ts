// What somebody learns from the counts who holds one table, or all of them.
import { usualThreshold } from "@tocsin/cases";
import type { SafeTotals } from "../safe-totals.ts";
import type { Piece } from "./everything.fake.ts";
import { chosen, outside } from "./search.fake.ts";
import { peopleInStory } from "./story.fake.ts";

interface Counted {
  readonly where: string;
  /** What is counted, in codes. */
  readonly cell: string;
  readonly count: number;
}

export function smallNumbersIn(pieces: readonly Piece[]): readonly string[] {
  return countedIn(pieces)
    .filter(({ count }) => isSmall(count))
    .map(({ where, cell, count }) => `${count} of ${cell}: ${where}`);
}

/** How many are children, told although there are few, or with a total that lacks them. */
export function fewChildrenIn(pieces: readonly Piece[]): readonly string[] {
  return chosen(pieces, { audiences: outside, only: ["table person.totals"] })
    .filter(({ text }) => {
      const { people, children } = JSON.parse(text) as SafeTotals;
      return isSmall(children ?? 0) || people < peopleInStory;
    })
    .map(({ way, audience, text }) => `${text}: ${way} for ${audience}`);
}

/** The same number in two tables, a little larger in one. */
export function movedBetween(pieces: readonly Piece[]): readonly string[] {
  const all = countedIn(pieces);
  return all.flatMap((one, at) =>
    all
      .slice(at + 1)
      .filter(({ cell, count }) => cell === one.cell && isSmall(Math.abs(count - one.count)))
      .map(({ cell, where }) => `${cell} moved: ${one.where} and ${where}`),
  );
}

function isSmall(count: number): boolean {
  return count > 0 && count < usualThreshold;
}

function countedIn(pieces: readonly Piece[]): readonly Counted[] {
  return chosen(pieces, { audiences: outside, only: ["counts "] })
    .filter(({ way }) => way.endsWith(".csv"))
    .flatMap(({ way, audience, text }) => {
      const [head, ...rows] = text.trim().split("\r\n");
      const named = head?.split(",").slice(4, 6).join() ?? "";
      return rows.flatMap((row) => {
        const cells = row.split(",");
        const count = Number(cells[6] === "" ? Number.NaN : cells[6]);
        return Number.isNaN(count)
          ? []
          : [{ where: `${way} for ${audience}`, cell: [named, ...cells.slice(0, 6)].join(" "), count }];
      });
    });
}
