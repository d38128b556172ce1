// Dates as people say them, in any of the four languages: "last Tuesday", "ayer", "3 mai", «قبل يومين». Gives every date that
// they can mean, and never chooses: whoever asks shows them, and a person takes one.
import { foldForSearch } from "../fold.ts";
import {
  after,
  before,
  daysAgo,
  daysFromToday,
  fillers,
  otherMonths,
  smallNumbers,
  weekdays,
  wholeMonths,
  wholeYears,
} from "./said-words.ts";

const longest = 60;
const dayLength = 86_400_000;

/**
 * EDTF dates (`2026-11-24`, `2026-10`, `2025`) that `text` can mean on the day `today` (`YYYY-MM-DD`), likeliest first; none
 * where any of its words is not understood.
 */
export function readSaidDate(text: string, today: string): readonly string[] {
  const tokens = text.length > longest ? [] : foldForSearch(text);
  const now = Date.parse(`${today}T00:00Z`);
  if (tokens.length === 0 || Number.isNaN(now)) return [];
  const said = tokens.join(" ");
  const found =
    countedDays(said)?.map((days) => dayOf(now + days * dayLength)) ??
    wholeOf(said, today) ??
    goneDays(tokens)?.map((days) => dayOf(now - days * dayLength)) ??
    numericDay(text, tokens) ??
    namedDay(tokens, today) ??
    weekday(tokens, now) ??
    [];
  return [...new Set(found)];
}

function countedDays(said: string): readonly number[] | null {
  return daysFromToday.find(([phrases]) => isAmong(phrases, said))?.[1] ?? null;
}

function wholeOf(said: string, today: string): readonly string[] | null {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const months = wholeMonths.find(([phrases]) => isAmong(phrases, said))?.[1];
  if (months !== undefined)
    return [new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7)];
  const years = wholeYears.find(([phrases]) => isAmong(phrases, said))?.[1];
  return years === undefined ? null : [String(year + years)];
}

function goneDays(tokens: readonly string[]): readonly number[] | null {
  for (const [at, token] of tokens.entries()) {
    const number = numberOf(token);
    if (number === null || number > 400) continue;
    const pattern = tokens.map((each, place) => (place === at ? "number" : each)).join(" ");
    const found = daysAgo.find(([phrases]) => isAmong(phrases.replaceAll("#", "number"), pattern));
    if (found !== undefined) return [number * found[1]];
  }
  return null;
}

/** `3/5/2025` is written day first by most and month first by some: both, where both are days. */
function numericDay(text: string, tokens: readonly string[]): readonly string[] | null {
  const [first = "", second = "", year = "", ...more] = tokens;
  const isNumeric = /^\d{1,2}$/.test(first) && /^\d{1,2}$/.test(second) && /^\d{4}$/.test(year);
  if (!isNumeric || more.length > 0 || /\p{L}/u.test(text)) return null;
  return [
    ...dayIn(Number(year), Number(second), Number(first)),
    ...dayIn(Number(year), Number(first), Number(second)),
  ];
}

/** `3 May`, `May 3, 2025`, `mai 2025`. Without a year: the one that was last, then the one that comes. */
function namedDay(tokens: readonly string[], today: string): readonly string[] | null {
  const month = monthIn(tokens);
  if (month === null) return null;
  const others = month.others.filter((token) => !isOneOf(fillers, token));
  const numbers = others.map((token) => token.replace(/^(\d{1,2})(?:st|nd|rd|th|er)$/, "$1"));
  if (!numbers.every((token) => /^\d{1,2}$|^\d{4}$/.test(token)) || numbers.length > 2) return null;
  const days = numbers.filter((token) => token.length < 3).map(Number);
  const years = numbers.filter((token) => token.length === 4).map(Number);
  if (days.length > 1 || years.length > 1) return null;
  const [day] = days;
  const near = years.length > 0 ? years : [Number(today.slice(0, 4)) - 1, Number(today.slice(0, 4))];
  const dates = near.flatMap((year) =>
    day === undefined ? [`${year}-${two(month.month)}`] : dayIn(year, month.month, day),
  );
  if (years.length > 0) return dates;
  const isPast = (date: string): boolean => date <= today;
  const [newest, ...older] = dates.filter(isPast).toReversed();
  return [...(newest === undefined ? [] : [newest]), ...dates.filter((date) => !isPast(date)), ...older];
}

interface FoundMonth {
  readonly month: number;
  readonly others: readonly string[];
}

function monthIn(tokens: readonly string[]): FoundMonth | null {
  for (const [index, names] of monthNames().entries())
    for (const name of names) {
      const parts = foldForSearch(name);
      const at = tokens.findIndex((_, place) => parts.every((part, step) => tokens[place + step] === part));
      if (at >= 0) return { month: index + 1, others: tokens.toSpliced(at, parts.length) };
    }
  return null;
}

function monthNames(): readonly (readonly string[])[] {
  const formats = ["en", "es", "fr", "ar"].map(
    (locale) => new Intl.DateTimeFormat(locale, { month: "long", calendar: "gregory", timeZone: "UTC" }),
  );
  return otherMonths.map((others, month) => [
    ...others,
    ...formats.map((names) => names.format(Date.UTC(2025, month, 1))),
  ]);
}

/** With "last" and "next" people mean the nearest one, or that of another week: both. Alone: the last one, then the next. */
function weekday(tokens: readonly string[], now: number): readonly string[] | null {
  const said = tokens.filter((token) => !isOneOf(fillers, token));
  const index = weekdays.findIndex((names) => said.some((token) => isOneOf(names, token)));
  const others = said.filter((token) => !isOneOf(weekdays[index] ?? [], token));
  if (index < 0 || said.length - others.length !== 1 || others.length > 1) return null;
  const today = new Date(now).getUTCDay();
  const back = (today - index + 7) % 7 || 7;
  const on = (index - today + 7) % 7 || 7;
  const [which] = others;
  const days = (...offsets: readonly number[]) => offsets.map((days) => dayOf(now + days * dayLength));
  if (which === undefined) return today === index ? days(0, -7, 7) : days(-back, on);
  if (isOneOf(before, which)) return days(-back, -back - 7);
  if (isOneOf(after, which)) return days(on, on + 7);
  return null;
}

function dayIn(year: number, month: number, day: number): readonly string[] {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 999;
  return isDay ? [date.toISOString().slice(0, 10)] : [];
}

function numberOf(token: string): number | null {
  if (/^\d{1,3}$/.test(token)) return Number(token);
  return smallNumbers.find(([names]) => isAmong(names, token))?.[1] ?? null;
}

function isAmong(phrases: string, said: string): boolean {
  return phrases.split(",").some((phrase) => foldForSearch(phrase).join(" ") === said);
}

function isOneOf(words: readonly string[], token: string): boolean {
  return words.some((word) => foldForSearch(word)[0] === token);
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function two(part: number): string {
  return String(part).padStart(2, "0");
}
