// What an instrument means, as one text: whatever a rater reads or a rule uses, without translations and without marks of
// who has looked at it. Two with the same meaning are the same version; a digest of it names that.
import { encodeCanonicalText, type Json } from "@tocsin/core";
import type { Instrument } from "./instrument.ts";

export function meaningOf(instrument: Instrument): string {
  const { translations: _translations, unreviewed: _unreviewed, checked: _checked, ...meaning } = instrument;
  const questions = meaning.questions.map(({ sources, ...question }) => ({
    ...question,
    sources: sources.map(({ confirmed: _confirmed, ...source }) => source),
  }));
  // Plain data by its type; a canonical text has no place for what is undefined.
  return encodeCanonicalText(JSON.parse(JSON.stringify({ ...meaning, questions })) as Json);
}

/** `biometric-system@1`. */
export function versionName({ id, version }: Pick<Instrument, "id" | "version">): string {
  return `${id}@${version}`;
}
