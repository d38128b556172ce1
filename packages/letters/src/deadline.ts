// When a letter closes: a time of day on a day, in a zone of IANA, and minutes of grace after it.
import { momentIn } from "@tocsin/core";
import { LettersError } from "./errors.ts";

export interface Deadline {
  /** `2026-12-01T18:00`, or a day alone, which then counts to its end. */
  readonly at: string;
  /** IANA. */
  readonly zone: string;
  readonly graceMinutes: number;
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/;
const minute = 60_000;

/**
 * Milliseconds since 1970 from when the letter is closed, grace left out. A time that the clocks of the zone skip counts as
 * if they had not been put forward; one that comes twice, as the second. Throws `letters.bad-letter`.
 */
export function closesAt({ at, zone }: Pick<Deadline, "at" | "zone">): number {
  const found = pattern.exec(at);
  const [year, month, day, hour, minutes] = (found ?? []).slice(1).map((part) => Number(part ?? Number.NaN));
  const isDay = found !== null && found[4] === undefined;
  const wall = Date.UTC(
    year ?? Number.NaN,
    (month ?? 0) - 1,
    (day ?? 0) + (isDay ? 1 : 0),
    isDay ? 0 : hour,
    isDay ? 0 : minutes,
  );
  if (found === null || !isWritten(wall - (isDay ? 24 * 60 * minute : 0), found))
    throw new LettersError("letters.bad-letter", "Cannot read deadline: it is no time of a day");
  return momentOf(wall, zone);
}

export function isOver(deadline: Deadline, moment: number): boolean {
  return moment >= closesAt(deadline) + deadline.graceMinutes * minute;
}

/** 30 February and 25:00 come out of the calendar as something else than what was written. */
function isWritten(wall: number, [written = ""]: readonly string[]): boolean {
  return Number.isFinite(wall) && new Date(wall).toISOString().startsWith(written);
}

function momentOf(wall: number, zone: string): number {
  try {
    return momentIn(zone, wall);
  } catch (cause) {
    throw new LettersError("letters.bad-letter", "Cannot read deadline: nobody knows the zone", { cause });
  }
}
