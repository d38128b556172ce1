// The numbers that a word processor prints before paragraphs and does not write in their text (ECMA-376 part 1, 17.9).

export interface NumberingLevel {
  readonly format: string;
  /** `%1.`, `(%2)`: the number of each level stands in the place of its mark. */
  readonly pattern: string;
  readonly start: number;
}

export interface Numbering {
  /** By list and level, as `list/level`. */
  readonly levels: ReadonlyMap<string, NumberingLevel>;
  /** By list, the one that it counts with, and where it begins anew by level. */
  readonly lists: ReadonlyMap<
    string,
    { readonly counts: string; readonly starts: ReadonlyMap<number, number> }
  >;
}

export interface NumberPrinter {
  /** The label of the next paragraph of a list at a level; empty for bullets and lists that are not there. */
  next(list: string, level: number): string;
}

const deepest = 9;

export function createNumberPrinter({ levels, lists }: Numbering): NumberPrinter {
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    next(list, level) {
      const known = lists.get(list);
      const here = known && levels.get(`${known.counts}/${level}`);
      if (!known || !here || level >= deepest || level < 0) return "";
      const counts = counters.get(known.counts) ?? [];
      counters.set(known.counts, counts);
      if (!begun.has(`${list}/${level}`)) {
        begun.add(`${list}/${level}`);
        const start = known.starts.get(level);
        if (start !== undefined) counts[level] = start - 1;
      }
      counts[level] = (counts[level] ?? here.start - 1) + 1;
      counts.length = level + 1;
      return here.pattern.slice(0, 100).replaceAll(/%([1-9])/gu, (_, nth: string) => {
        const at = Number(nth) - 1;
        const of = levels.get(`${known.counts}/${at}`);
        return of === undefined ? "" : formatNumber(counts[at] ?? of.start, of.format);
      });
    },
  };
}

export function formatNumber(number: number, format: string): string {
  switch (format) {
    case "lowerLetter":
      return letters(number);
    case "upperLetter":
      return letters(number).toUpperCase();
    case "lowerRoman":
      return roman(number);
    case "upperRoman":
      return roman(number).toUpperCase();
    case "bullet":
    case "none":
      return "";
    default:
      return String(number);
  }
}

/** a, b, ... z, aa, bb: as word processors count. */
function letters(number: number): string {
  if (number < 1 || number > 26 * 20) return String(number);
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.floor((number - 1) / 26) + 1);
}

const romans = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
] as const;

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let text = "";
  for (const [value, sign] of romans)
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  return text;
}
