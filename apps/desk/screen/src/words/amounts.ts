// Sizes, spans of time and numbers in the reader's language.
import { numberFormat, type Translator } from "@tocsin/language";

export function sizeWords(words: Translator, bytes: number): string {
  if (bytes < 1000) return words.t("size.bytes", { count: bytes });
  if (bytes < 1e6) return words.t("size.kilobytes", { size: bytes / 1e3 });
  return bytes < 1e9
    ? words.t("size.megabytes", { size: bytes / 1e6 })
    : words.t("size.gigabytes", { size: bytes / 1e9 });
}

export function numberWords({ locale }: Translator, value: number): string {
  return numberFormat(locale).format(value);
}

/** "3 seconds", "4 minutes". */
export function spanWords({ locale }: Translator, seconds: number): string {
  const [value, unit] =
    seconds < 90 ? [seconds, "second"] : seconds < 5400 ? [seconds / 60, "minute"] : [seconds / 3600, "hour"];
  return unitWords(locale, value, unit);
}

/** "3 seconds ago". */
export function agoWords({ locale }: Translator, seconds: number): string {
  const format = new Intl.RelativeTimeFormat(locale, { style: "short" });
  if (seconds < 60) return format.format(-Math.round(seconds), "second");
  if (seconds < 3600) return format.format(-Math.round(seconds / 60), "minute");
  return seconds < 86_400
    ? format.format(-Math.round(seconds / 3600), "hour")
    : format.format(-Math.round(seconds / 86_400), "day");
}

/** "12 days", "8 months", "14 years": as coarse as it is long. */
export function spanOfDays({ locale }: Translator, days: number): string {
  const [value, unit] =
    days < 61 ? [days, "day"] : days < 730 ? [days / 30.44, "month"] : [days / 365.25, "year"];
  return unitWords(locale, value, unit);
}

/** At least one of it: a span that rounds to nothing was still one. */
function unitWords(locale: string, value: number, unit: string): string {
  return numberFormat(locale, {
    style: "unit",
    unit,
    unitDisplay: "long",
    maximumFractionDigits: 0,
  }).format(Math.max(1, value));
}
