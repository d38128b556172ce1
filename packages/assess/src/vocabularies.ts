// Vocabularies of commitments, for the registry of records.
import type { Vocabulary } from "@tocsin/records";
import { cycles } from "./cycles.ts";
import { assessedKinds, levels } from "./instruments/instrument.ts";

const themes =
  "biometrics shutdowns connectivity spyware remedy slapp transnational framework companies follow-up general " +
  "children harassment media content surveillance encryption";

export const assessVocabularies: readonly Vocabulary[] = [
  ownWords("themes", themes),
  ownWords("addressees", "states companies ohchr council intergovernmental"),
  ownWords("standings", "adopted adopted-general indirect weakened lost absent asked-for"),
  ownWords("duties", "respect protect fulfil follow-up"),
  ownWords("strengths", "binding political recommendation none"),
  ownWords("assessedKinds", assessedKinds.join(" ")),
  ownWords("assessmentLevels", levels.join(" ")),
  ownWords("engagementDecisions", "added refused"),
  ownWords("recommendationResponses", "accepted partly noted pending rejected unknown"),
  ownWords("negotiationStatus", "running adopted withdrawn postponed"),
  ownWords("draftStages", "zero informal tabled revised oral-revision amended adopted"),
  ownWords("draftSharing", "us coalition room open"),
  ownWords("bracketStates", "none some whole"),
  ownWords("agreedStates", "open ad-referendum agreed"),
  ownWords("askStandings", "absent in stronger weaker lost"),
  ownWords("amendmentOperations", "replace delete insert add"),
  ownWords("amendmentStates", "announced tabled withdrawn adopted rejected accepted-orally"),
  ownWords("positionStances", "propose support flexible oppose silent"),
  ownWords("hintRoles", "verb qualifier unused"),
  ownWords("adoptionWays", "consensus vote unknown"),
  ownWords("reportingCycles", cycles.map(({ id }) => id).join(" ")),
];

/** Terms of the program alone: nobody outside has looked at them. */
function ownWords(name: string, codes: string): Vocabulary {
  const mark = {
    source: "Own words, for this program: the codes are of no list outside.",
    dated: "2026-11-28",
    checked: false,
  };
  return { name, terms: codes.split(" ").map((code) => ({ code, ...mark })) };
}
