// Quarters before and after a day on which something was promised. What is known too coarsely stands apart: nothing is
// guessed into a quarter, or to a side.

/** `mixed` could be on either side of the day. */
export type Side = "before" | "from" | "mixed";

export interface QuarterPlace {
  /**
   * `2025-Q1`; `2025-Q2<` and `2025-Q2>` for the two parts of the quarter in which the day lies, `2025-Q2?` where a date in
   * it doesn't say which; `2025?` for a year alone, `?` for nothing.
   */
  readonly key: string;
  readonly side: Side;
  /** Whether it is a quarter, or stands apart. */
  readonly isQuarter: boolean;
}

/**
 * `when` is a beginning as `beginningOf` gives it, `day` an ISO date. The day itself counts as after it: `from`.
 */
export function quarterAround(when: string, day: string): QuarterPlace {
  const [year = "", month = ""] = when.split("-");
  if (year === "") return { key: "?", side: "mixed", isQuarter: false };
  if (month === "") {
    const turning = day.slice(0, 4);
    const side = year === turning ? "mixed" : year < turning ? "before" : "from";
    return { key: `${year}?`, side, isQuarter: false };
  }
  const quarter = quarterOf(when);
  if (quarter !== quarterOf(day))
    return { key: quarter, side: when < day ? "before" : "from", isQuarter: true };
  if (when === day.slice(0, 7)) return { key: `${quarter}?`, side: "mixed", isQuarter: false };
  return when < day
    ? { key: `${quarter}<`, side: "before", isQuarter: true }
    : { key: `${quarter}>`, side: "from", isQuarter: true };
}

function quarterOf(when: string): string {
  return `${when.slice(0, 4)}-Q${Math.ceil(Number(when.slice(5, 7)) / 3)}`;
}

/** In the order of time, what stands apart behind everything else. */
export function compareQuarters(a: string, b: string): number {
  const [one, other] = [orderOf(a), orderOf(b)];
  return one < other ? -1 : one === other ? 0 : 1;
}

function orderOf(key: string): string {
  if (key.endsWith("?")) return `1${key}`;
  return `0${key.replace("<", "a").replace(">", "b")}`;
}
