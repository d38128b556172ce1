// Dates as words, with what is not known about them: about, perhaps, day not known, between, since.
import { parseEdtf, type Edtf } from "@tocsin/core";
import type { Translator } from "@tocsin/language";

/** Gregorian, in UTC: the zone is said. `text` is EDTF as the core reads it; throws `core.bad-date`. */
export function dateWords(text: string, translator: Translator): string {
  if (!text.includes("/")) return qualified(parseEdtf(text), translator);
  const [from = "", to = ""] = text.split("/");
  parseEdtf(text);
  if (isOpen(from)) return translator.t("report.date.until", { date: dateWords(to, translator) });
  if (isOpen(to)) return translator.t("report.date.since", { date: dateWords(from, translator) });
  return translator.t("report.date.between", {
    from: dateWords(from, translator),
    to: dateWords(to, translator),
  });
}

function isOpen(part: string): boolean {
  return part === "" || part === "..";
}

function qualified(date: Edtf, translator: Translator): string {
  const words = plainWords(date, translator);
  if (date.uncertain && date.approximate) return translator.t("report.date.about-uncertain", { date: words });
  if (date.uncertain) return translator.t("report.date.uncertain", { date: words });
  return date.approximate ? translator.t("report.date.about", { date: words }) : words;
}

function plainWords(date: Edtf, translator: Translator): string {
  const start = date.earliest ?? 0;
  switch (date.precision) {
    case "instant":
      return instantWords(date, translator);
    case "day":
      return formatted(start, translator, { day: "numeric", month: "long", year: "numeric" });
    case "month":
      return translator.t("report.date.month", {
        date: formatted(start, translator, { month: "long", year: "numeric" }),
      });
    case "year":
      return translator.t("report.date.year", { year: formatted(start, translator, { year: "numeric" }) });
    case "decade":
    case "century":
      return translator.t("report.date.span", {
        from: formatted(start, translator, { year: "numeric" }),
        to: formatted(date.latest ?? start, translator, { year: "numeric" }),
      });
  }
}

/** With a zone, the instant in UTC. Without one, the digits as they were written: they are local, somewhere. */
function instantWords(date: Edtf, translator: Translator): string {
  const zoned = /(?:Z|[+-]\d{2}:\d{2})[?~%]?$/.test(date.text);
  const local = Date.parse(`${date.text.slice(0, 16)}Z`);
  const words = formatted(zoned ? (date.earliest ?? 0) : local, translator, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return translator.t(zoned ? "report.date.utc" : "report.date.local", { date: words });
}

function formatted(time: number, translator: Translator, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(dateLocale(translator.locale), {
    ...options,
    calendar: "gregory",
    timeZone: "UTC",
  }).format(time);
}

/** English without a region is written day first, as the United Nations write it. */
function dateLocale(locale: string): string {
  return locale === "en" ? "en-GB" : locale;
}
