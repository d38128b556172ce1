// The area of M49 that a country stands under.
import { countries } from "@tocsin/cases";

const areaByCountry: ReadonlyMap<string, string> = new Map(
  countries.terms.flatMap(({ code, crosswalk }): readonly (readonly [string, string])[] => {
    const area = crosswalk?.["m49area"];
    return area === undefined || area === "none" ? [] : [[code, area]];
  }),
);

/** Code of `areas`; null where the country stands under none, as invented ones do. */
export function areaOf(country: string): string | null {
  return areaByCountry.get(country) ?? null;
}
