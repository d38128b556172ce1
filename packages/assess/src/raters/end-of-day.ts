// The last moment of a day in a time zone.

const day = 86_400_000;

/**
 * Milliseconds since 1970 of the last one in `date` (`2026-02-01`) where the clocks of `zone` are. Throws `RangeError` for a
 * zone that is not known.
 */
export function endOfDay(date: string, zone: string): number {
  const next = Date.parse(`${date}T00:00:00Z`) + day;
  // The offset depends on the moment, which depends on the offset: twice is enough around a change of clocks.
  const first = next - offsetAt(next, zone);
  return next - offsetAt(first, zone) - 1;
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(new Date(moment));
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((each) => each.type === type)?.value ?? 0);
  const local = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return local - Math.floor(moment / 1000) * 1000;
}
