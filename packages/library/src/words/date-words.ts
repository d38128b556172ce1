// Dates as words, with what is not known of them. Gregorian, in UTC.
import { parseEdtf, type DatePrecision, type Edtf } from "@tocsin/core";
import type { Translator } from "@tocsin/language";

interface DateWords {
  /** `text` is EDTF. */
  readonly date: (text: string) => string;
  /** `text` is ISO 8601; what is none comes out as it is. */
  readonly day: (text: string) => string;
}

const shapes: Readonly<Record<DatePrecision, Intl.DateTimeFormatOptions>> = {
  instant: { day: "numeric", month: "long", year: "numeric" },
  day: { day: "numeric", month: "long", year: "numeric" },
  month: { month: "long", year: "numeric" },
  year: { year: "numeric" },
  decade: { year: "numeric" },
  century: { year: "numeric" },
};

export function createDateWords(words: Translator): DateWords {
  // English without a region is written day first, as the United Nations write it.
  const locale = words.locale === "en" ? "en-GB" : words.locale;
  const made = new Map<DatePrecision, Intl.DateTimeFormat>();
  const written = (time: number, precision: DatePrecision): string => {
    let format = made.get(precision);
    if (format === undefined) {
      format = new Intl.DateTimeFormat(locale, {
        ...shapes[precision],
        calendar: "gregory",
        timeZone: "UTC",
      });
      made.set(precision, format);
    }
    return format.format(time);
  };
  const point = (date: Edtf): string => {
    const start = written(date.earliest ?? 0, date.precision);
    const isSpan = date.precision === "decade" || date.precision === "century";
    const plain = isSpan ? `${start}–${written(date.latest ?? 0, date.precision)}` : start;
    if (date.uncertain) return words.t("library.date.uncertain", { date: plain });
    return date.approximate ? words.t("library.date.about", { date: plain }) : plain;
  };
  const date = (text: string): string => {
    if (!text.includes("/")) return point(parseEdtf(text));
    const [from = "", to = ""] = text.split("/");
    if (isOpen(from)) return words.t("library.date.until", { date: date(to) });
    if (isOpen(to)) return words.t("library.date.since", { date: date(from) });
    return words.t("library.date.between", { from: date(from), to: date(to) });
  };
  return {
    date,
    day: (text) => {
      const time = Date.parse(text);
      return Number.isNaN(time) ? text.slice(0, 40) : written(time, "day");
    },
  };
}

function isOpen(part: string): boolean {
  return part === "" || part === "..";
}
