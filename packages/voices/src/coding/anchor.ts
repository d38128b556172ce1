// A segment is held by its place in the original and by its words: where one does not fit the other, nobody guesses. Places are
// counted in Unicode code points, as REFI-QDA counts them, so that no program cuts a character in two.

export interface Anchor {
  /** In code points, from 0; the end is not included. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** At most `around` code points each. */
  readonly before: string;
  readonly after: string;
}

const around = 32;

/** Null where the stretch is empty, lies outside, or holds nothing but space. */
export function anchorAt(original: string, start: number, end: number): Anchor | null {
  const points = Array.from(original);
  if (!Number.isInteger(start) || !Number.isInteger(end)) return null;
  if (start < 0 || end > points.length || start >= end) return null;
  const quote = points.slice(start, end).join("");
  if (quote.trim() === "") return null;
  return {
    start,
    end,
    quote,
    before: points.slice(Math.max(0, start - around), start).join(""),
    after: points.slice(end, end + around).join(""),
  };
}

export type Anchored =
  /** The original is what it was, and the words stand where they stood. */
  | "fits"
  /** The original is another text now. */
  | "other-original"
  /** The original is the same, but the words are not those of the place. */
  | "other-words";

export interface HeldAnchor extends Pick<Anchor, "start" | "end" | "quote"> {
  readonly digest: string;
}

/** `digest` of the original as it is now. */
export function holdsAnchor(anchor: HeldAnchor, original: string, digest: string): Anchored {
  if (anchor.digest !== digest) return "other-original";
  const there = anchorAt(original, anchor.start, anchor.end);
  return there?.quote === anchor.quote ? "fits" : "other-words";
}

/** Offsets in UTF-16 units, as a selection gives them, in code points. A half of a character goes with its whole. */
export function pointsOf(original: string, offset: number): number {
  let points = 0;
  let at = 0;
  for (const character of original) {
    if (at >= offset) break;
    at += character.length;
    points += 1;
  }
  return points;
}
