import { placeParts, type EvidencePlace, type Place } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import { codeLabel } from "./labels.ts";

/** From fine to coarse, the country by its name; coordinates last. */
export function placeWords(words: Translator, place: Place): string {
  const { country, latitude, longitude } = place;
  return [
    ...placeParts(place),
    ...(country === undefined ? [] : [codeLabel(words, "countries", country)]),
    ...(latitude === undefined || longitude === undefined
      ? []
      : [degreesWords(words, { latitude, longitude })]),
  ].join(" · ");
}

interface Degrees {
  /** Millionths. */
  readonly latitude: number;
  readonly longitude: number;
}

/** Degrees with their directions, as exact as they are kept. */
export function degreesWords(words: Translator, { latitude, longitude }: Degrees): string {
  const degrees = (value: number): string =>
    new Intl.NumberFormat(words.locale, { maximumFractionDigits: 6 }).format(Math.abs(value) / 1_000_000);
  return words.t("pictures.map.degrees", {
    latitude: degrees(latitude),
    northOrSouth: latitude < 0 ? "south" : "north",
    longitude: degrees(longitude),
    eastOrWest: longitude < 0 ? "west" : "east",
  });
}

/** Where exactly in the evidence: file, table, row or line. */
export function evidencePlaceWords(words: Translator, place: EvidencePlace): string {
  const { file, table, row, line } = place;
  return [
    file,
    ...(table === undefined ? [] : [table]),
    ...(row === undefined ? [] : [words.t("desk.finding.row", { row })]),
    ...(line === undefined ? [] : [words.t("desk.finding.line", { line })]),
  ].join(" · ");
}
