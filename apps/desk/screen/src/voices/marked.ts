// What is marked in a field, in code points: a field counts in UTF-16 units, and an emoji is two of them.

export interface Marked {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** Without the space around it; null where nothing but space is marked. A half of a character is marked whole. */
export function markedIn(text: string, from: number, to: number): Marked | null {
  const units = [...text].map((character) => character.length);
  const pointAt = (offset: number): number => {
    let [points, at] = [0, 0];
    while (at < offset && points < units.length) at += units[points++] ?? 1;
    return points;
  };
  const points = [...text];
  let start = pointAt(from);
  let end = pointAt(to);
  while (start < end && (points[start] ?? "").trim() === "") start += 1;
  while (end > start && (points[end - 1] ?? "").trim() === "") end -= 1;
  return start === end ? null : { start, end, quote: points.slice(start, end).join("") };
}
