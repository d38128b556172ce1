// A mark of the map as words: which place, how well it is known, how many incidents.
import type { Translator } from "@tocsin/language";
import type { MapCountry, MapPoint } from "@tocsin/workspace";
import { codeLabel } from "../../words/labels.ts";
import type { MapMark } from "./map-layout.ts";

export const ringParts = ["locality", "region", "whole"] as const;

export function countryWords(words: Translator, country: string): string {
  return country === "" ? words.t("pictures.map.no-country") : codeLabel(words, "countries", country);
}

/** Degrees with their directions, as exact as the map is. */
export function pointWords(words: Translator, { latitude, longitude }: MapPoint): string {
  const degrees = (value: number): string =>
    new Intl.NumberFormat(words.locale, { maximumFractionDigits: 1 }).format(Math.abs(value));
  return words.t("pictures.map.degrees", {
    latitude: degrees(latitude),
    northOrSouth: latitude < 0 ? "south" : "north",
    longitude: degrees(longitude),
    eastOrWest: longitude < 0 ? "west" : "east",
  });
}

export function placeOf(words: Translator, { country, point, known, keys }: MapMark): string {
  const name = countryWords(words, country);
  if (known !== null) return name;
  const where =
    point === null ? words.t("pictures.map.together", { count: keys.length }) : pointWords(words, point);
  return country === "" ? where : `${name} · ${where}`;
}

export function markWords(words: Translator, mark: MapMark): string {
  const number = words.t("pictures.map.incidents", { count: mark.count });
  const parts = mark.known === null ? [words.t("pictures.map.exact")] : knownWords(words, mark.known);
  return [placeOf(words, mark), number, ...parts].join(" · ");
}

/** "Known to the town: 2", each that there is. */
function knownWords(words: Translator, known: MapCountry): readonly string[] {
  return ringParts
    .filter((part) => known[part] > 0)
    .map((part) => words.t(`pictures.map.known.${part}`, { count: known[part] }));
}
