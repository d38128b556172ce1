// A name as a cell of a table that leaves: neither run as a formula nor made a link of by a spreadsheet.
import { runsInSpreadsheets } from "@tocsin/core";

/** Addresses are broken up; `=`, `+`, `-`, `@` and the like at the beginning get an apostrophe in front. */
export function inertCell(text: string): string {
  const broken = text
    .replaceAll("://", "[:]//")
    .replaceAll(/\b(?:www|mailto)(?=[.:])/gi, (word) => `${word}[]`);
  return runsInSpreadsheets(broken) ? `'${broken}` : broken;
}
