// Where something happened, no more precise than it is known or may be shown.
import { CoreError } from "./errors.ts";

export const placePrecisions = ["country", "region", "locality", "point"] as const;
export type PlacePrecision = (typeof placePrecisions)[number];

export interface Place {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country?: string;
  /** First-level subdivision, in the words of the source. */
  readonly region?: string;
  readonly locality?: string;
  /** WGS 84, millionths of a degree. */
  readonly latitude?: number;
  readonly longitude?: number;
}

const textParts = ["region", "locality"] as const;
const maximumPart = 200;

/** Throws `core.bad-place`. */
export function parsePlace(value: unknown): Place {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw badPlace("expected an object");
  const given: Readonly<Record<string, unknown>> = { ...value };
  const place: { -readonly [Key in keyof Place]: Place[Key] } = {};
  for (const [key, part] of Object.entries(given)) {
    if (key === "country") place.country = parseCountry(part);
    else if (key === "latitude") place.latitude = parseDegrees(part, 90);
    else if (key === "longitude") place.longitude = parseDegrees(part, 180);
    else if (key === "region" || key === "locality") place[key] = parseName(part);
    else throw badPlace("unknown part");
  }
  if (Object.keys(place).length === 0) throw badPlace("nothing given");
  if ((place.latitude === undefined) !== (place.longitude === undefined))
    throw badPlace("latitude and longitude come together");
  return place;
}

export function precisionOf(place: Place): PlacePrecision {
  if (place.latitude !== undefined) return "point";
  if (place.locality !== undefined) return "locality";
  return place.region === undefined ? "country" : "region";
}

/** Keeps only what is as coarse as `to`, or coarser; undefined where nothing is left. */
export function coarsenPlace(place: Place, to: "country" | "region"): Place | undefined {
  const kept: Place = {
    ...(place.country === undefined ? {} : { country: place.country }),
    ...(to === "country" || place.region === undefined ? {} : { region: place.region }),
  };
  return Object.keys(kept).length === 0 ? undefined : kept;
}

/** From fine to coarse, for a line of text; the country stays a code, for the reader's language to name. */
export function placeParts(place: Place): readonly string[] {
  return [...textParts].reverse().flatMap((part) => place[part] ?? []);
}

function parseCountry(value: unknown): string {
  if (typeof value !== "string" || !/^[A-Z]{2}$/.test(value))
    throw badPlace("a country is two capital letters");
  return value;
}

function parseName(value: unknown): string {
  if (typeof value !== "string" || value.trim() === "" || value.length > maximumPart)
    throw badPlace("a name has 1 to 200 characters");
  return value;
}

function parseDegrees(value: unknown, limit: number): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || Math.abs(value) > limit * 1_000_000)
    throw badPlace(`degrees are whole millionths within ${limit}`);
  return value;
}

function badPlace(state: string): CoreError {
  return new CoreError("core.bad-place", `Cannot read place: ${state}`);
}
