// Lines of a table for spreadsheets (RFC 4180): begins with a byte order mark, by which they know UTF-8.
import { runsInSpreadsheets } from "@tocsin/core";

/** What a spreadsheet could run as a formula gets an apostrophe. */
export function csvLines(lines: readonly (readonly string[])[]): string {
  return `\ufeff${lines.map((cells) => cells.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

function csvCell(text: string): string {
  const safe = runsInSpreadsheets(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
