// Fingerprints of block pages, in the CSV form in which the field publishes them (`fingerprints_dns.csv`,
// `fingerprints_http.csv`). None come with Tocsin: a person brings the list that they trust.
import { NetworkError } from "../errors.ts";
import { parseTable } from "./csv.ts";

export type FingerprintPlace = "dns" | "body" | `header.${string}`;
export type FingerprintPattern = "full" | "prefix" | "contains";

export interface Fingerprint {
  readonly name: string;
  readonly place: FingerprintPlace;
  readonly kind: FingerprintPattern;
  readonly pattern: string;
  /** `fp` in the list: what it matches is no block page. */
  readonly isFalsePositive: boolean;
  /** ISO 3166-1 alpha-2, upper case; empty when the list names none. */
  readonly countries: readonly string[];
}

export interface FingerprintList {
  readonly fingerprints: readonly Fingerprint[];
  /** Rows that are not used: regular expressions, which would run over untrusted pages, and unknown forms. */
  readonly skipped: number;
}

const shortestPattern = 4;
const longestPattern = 10_000;

/** Throws `network.bad-fingerprints` when the table lacks a column or is no table. */
export function parseFingerprints(text: string): FingerprintList {
  const fingerprints: Fingerprint[] = [];
  let skipped = 0;
  for (const row of parseTable(text)) {
    const fingerprint = readRow(row);
    if (fingerprint === null) skipped += 1;
    else fingerprints.push(fingerprint);
  }
  return { fingerprints, skipped };
}

function readRow(row: ReadonlyMap<string, string>): Fingerprint | null {
  const place = placeOf(column(row, "location_found"));
  const kind = column(row, "pattern_type");
  const pattern = column(row, "pattern");
  if (place === null || (kind !== "full" && kind !== "prefix" && kind !== "contains")) return null;
  if (pattern.length < shortestPattern || pattern.length > longestPattern) return null;
  const countries = column(row, "expected_countries").toUpperCase().split(",");
  return {
    name: column(row, "name"),
    place,
    kind,
    pattern,
    isFalsePositive: column(row, "scope") === "fp",
    countries: countries.map((country) => country.trim()).filter((country) => /^[A-Z]{2}$/.test(country)),
  };
}

function placeOf(text: string): FingerprintPlace | null {
  if (text === "dns" || text === "body") return text;
  return text.startsWith("header.") ? `header.${text.slice("header.".length).toLowerCase()}` : null;
}

function column(row: ReadonlyMap<string, string>, name: string): string {
  const value = row.get(name);
  if (value === undefined)
    throw new NetworkError("network.bad-fingerprints", `Cannot read fingerprints: no column ${name}`);
  return value;
}
