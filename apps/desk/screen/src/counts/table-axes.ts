// Rows and columns of a table in the order in which people read them: what is known first, what is not known apart.
import { collator, type Translator } from "@tocsin/language";
import type { CountedTable } from "../api/contract/counts.ts";
import { isUnknownValue, valueWords } from "./count-words.ts";

export interface AxisValue {
  readonly value: string;
  readonly label: string;
  /** Where it stands in the table as it came. */
  readonly at: number;
  readonly isUnknown: boolean;
}

/** These come in their own order; all others by what they are called, never by a number that may be hidden. */
const ordered: ReadonlySet<string> = new Set(["category", "age", "year", "quarter", "month"]);

export function axisOf(
  words: Translator,
  breakdown: string,
  values: readonly string[],
): readonly AxisValue[] {
  const { compare } = collator(words.locale);
  const all = values.map((value, at) => ({
    value,
    at,
    label: valueWords(words, breakdown, value),
    isUnknown: isUnknownValue(value),
  }));
  return all.toSorted(
    (a, b) =>
      Number(a.isUnknown) - Number(b.isUnknown) ||
      (ordered.has(breakdown) ? a.at - b.at : compare(a.label, b.label)),
  );
}

/** Null where it is hidden. */
export function numberAt(
  { cells, rowTotals }: CountedTable,
  row: number,
  column: number | null,
): number | null {
  return (column === null ? rowTotals[row] : cells[row]?.[column]) ?? null;
}
