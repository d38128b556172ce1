// Words about signers and their places, shared by the screens of a letter.
import type { Translator } from "@tocsin/language";
import { codeLabel } from "../words/labels.ts";

interface Named {
  readonly names: readonly { readonly text: string; readonly lang: string }[];
}

/** The name that it is ordered by; for whoever is not named what stands in its place. */
export function firstName(words: Translator, { names }: Named): string {
  return names[0]?.text ?? words.t("letters.out.withheld");
}

/** Null for nothing that was checked. */
export function rungWords(words: Translator, rung: string | null): string {
  return rung === null || rung === "none"
    ? words.t("letters.desk.rung.none")
    : codeLabel(words, "verificationRungs", rung);
}

export function standingWords(words: Translator, standing: string): string {
  return words.t(`letters.desk.standing.${standing}`);
}

export function placeWords(
  words: Translator,
  { country, region }: { readonly country: string | null; readonly region: string | null },
): string {
  if (country !== null) return codeLabel(words, "countries", country);
  return region === null ? words.t("letters.out.not-shown") : codeLabel(words, "areas", region);
}
