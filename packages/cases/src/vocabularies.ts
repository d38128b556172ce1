// All vocabularies of documentation, for the registry of records.
import type { Vocabulary } from "@tocsin/records";
import { acts } from "./acts.ts";
import { actionKinds, actionResults } from "./actions.ts";
import { ageBands, genders, guardianConsent, relations, traitGrounds, victimStatus } from "./conditions.ts";
import { datePrecision, eventLinks, violationStatus } from "./events.ts";
import {
  assessmentsMade,
  measureActors,
  measureAnswers,
  measureKinds,
  measureSafeguards,
  measureStages,
  operatorBarriers,
  targetings,
} from "./measures.ts";
import {
  attributionGrounds,
  perpetratorKinds,
  transnationalActors,
  transnationalTargets,
} from "./perpetrators.ts";
import { chargeFamilies, outcomes, proceedingKinds, proceedingStages } from "./proceedings.ts";
import { technologies } from "./technologies.ts";
import { textOrigins, workingCopyKinds } from "./texts-and-copies.ts";
import { resourceKinds, summaryKinds } from "./resources.ts";
import { anchorStates } from "./anchor-states.ts";
import { areas, countries } from "./countries.ts";
import { documentTemplateTerms } from "./document-templates.ts";
import { fileSigns } from "./file-signs.ts";
import { fixity } from "./fixity.ts";
import { helpers } from "./whom-to-ask.ts";
import { afterRetention, custodyEvents, erasureGrounds, retentionGrounds } from "./keeping.ts";
import { degrees, riskFlags, roles, setting } from "./people-and-parts.ts";
import { calendars, defenceLinks, describedReasons, organisationKinds, ranks, voices } from "./protection.ts";
import {
  confidence,
  credibility,
  findingLevels,
  reliability,
  sourceKinds,
  verification,
} from "./sources-and-trust.ts";
import { audiences, caseStatus, consentHow, consentUses, outputFormats, priority } from "./work.ts";

export const caseVocabularies: readonly Vocabulary[] = [
  areas,
  actionKinds,
  actionResults,
  acts,
  ownWords(afterRetention),
  ageBands,
  ownWords(anchorStates),
  attributionGrounds,
  ownWords(audiences),
  calendars,
  caseStatus,
  chargeFamilies,
  ownWords(confidence),
  ownWords(consentHow),
  ownWords(consentUses),
  countries,
  credibility,
  ownWords(custodyEvents),
  datePrecision,
  defenceLinks,
  degrees,
  describedReasons,
  ownWords(documentTemplateTerms),
  ownWords(erasureGrounds),
  eventLinks,
  ownWords(fileSigns),
  ownWords(findingLevels),
  ownWords(fixity),
  genders,
  guardianConsent,
  helpers,
  measureActors,
  measureStages,
  targetings,
  measureAnswers,
  assessmentsMade,
  measureSafeguards,
  operatorBarriers,
  measureKinds,
  organisationKinds,
  outcomes,
  ownWords(outputFormats),
  perpetratorKinds,
  priority,
  proceedingKinds,
  proceedingStages,
  ranks,
  relations,
  reliability,
  resourceKinds,
  ownWords(retentionGrounds),
  riskFlags,
  roles,
  setting,
  sourceKinds,
  summaryKinds,
  technologies,
  textOrigins,
  traitGrounds,
  transnationalActors,
  transnationalTargets,
  verification,
  victimStatus,
  violationStatus,
  voices,
  workingCopyKinds,
];

/** Terms of the program alone, mapped to nothing: nobody outside has looked at them. */
function ownWords(vocabulary: Vocabulary): Vocabulary {
  const mark = {
    source: "Own words, for this program: the codes are of no list outside.",
    dated: "2026-11-28",
    checked: false,
  };
  return { ...vocabulary, terms: vocabulary.terms.map((term) => ({ ...mark, ...term })) };
}
