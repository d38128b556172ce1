// Periods in which people are counted. A date that is too coarse for a period is set apart, never guessed into one.
import { parseEdtf } from "@tocsin/core";

export const spans = ["year", "quarter", "month"] as const;
export type Span = (typeof spans)[number];

/** Every event, whenever it was. */
export const everPeriod = "*";

/**
 * As much as is known of when something began, to the day: an interval counts at its beginning, a time at its date as it
 * was told. Empty where not even the year is known.
 */
export function beginningOf(edtf: string | null): string {
  const [from = ""] = (edtf ?? "").split("/");
  const date = from.replace(/[?~%]$/, "").replace(/T.*$/, "");
  try {
    parseEdtf(date);
  } catch {
    return "";
  }
  if (!/^\d{4}/.test(date)) return "";
  const [year = "", month = "", day = ""] = date.split("-");
  if (!/^\d\d$/.test(month)) return year;
  return /^\d\d$/.test(day) ? date : `${year}-${month}`;
}

/**
 * The period of each span: `y2025`, `q2025-1`, `m2025-03`. A question mark where the date is too coarse: behind the year
 * where that is known (`q2025?`), alone where it is not (`q?`).
 */
export function periodOf(span: Span, when: string): string {
  const year = when.slice(0, 4);
  const month = when.slice(5, 7);
  const mark = span.slice(0, 1);
  if (year === "") return `${mark}?`;
  if (span === "year") return `y${year}`;
  if (month === "") return `${mark}${year}?`;
  return span === "month" ? `m${year}-${month}` : `q${year}-${Math.ceil(Number(month) / 3)}`;
}

/** First and last month of a period that is typed as `2025`, `2025-Q1` or `2025-03`; null for anything else. */
export function parsePeriod(
  typed: string,
): { readonly key: string; readonly from: string; readonly to: string } | null {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(typed);
  if (match === null) return null;
  const [, year = "", quarter, month] = match;
  if (month !== undefined) return { key: `m${typed}`, from: typed, to: typed };
  if (quarter === undefined) return { key: `y${year}`, from: `${year}-01`, to: `${year}-12` };
  const at = (n: number): string => `${year}-${String(n).padStart(2, "0")}`;
  return { key: `q${year}-${quarter}`, from: at(Number(quarter) * 3 - 2), to: at(Number(quarter) * 3) };
}

/** The other way: `y2025` is `2025`, `q2025-1` is `2025-Q1`. Too coarse dates stay with their mark. */
export function periodText(key: string): string {
  if (key === everPeriod) return key;
  const rest = key.slice(1);
  return key.startsWith("q") && !rest.endsWith("?") ? rest.replace("-", "-Q") : rest;
}
