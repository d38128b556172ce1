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

/** The country of the first value that names one: a code, or a place. */
export function countryOf(values: readonly (Json | undefined)[]): string {
  for (const value of values) {
    const country = isJsonObject(value) ? value["country"] : value;
    if (typeof country === "string" && country !== "") return country;
  }
  return "";
}
