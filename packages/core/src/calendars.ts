// Dates as people say them in other calendars: kept word for word, with what they come to. The arithmetic is the
// platform's (Unicode CLDR calendars over ICU); where the calendar itself leaves room, the conversion says so.
import { isJsonObject } from "./canonical.ts";
import { isEdtf, parseEdtf } from "./edtf.ts";
import { CoreError } from "./errors.ts";

/** `hijri` where nobody said which reckoning: the month begins with the moon that was seen. */
export const calendarNames = [
  "hijri",
  "hijri-umalqura",
  "hijri-civil",
  "solar-hijri",
  "buddhist",
  "ethiopian",
] as const;
export type CalendarName = (typeof calendarNames)[number];

export interface GivenDate {
  readonly calendar: CalendarName;
  /** As it was said or written. */
  readonly text: string;
  /** What it comes to, EDTF; absent where it could not be worked out. */
  readonly edtf?: string;
  /** Whether the calendar leaves only one reading. */
  readonly sure: boolean;
}

interface Calendar {
  /** Name in Unicode's list of calendars. */
  readonly unicode: string;
  /** Years for which the reckoning is settled. */
  readonly sure: readonly [first: number, last: number] | null;
  /** Roughly how many days a year has, and the day on which year 0 would begin, in days since 1970: for the search. */
  readonly days: number;
  readonly zero: number;
}

const calendars: Readonly<Record<CalendarName, Calendar>> = {
  hijri: { unicode: "islamic-umalqura", sure: null, days: 354.367, zero: -492_148 },
  // Printed tables of Umm al-Qura reach that far.
  "hijri-umalqura": { unicode: "islamic-umalqura", sure: [1356, 1500], days: 354.367, zero: -492_148 },
  "hijri-civil": { unicode: "islamic-civil", sure: [1, 1600], days: 354.367, zero: -492_148 },
  // Official in Iran from 1304; for later years the platform's cycle may leave the astronomical reckoning.
  "solar-hijri": { unicode: "persian", sure: [1304, 1470], days: 365.2422, zero: -492_634 },
  // Before 2484 the year began in April.
  buddhist: { unicode: "buddhist", sure: [2484, 2700], days: 365.2425, zero: -917_850 },
  ethiopian: { unicode: "ethiopic", sure: [1500, 2200], days: 365.25, zero: -716_732 },
};

const maximumText = 120;

/** Throws `core.bad-date`. What is already worked out is kept as it was, so that a newer platform changes nothing. */
export function parseGivenDate(value: unknown): GivenDate {
  if (!isJsonObject(value)) throw badDate("expected a calendar and the date as it was said");
  const { calendar, text, edtf, sure, ...rest } = value;
  const name = calendarNames.find((each) => each === calendar);
  if (name === undefined) throw badDate("the calendar is not known");
  if (!isSaid(text)) throw badDate(`the date as it was said has 1 to ${maximumText} characters`);
  if (Object.keys(rest).length > 0) throw badDate("unknown part");
  if (sure === undefined) return convertGivenDate(name, text);
  if (typeof sure !== "boolean") throw badDate("the conversion is not of the form");
  if (edtf === undefined) return { calendar: name, text, sure: false };
  if (typeof edtf !== "string") throw badDate("the conversion is not of the form");
  return { calendar: name, text, edtf: parseEdtf(edtf).text, sure };
}

function isSaid(text: unknown): text is string {
  return typeof text === "string" && text.trim() !== "" && text.length <= maximumText && text.isWellFormed();
}

/**
 * Year first, then month and day where they are known: `1446-11-05`, `١٤٤٦/١١/٥`. Anything else is kept and not
 * converted. A month or a year of another calendar becomes the days that it had.
 */
export function convertGivenDate(name: CalendarName, text: string): GivenDate {
  const { sure: years } = calendars[name];
  const unconverted: GivenDate = { calendar: name, text, sure: false };
  const match = /^\s*(\d{1,4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?\s*$/.exec(asciiDigits(text));
  if (match === null) return unconverted;
  const typed = { year: Number(match[1]), month: numberOr(match[2]), day: numberOr(match[3]) };
  const days = daysOf(calendars[name], typed);
  if (days === undefined) return unconverted;
  const sure = years !== null && typed.year >= years[0] && typed.year <= years[1];
  const edtf = [...new Set(days)].map((day) => isoDay(day) + (sure ? "" : "~")).join("/");
  return isEdtf(edtf) ? { calendar: name, text, edtf, sure } : unconverted;
}

interface Typed {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** First and last day that it can mean, as days since 1970; undefined where the calendar has no such day. */
function daysOf(calendar: Calendar, typed: Typed): readonly [number, number] | undefined {
  const { year, month = 1, day = 1 } = typed;
  const read = readerOf(calendar.unicode);
  const first = findDay(calendar, read, { year, month, day });
  if (first === undefined || typed.day !== undefined) return first === undefined ? undefined : [first, first];
  if (typed.month !== undefined) return [first, lastOfMonth(read, first)];
  const next = findDay(calendar, read, { year: year + 1, month: 1, day: 1 });
  return next === undefined ? undefined : [first, next - 1];
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

type ReadDay = (day: number) => Parts;

const dayLength = 86_400_000;

function readerOf(unicode: string): ReadDay {
  const format = new Intl.DateTimeFormat(`en-u-ca-${unicode}-nu-latn`, {
    timeZone: "UTC",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  return (day) => {
    const parts = new Map<string, string>(
      format.formatToParts(day * dayLength).map(({ type, value }) => [type, value]),
    );
    const number = (type: string): number => Number.parseInt(parts.get(type) ?? "", 10);
    return { year: number("year"), month: number("month"), day: number("day") };
  };
}

/** The day that reads so, as days since 1970; undefined where the calendar has none. */
function findDay({ days, zero }: Calendar, read: ReadDay, wanted: Parts): number | undefined {
  const guess = Math.round(zero + wanted.year * days + (wanted.month - 1) * 29.5 + wanted.day);
  let [low, high] = [guess - 800, guess + 800];
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const order = compareParts(read(middle), wanted);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function lastOfMonth(read: ReadDay, first: number): number {
  const { month } = read(first);
  let day = first;
  while (day - first < 40 && read(day + 1).month === month) day += 1;
  return day;
}

function compareParts(a: Parts, b: Parts): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

function isoDay(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

function numberOr(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

/** Arabic, Persian and Thai digits; Ethiopic numerals are no decimal digits and stay as they are. */
function asciiDigits(text: string): string {
  const zeros = [0x660, 0x6f0, 0xe50];
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0e50-\u0e59]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (zeros.findLast((zero) => zero <= code) ?? code));
  });
}

function badDate(state: string): CoreError {
  return new CoreError("core.bad-date", `Cannot read date of another calendar: ${state}`);
}
