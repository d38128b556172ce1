// What stands of a record in the full-text table: tokens, parted by spaces.
import { extraTokens, type Rows } from "@tocsin/records";
import type { ProjectionOptions } from "./options.ts";
import type { SqlRow } from "./sql.ts";

/**
 * Rowid, tokens of the fields that weigh more, tokens of the others, what both are found by besides, kind. None where the
 * kind is not known.
 */
export function wordRow(n: number, rows: Rows, { analyse, forms }: ProjectionOptions): SqlRow {
  const tokens = (weight: "high" | "low"): string =>
    rows.words
      .filter((row) => row.weight === weight)
      .flatMap(({ text, lang }) => analyse(text, lang))
      .join(" ");
  const near = forms === undefined ? [] : rows.words.flatMap((row) => extraTokens(row, forms));
  return [n, tokens("high"), tokens("low"), [...new Set(near)].join(" "), rows.record.kind];
}

export const insertWords = "INSERT INTO words (rowid, high, low, near, kind) VALUES (?, ?, ?, ?, ?)";
