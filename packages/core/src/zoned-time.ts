// From what the clocks of a time zone show to the moment that is meant.

const day = 86_400_000;

/**
 * Milliseconds since 1970 of when the clocks of `zone` (IANA) show `wall`, which is given as if it were UTC. A time that they
 * skip counts as if they had not been put forward; one that comes twice, as the second. Throws `RangeError` for a zone that is
 * not known.
 */
export function momentIn(zone: string, wall: number): number {
  const offsets = [wall - day, wall + day].map((near) => wallIn(zone, near) - near);
  const moments = offsets.map((offset) => wall - offset);
  const exact = moments.filter((moment) => wallIn(zone, moment) === wall);
  return Math.max(...(exact.length > 0 ? exact : moments));
}

/** What the clocks of a zone show at a moment, as if it were UTC. */
function wallIn(zone: string, moment: number): number {
  const shown = new Intl.DateTimeFormat("en-u-nu-latn-ca-gregory", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(moment);
  const parts = new Map(shown.map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return (
    Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")) +
    (((moment % 1000) + 1000) % 1000)
  );
}

/** The last millisecond of `date` (`2026-02-01`) where the clocks of `zone` are. Throws `RangeError` as `momentIn` does. */
export function endOfDay(date: string, zone: string): number {
  return momentIn(zone, Date.parse(`${date}T00:00:00Z`) + day) - 1;
}
