import { placeParts, type EvidencePlace, type Place } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import { codeLabel } from "./labels.ts";

/** From fine to coarse, the country by its name. */
export function placeWords(words: Translator, place: Place): string {
  const country = place.country === undefined ? [] : [codeLabel(words, "countries", place.country)];
  const named = [...placeParts(place), ...country];
  if (named.length > 0) return named.join(" · ");
  return [place.latitude, place.longitude].map((part) => Number(part) / 1_000_000).join(", ");
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
