// Vocabularies of letters and signatures, for the registry of records.
import type { Vocabulary } from "@tocsin/records";
import { rungs } from "./ladder.ts";
import { visibilities } from "./signer.ts";

export const letterVocabularies: readonly Vocabulary[] = [
  ownWords("letterStates", ["open", "frozen"]),
  ownWords("signatureVisibility", visibilities),
  ownWords("signatureStates", ["waiting", "accepted", "refused"]),
  ownWords("signatureWays", ["typed", "paper", "table", "questionnaire"]),
  ownWords(
    "verificationRungs",
    rungs.filter((rung) => rung !== "none"),
  ),
  ownWords("signerDecisions", ["same", "apart"]),
];

/** Terms of the program alone: nobody outside has looked at them. */
function ownWords(name: string, codes: readonly string[]): Vocabulary {
  const mark = {
    source: "Own words, for this program: the codes are of no list outside.",
    dated: "2026-11-30",
    checked: false,
  };
  return { name, terms: codes.map((code) => ({ code, ...mark })) };
}
