// Reads comma-separated tables (RFC 4180) with a first line of names.
import { NetworkError } from "../errors.ts";

const maximumRows = 200_000;

/** Rows by column name. Throws `network.bad-fingerprints` on a quote that never closes or too many rows. */
export function parseTable(text: string): readonly ReadonlyMap<string, string>[] {
  const [names, ...rows] = parseRows(text);
  if (names === undefined) return [];
  return rows
    .filter((row) => row.length > 1 || row[0] !== "")
    .map((row) => new Map(names.map((name, at) => [name, row[at] ?? ""])));
}

function parseRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith("\ufeff") ? 1 : 0;
  while (at < text.length) {
    const field = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at);
    row.push(field.value);
    at = field.end;
    if (text[at] === ",") {
      at += 1;
      if (at === text.length) row.push("");
      continue;
    }
    if (text[at] === "\r") at += 1;
    if (text[at] === "\n") at += 1;
    rows.push(row);
    row = [];
    if (rows.length > maximumRows)
      throw new NetworkError(
        "network.bad-fingerprints",
        `Cannot read fingerprints: more than ${maximumRows} rows`,
      );
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

interface Field {
  readonly value: string;
  readonly end: number;
}

function readPlain(text: string, start: number): Field {
  let end = start;
  while (end < text.length && text[end] !== "," && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { value: text.slice(start, end), end };
}

function readQuoted(text: string, start: number): Field {
  let value = "";
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1)
      throw new NetworkError("network.bad-fingerprints", "Cannot read fingerprints: a quote is not closed");
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, end: skipToSeparator(text, quote + 1) };
    value += '"';
    from = quote + 2;
  }
}

/** Stray text between a closing quote and the next separator is left out. */
function skipToSeparator(text: string, start: number): number {
  return readPlain(text, start).end;
}
