// Vocabularies of what people answered, for the registry of records.
import type { Vocabulary } from "@tocsin/records";
import { codeFamilies, codingOrigins } from "./coding/families.ts";
import { attributions, carriers, reuses } from "./consent.ts";
import { purposes } from "./questionnaire.ts";

export const voiceVocabularies: readonly Vocabulary[] = [
  ownWords("questionnairePurposes", purposes),
  ownWords("attributions", attributions),
  ownWords("reuses", reuses),
  ownWords("contributionCarriers", carriers),
  ownWords("codeFamilies", codeFamilies),
  ownWords("codingOrigins", codingOrigins),
];

/** Terms of the program alone: nobody outside has looked at them. */
function ownWords(name: string, codes: readonly string[]): Vocabulary {
  const mark = {
    source: "Own words, for this program: the codes are of no list outside.",
    dated: "2026-11-29",
    checked: false,
  };
  return { name, terms: codes.map((code) => ({ code, ...mark })) };
}
