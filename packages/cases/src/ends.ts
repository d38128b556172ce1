// When something that was allowed or kept "until" a date has ended.
import { parseEdtf, type Edtf } from "@tocsin/core";

/**
 * A day counts whole; "until 2027" or "about June" may end at its beginning, so it does. What is no single date, or
 * cannot be read, has ended: that is the reading that protects.
 */
export function hasEnded(until: string | undefined, now: number): boolean {
  if (until === undefined) return false;
  const date = readDate(until);
  if (date === undefined || date.interval) return true;
  const isExact = date.precision === "day" && !date.uncertain && !date.approximate;
  const end = isExact ? date.latest : date.earliest;
  return end === null || end < now;
}

/** The other way round: only what has ended in every reading. A duty to keep counts until then. */
export function hasSurelyEnded(until: string | undefined, now: number): boolean {
  const latest = readDate(until)?.latest;
  return typeof latest === "number" && latest < now;
}

export function readDate(text: string | undefined): Edtf | undefined {
  if (text === undefined) return undefined;
  try {
    return parseEdtf(text);
  } catch {
    return undefined;
  }
}
