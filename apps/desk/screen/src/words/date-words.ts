// Dates as people say them, with what is not known about them.
import { isEdtf, parseEdtf, type Edtf } from "@tocsin/core";
import { dateFormat, type Translator } from "@tocsin/language";

/** `text` is EDTF; what is not comes back as it is. Null gives "date not known". */
export function dateWords(words: Translator, text: string | null): string {
  if (text === null || text === "") return words.t("date.unknown");
  if (!isEdtf(text)) return text;
  const date = parseEdtf(text);
  return date.interval ? intervalWords(words, date) : pointWords(words, date);
}

/** A date, and of a whole day its day of the week. */
export function dayWords(words: Translator, text: string): string {
  if (!isEdtf(text) || parseEdtf(text).precision !== "day") return dateWords(words, text);
  return format(words, parseEdtf(text).earliest ?? 0, {
    weekday: "long",
    year: "numeric",
    month: "long",
    day: "numeric",
  });
}

/** A moment of our own clock, in the time zone of whoever reads. */
export function momentWords(words: Translator, time: number | string): string {
  return dateFormat(localeOf(words), { dateStyle: "medium", timeStyle: "short" }).format(new Date(time));
}

function intervalWords(words: Translator, { text }: Edtf): string {
  const [from = "", to = ""] = text.split("/");
  const isOpen = (part: string): boolean => part === "" || part === "..";
  if (isOpen(from)) return words.t("date.until", { date: dateWords(words, to) });
  if (isOpen(to)) return words.t("date.since", { date: dateWords(words, from) });
  return words.t("date.between", { from: dateWords(words, from), to: dateWords(words, to) });
}

function pointWords(words: Translator, date: Edtf): string {
  const plain = plainWords(words, date);
  const about = date.approximate ? words.t("date.about", { date: plain }) : plain;
  return date.uncertain ? words.t("date.uncertain", { date: about }) : about;
}

function plainWords(words: Translator, date: Edtf): string {
  const start = date.earliest ?? 0;
  const year = { year: "numeric" } as const;
  switch (date.precision) {
    case "instant":
      return instantWords(words, date);
    case "day":
      return format(words, start, { ...year, month: "long", day: "numeric" });
    case "month":
      return format(words, start, { ...year, month: "long" });
    case "year":
      return format(words, start, year);
    case "decade":
    case "century":
      return words.t("date.between", {
        from: format(words, start, year),
        to: format(words, date.latest ?? start, year),
      });
  }
}

/** With a zone the moment is given in UTC; without one the digits stay as they were written. */
function instantWords(words: Translator, date: Edtf): string {
  const isZoned = /(?:Z|[+-]\d{2}:\d{2})[?~%]?$/.test(date.text);
  const time = isZoned ? (date.earliest ?? 0) : Date.parse(`${date.text.slice(0, 16)}Z`);
  const plain = format(words, time, {
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return isZoned ? words.t("date.utc", { date: plain }) : plain;
}

function format(words: Translator, time: number, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(localeOf(words), {
    ...options,
    calendar: "gregory",
    timeZone: "UTC",
  }).format(time);
}

/** English without a region is written day first, as the United Nations write it. */
function localeOf({ locale }: Translator): string {
  return locale === "en" ? "en-GB" : locale;
}
