// What stands of a record in the full-text table: tokens, parted by spaces.
import type { Rows } from "@tocsin/records";
import type { Analyse } from "./options.ts";
import type { SqlRow } from "./sql.ts";

/** Rowid, tokens of the fields that weigh more, tokens of the others, kind. None where the kind is not known. */
export function wordRow(n: number, rows: Rows, analyse: Analyse): SqlRow {
  const tokens = (weight: "high" | "low"): string =>
    rows.words
      .filter((row) => row.weight === weight)
      .flatMap(({ text, lang }) => analyse(text, lang))
      .join(" ");
  return [n, tokens("high"), tokens("low"), rows.record.kind];
}

export const insertWords = "INSERT INTO words (rowid, high, low, kind) VALUES (?, ?, ?, ?)";
