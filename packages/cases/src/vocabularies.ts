// All vocabularies of documentation, for the registry of records.
import type { Vocabulary } from "@tocsin/records";
import { acts } from "./acts.ts";
import { anchorStates } from "./anchor-states.ts";
import { countries } from "./countries.ts";
import { fixity } from "./fixity.ts";
import { afterRetention, custodyEvents, erasureGrounds, retentionGrounds } from "./keeping.ts";
import { degrees, gender, riskFlags, roles, setting } from "./people-and-parts.ts";
import {
  attribution,
  confidence,
  credibility,
  findingLevels,
  reliability,
  sourceKinds,
  verification,
} from "./sources-and-trust.ts";
import { audiences, caseStatus, consentHow, consentUses, outputFormats, priority } from "./work.ts";

export const caseVocabularies: readonly Vocabulary[] = [
  acts,
  afterRetention,
  anchorStates,
  attribution,
  audiences,
  caseStatus,
  confidence,
  consentHow,
  consentUses,
  countries,
  credibility,
  custodyEvents,
  degrees,
  erasureGrounds,
  findingLevels,
  fixity,
  gender,
  outputFormats,
  priority,
  reliability,
  retentionGrounds,
  riskFlags,
  roles,
  setting,
  sourceKinds,
  verification,
];
