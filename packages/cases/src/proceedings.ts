// Vocabularies of proceedings: charges and claims, kinds, stages, outcomes. The families of charges follow what organisations count; no list of HURIDOCS that we know of is about them.
import { vocabulary } from "./mapping.ts";

/** Families of charges and claims against defenders. */
export const chargeFamilies = vocabulary({
  name: "chargeFamilies",
  terms: {
    defamation: "no-list",
    "national-security": "no-list",
    terrorism: "no-list",
    "public-order": "no-list",
    cybercrime: "no-list",
    "false-news": "no-list",
    association: "no-list",
    "foreign-funding": "no-list",
    secrecy: "no-list",
    morality: "no-list",
    financial: "no-list",
    trespass: "no-list",
    "data-protection": "no-list",
    "business-harm": "no-list",
    contempt: "no-list",
    migration: "no-list",
    "other-criminal": "no-list",
    "other-civil": "no-list",
    unknown: "no-list",
  },
});

/** Kinds of proceedings. */
export const proceedingKinds = vocabulary({
  name: "proceedingKinds",
  terms: {
    criminal: "no-list",
    civil: "no-list",
    administrative: "no-list",
    constitutional: "no-list",
    disciplinary: "no-list",
    military: "no-list",
    extradition: "no-list",
    asylum: "no-list",
    inquest: "no-list",
    complaint: "no-list",
    international: "no-list",
    other: "no-list",
  },
});

/** How far a proceeding has come. */
export const proceedingStages = vocabulary({
  name: "proceedingStages",
  terms: {
    threatened: "no-list",
    investigation: "no-list",
    filed: "no-list",
    interim: "no-list",
    "early-dismissal": "no-list",
    trial: "no-list",
    judgment: "no-list",
    appeal: "no-list",
    "final-appeal": "no-list",
    enforcement: "no-list",
    suspended: "no-list",
    closed: "no-list",
    unknown: "no-list",
  },
});

/** How a proceeding ended. */
export const outcomes = vocabulary({
  name: "outcomes",
  terms: {
    pending: "no-list",
    convicted: "no-list",
    acquitted: "no-list",
    dropped: "no-list",
    dismissed: "no-list",
    "dismissed-early": "no-list",
    allowed: "no-list",
    "allowed-in-part": "no-list",
    settled: "no-list",
    pardoned: "no-list",
    "violation-found": "no-list",
    "no-violation": "no-list",
    inadmissible: "no-list",
    returned: "no-list",
    "not-returned": "no-list",
    expired: "no-list",
    unknown: "no-list",
  },
});
