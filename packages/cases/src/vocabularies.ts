// All vocabularies of documentation, for the registry of records.
import type { Vocabulary } from "@tocsin/records";
import { acts } from "./acts.ts";
import { actionKinds, actionResults } from "./actions.ts";
import { ageBands, genders, guardianConsent, relations, traitGrounds, victimStatus } from "./conditions.ts";
import { datePrecision, eventLinks, violationStatus } from "./events.ts";
import { measureActors, measureKinds } from "./measures.ts";
import {
  attributionGrounds,
  perpetratorKinds,
  transnationalActors,
  transnationalTargets,
} from "./perpetrators.ts";
import { chargeFamilies, outcomes, proceedingKinds, proceedingStages } from "./proceedings.ts";
import { textOrigins, workingCopyKinds } from "./texts-and-copies.ts";
import { anchorStates } from "./anchor-states.ts";
import { areas, countries } from "./countries.ts";
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
  afterRetention,
  ageBands,
  anchorStates,
  attributionGrounds,
  audiences,
  calendars,
  caseStatus,
  chargeFamilies,
  confidence,
  consentHow,
  consentUses,
  countries,
  credibility,
  custodyEvents,
  datePrecision,
  defenceLinks,
  degrees,
  describedReasons,
  erasureGrounds,
  eventLinks,
  findingLevels,
  fixity,
  genders,
  guardianConsent,
  helpers,
  measureActors,
  measureKinds,
  organisationKinds,
  outcomes,
  outputFormats,
  perpetratorKinds,
  priority,
  proceedingKinds,
  proceedingStages,
  ranks,
  relations,
  reliability,
  retentionGrounds,
  riskFlags,
  roles,
  setting,
  sourceKinds,
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
