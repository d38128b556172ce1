// Links counted by what they lead to and by country, as texts that the tables count: the rows and columns of a matrix, which
// is read out of them without a join.
import { isJsonObject, type Json, type RecordId } from "@tocsin/core";

export interface GridPlace {
  /** What the link leads to. */
  readonly to: RecordId;
  /** ISO 3166-1 alpha-2, or "" where no country is named. */
  readonly country: string;
  /** Code of the field that counts are kept apart by; "" where the record has none. */
  readonly apart: string;
}

/** The facet of the matrix of a link field. */
export function gridFacet(field: string): string {
  return `${field}.grid`;
}

/** Parted by tabs, which no code keeps. */
export function encodeGridPlace({ to, country, apart }: GridPlace): string {
  return [to, country, apart].join("\t");
}

/** Reads what `encodeGridPlace` wrote, and nothing else. */
export function parseGridPlace(text: string): GridPlace {
  const [to = "", country = "", apart = ""] = text.split("\t");
  return { to: to as RecordId, country, apart };
}

export interface GridCount extends GridPlace {
  readonly count: number;
}

/** Of counts as one text: a line each, the place as `encodeGridPlace` wrote it, a tab, and the number. */
export function parseGridCounts(text: string): readonly GridCount[] {
  const found: GridCount[] = [];
  let to = "";
  let country = "";
  for (let at = 0; at < text.length;) {
    const [first, second, third] = tabsFrom(text, at);
    const end = text.indexOf("\n", third);
    const next = end < 0 ? text.length : end;
    // What comes again keeps its string: there are tens of thousands of lines, and few of either.
    if (first - at !== to.length || !text.startsWith(to, at)) to = text.slice(at, first);
    if (second - first - 1 !== country.length || !text.startsWith(country, first + 1))
      country = text.slice(first + 1, second);
    const apart = text.slice(second + 1, third);
    found.push({ to: to as RecordId, country, apart, count: Number(text.slice(third + 1, next)) });
    at = next + 1;
  }
  return found;
}

function tabsFrom(text: string, at: number): readonly [number, number, number] {
  const first = text.indexOf("\t", at);
  const second = text.indexOf("\t", first + 1);
  return [first, second, text.indexOf("\t", second + 1)];
}

/** The country of the first value that names one: a code, or a place. */
export function countryOf(values: readonly (Json | undefined)[]): string {
  for (const value of values) {
    const country = isJsonObject(value) ? value["country"] : value;
    if (typeof country === "string" && country !== "") return country;
  }
  return "";
}
