// What to do first, by family of acts. The advice is our own: whoever shows it says so, and says that nobody outside
// has checked it (`acts.first.note`).
import { acts, familyOf } from "./acts.ts";

export interface FirstSteps {
  readonly family: string;
  /** Catalogue key of the text. */
  readonly text: string;
  readonly source: "own";
  /** ISO 8601 date. */
  readonly written: string;
  readonly checked: boolean;
}

const written = "2026-11-23";

export const firstSteps: readonly FirstSteps[] = acts.terms
  .filter(({ code }) => code === familyOf(code))
  .map(({ code }) => ({ family: code, text: `acts.${code}.first`, source: "own", written, checked: false }));

/** First steps for the families of `codes`, each once, in the order of the vocabulary. */
export function firstStepsFor(codes: readonly string[]): readonly FirstSteps[] {
  const families = new Set(codes.map(familyOf));
  return firstSteps.filter(({ family }) => families.has(family));
}
