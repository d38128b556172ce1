// Where records lie, as texts that the tables count: the year, a status, and the place as coarse as a map of the world needs.
import { isJsonObject, type Json } from "@tocsin/core";

/** What is known of a place beyond its country, from fine to coarse. */
const named = ["locality", "region"] as const;

export interface Spot {
  /** Four digits of the year in which it began, or "" where nobody knows. */
  readonly year: string;
  /** Code of the field that spots are kept apart by; "" where it has none. */
  readonly status: string;
  /** ISO 3166-1 alpha-2, or "". */
  readonly country: string;
  readonly hasRegion: boolean;
  readonly hasLocality: boolean;
  /** Tenths of a degree; null where there are no coordinates. */
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
}

interface SpotInput {
  readonly place: Json | undefined;
  readonly status: Json | undefined;
  /** Milliseconds since 1970, or null. */
  readonly began: number | null;
}

/** One text for all records that lie together; parted by tabs, which no code keeps. */
export function encodeSpot({ place, status, began }: SpotInput): string {
  const parts = isJsonObject(place) ? place : {};
  const { country, latitude, longitude } = parts;
  const known = named.map((part) => (typeof parts[part] === "string" ? "1" : "0")).join("");
  return [
    began === null ? "" : String(new Date(began).getUTCFullYear()),
    typeof status === "string" ? status : "",
    typeof country === "string" ? country : "",
    known,
    typeof latitude === "number" && typeof longitude === "number"
      ? `${tenths(latitude)} ${tenths(longitude)}`
      : "",
  ].join("\t");
}

/** Reads what `encodeSpot` wrote, and nothing else. */
export function parseSpot(text: string): Spot {
  const [year = "", status = "", country = "", known = "", at = ""] = text.split("\t");
  const [latitude = 0, longitude = 0] = at.split(" ").map(Number);
  return {
    year,
    status,
    country,
    hasLocality: known.startsWith("1"),
    hasRegion: known.endsWith("1"),
    point: at === "" ? null : { latitude, longitude },
  };
}

/** Of millionths of a degree. A zero without a sign: it would be two places otherwise. */
function tenths(millionths: number): number {
  return Math.round(millionths / 100_000) + 0;
}
