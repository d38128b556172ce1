// Dates as the evidence gives them: Extended Date/Time Format (ISO 8601-2, EDTF levels 0 and 1),
// the parts that casework needs: precision, uncertain, approximate, unspecified digits, open intervals.
import { CoreError } from "./errors.ts";

export type DatePrecision = "instant" | "day" | "month" | "year" | "decade" | "century";

export interface Edtf {
  /** As written. */
  readonly text: string;
  /** First and last instant it can mean, milliseconds since 1970 UTC; null where it is open or unknown. */
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly precision: DatePrecision;
  readonly uncertain: boolean;
  readonly approximate: boolean;
  readonly interval: boolean;
}

interface Span {
  readonly earliest: number;
  readonly latest: number;
  readonly precision: DatePrecision;
}

interface Point extends Span {
  readonly uncertain: boolean;
  readonly approximate: boolean;
}

const maximumLength = 80;
const pointPattern =
  /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?([?~%])?$/;

/** Throws `core.bad-date` on anything that is not of the supported forms. */
export function parseEdtf(text: string): Edtf {
  if (text.length > maximumLength) throw badDate();
  const parts = text.split("/");
  if (parts.length === 1) return { ...parsePoint(text), text, interval: false };
  const [from, to] = parts;
  if (parts.length > 2 || from === undefined || to === undefined) throw badDate();
  return parseInterval(text, from, to);
}

export function isEdtf(text: string): boolean {
  try {
    parseEdtf(text);
    return true;
  } catch {
    return false;
  }
}

/** The same date with less in it: for a release that may not show the day, or the month. */
export function coarsenEdtf(text: string, to: "month" | "year"): string {
  const { interval, uncertain, approximate } = parseEdtf(text);
  if (interval)
    return text
      .split("/")
      .map((part) => (part === "" || part === ".." ? part : coarsenEdtf(part, to)))
      .join("/");
  const date = text.replace(/[?~%]$/, "").replace(/T.*$/, "");
  const kept = to === "year" ? date.slice(0, 4) : date.slice(0, 7);
  return kept + qualifierOf(uncertain, approximate);
}

function parseInterval(text: string, from: string, to: string): Edtf {
  const first = isOpen(from) ? undefined : parsePoint(from);
  const last = isOpen(to) ? undefined : parsePoint(to);
  const either = first ?? last;
  if (either === undefined || (first && last && first.earliest > last.latest)) throw badDate();
  const ends = [first, last];
  return {
    text,
    earliest: first?.earliest ?? null,
    latest: last?.latest ?? null,
    precision: either.precision,
    uncertain: ends.some((end) => end?.uncertain),
    approximate: ends.some((end) => end?.approximate),
    interval: true,
  };
}

function isOpen(part: string): boolean {
  return part === "" || part === "..";
}

function parsePoint(text: string): Point {
  const match = pointPattern.exec(text);
  if (!match) throw badDate();
  const [, year = "", month, day, hour, minute, second, zone, qualifier = ""] = match;
  const marks = {
    uncertain: qualifier === "?" || qualifier === "%",
    approximate: qualifier === "~" || qualifier === "%",
  };
  if (hour !== undefined) return { ...instantOf({ year, month, day, hour, minute, second, zone }), ...marks };
  return { ...spanOf(year, known(month), known(day)), ...marks };
}

/** Unspecified digits say as little as digits that are not there. */
function known(digits: string | undefined): string | undefined {
  return digits === "XX" ? undefined : digits;
}

function spanOf(year: string, month: string | undefined, day: string | undefined): Span {
  if (year.includes("X")) return wideYears(year, month);
  if (month === undefined) {
    if (day !== undefined) throw badDate();
    return { ...months(Number(year), 1, 12), precision: "year" };
  }
  if (day === undefined)
    return { ...months(Number(year), monthOf(month), monthOf(month)), precision: "month" };
  const start = dayStart(Number(year), monthOf(month), Number(day));
  return { earliest: start, latest: start + 86_399_999, precision: "day" };
}

interface InstantParts {
  readonly year: string;
  readonly month: string | undefined;
  readonly day: string | undefined;
  readonly hour: string;
  readonly minute: string | undefined;
  readonly second: string | undefined;
  readonly zone: string | undefined;
}

// A time without a zone is local somewhere unknown: it can lie 14 hours to either side.
function instantOf(parts: InstantParts): Span {
  const { year, month, day, hour, minute, second, zone } = parts;
  if (year.includes("X") || !month || !day || month === "XX" || day === "XX") throw badDate();
  const [h, m, s] = [Number(hour), Number(minute), Number(second ?? "0")];
  if (h > 23 || m > 59 || s > 59) throw badDate();
  const start = dayStart(Number(year), monthOf(month), Number(day)) + ((h * 60 + m) * 60 + s) * 1000;
  const span = second === undefined ? 59_999 : 999;
  if (zone === undefined)
    return { earliest: start - 14 * 3_600_000, latest: start + span + 14 * 3_600_000, precision: "instant" };
  const shift = zoneMinutes(zone) * 60_000;
  return { earliest: start - shift, latest: start - shift + span, precision: "instant" };
}

function zoneMinutes(zone: string): number {
  if (zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  if (minutes > 14 * 60) throw badDate();
  return zone.startsWith("-") ? -minutes : minutes;
}

function wideYears(year: string, month: string | undefined): Span {
  if (month !== undefined) throw badDate();
  const century = year.endsWith("XX");
  const first = Number(year.replaceAll("X", "0"));
  const last = Number(year.replaceAll("X", "9"));
  return {
    earliest: dayStart(first, 1, 1),
    latest: dayStart(last, 12, 31) + 86_399_999,
    precision: century ? "century" : "decade",
  };
}

function months(year: number, firstMonth: number, lastMonth: number): { earliest: number; latest: number } {
  const latest = new Date(0).setUTCFullYear(year, lastMonth, 0) + 86_399_999;
  return { earliest: dayStart(year, firstMonth, 1), latest };
}

function monthOf(text: string): number {
  const month = Number(text);
  if (month < 1 || month > 12) throw badDate();
  return month;
}

function dayStart(year: number, month: number, day: number): number {
  const start = new Date(0).setUTCFullYear(year, month - 1, day);
  if (day < 1 || new Date(start).getUTCMonth() !== month - 1) throw badDate();
  return start;
}

function qualifierOf(uncertain: boolean, approximate: boolean): string {
  if (uncertain && approximate) return "%";
  if (uncertain) return "?";
  return approximate ? "~" : "";
}

function badDate(): CoreError {
  return new CoreError(
    "core.bad-date",
    "Cannot read date: expected a form like 2025, 2025-05, 2025-05-03, 2025-05-XX, 2025-05-03~, 2025-05/.. or 2025-05-03T09:14Z",
  );
}
