// How many days are left until a day has come, counted where that day ends: for deadlines and hearings.
import { isEdtf, parseEdtf } from "./edtf.ts";

/** Here a day begins, and is over, before it is anywhere else: where nobody said the zone, this one is on the safe side. */
const firstZone = "Pacific/Kiritimati";
const dayLength = 86_400_000;

/**
 * Whole days of the calendar from today in `zone` (IANA) to the day of `text` (EDTF): 0 is today, -1 was yesterday. Of what
 * is no exact day the first day that it can mean counts. Null where there is none. `now`: milliseconds since 1970.
 */
export function daysLeft(text: string, zone: string | null, now: number): number | null {
  if (!isEdtf(text)) return null;
  const { earliest, latest, interval } = parseEdtf(text);
  const first = earliest ?? latest;
  if (first === null) return null;
  const point = interval ? (text.split("/").find((part) => part !== "" && part !== "..") ?? text) : text;
  const isMoment = /T.*(?:Z|[+-]\d{2}:\d{2})/.test(point);
  const day = isMoment && zone !== null ? dayIn(zone, first) : Date.parse(`${dayWritten(point)}T00:00:00Z`);
  return Math.round((day - dayIn(zone ?? firstZone, now)) / dayLength);
}

/** The first day that a point can mean, as it is written: times and their zone left out. */
function dayWritten(point: string): string {
  const [year = "", month = "01", day = "01"] = point
    .replace(/[?~%]$/, "")
    .replace(/T.*$/, "")
    .split("-");
  const known = (part: string): string => (part.includes("X") ? "01" : part);
  return `${year.replaceAll("X", "0")}-${known(month)}-${known(day)}`;
}

/** The beginning, as if it were in UTC, of the day that it is in a zone. */
function dayIn(zone: string, moment: number): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(parts.get("year") ?? 0, (parts.get("month") ?? 1) - 1, parts.get("day") ?? 1);
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const options = { calendar: "gregory", year: "numeric", month: "numeric", day: "numeric" } as const;
  try {
    return new Intl.DateTimeFormat("en-u-nu-latn", { ...options, timeZone: zone });
  } catch {
    return new Intl.DateTimeFormat("en-u-nu-latn", { ...options, timeZone: firstZone });
  }
}
