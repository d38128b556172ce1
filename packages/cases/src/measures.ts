// Vocabularies of measures: what a State or company does beyond one incident.
import { vocabulary } from "./mapping.ts";

/** What a State or company does beyond one incident: law, policy, deployment, transfer, restriction. */
export const measureKinds = vocabulary({
  name: "measureKinds",
  terms: {
    law: "no-list",
    "law.expression": "no-list",
    "law.cybercrime": "no-list",
    "law.counter-terrorism": "no-list",
    "law.association": "no-list",
    "law.surveillance": "no-list",
    "law.encryption": "no-list",
    "law.identity": "no-list",
    "law.anti-slapp": "no-list",
    "law.protection": "no-list",
    policy: "no-list",
    "policy.company": "no-list",
    "policy.moderation": "no-list",
    deployment: "no-list",
    "deployment.biometric": "no-list",
    "deployment.spyware": "no-list",
    "deployment.interception": "no-list",
    "deployment.filtering": "no-list",
    transfer: "no-list",
    "transfer.purchase": "no-list",
    "transfer.licence": "no-list",
    "transfer.refusal": "no-list",
    restriction: "no-list",
    "restriction.shutdown": "no-list",
    "restriction.blocking": "no-list",
    "restriction.content": "no-list",
    "restriction.data-demand": "no-list",
    "restriction.licensing": "no-list",
    access: "no-list",
    "access.community": "no-list",
    "access.community.licence": "no-list",
    remedy: "no-list",
    "remedy.mechanism": "no-list",
    "remedy.moratorium": "no-list",
    transparency: "no-list",
    other: "no-list",
  },
});

/** Whose measure it is. */
export const measureActors = vocabulary({
  name: "measureActors",
  terms: {
    state: "no-list",
    "local-authority": "no-list",
    regulator: "no-list",
    court: "no-list",
    company: "no-list",
    "company.platform": "no-list",
    "company.operator": "no-list",
    "company.vendor": "no-list",
    "regional-body": "no-list",
    "un-body": "no-list",
    "standards-body": "no-list",
    "armed-group": "no-list",
    other: "no-list",
  },
});

/** How far a measure has come. */
export const measureStages = vocabulary({
  name: "measureStages",
  terms: {
    announced: "no-list",
    draft: "no-list",
    adopted: "no-list",
    "in-force": "no-list",
    suspended: "no-list",
    ended: "no-list",
    unknown: "no-list",
  },
});

/** Whom a technology that watches is turned on. */
export const targetings = vocabulary({
  name: "targetings",
  terms: { targeted: "no-list", untargeted: "no-list", unknown: "no-list" },
});

/** What came of an order, or of a request for a licence. */
export const measureAnswers = vocabulary({
  name: "measureAnswers",
  terms: {
    waiting: "no-list",
    complied: "no-list",
    partly: "no-list",
    refused: "no-list",
    granted: "no-list",
    withdrawn: "no-list",
    unknown: "no-list",
  },
});

/** Whether what a measure does to rights was looked at beforehand. */
export const assessmentsMade = vocabulary({
  name: "assessmentsMade",
  terms: { published: "no-list", unpublished: "no-list", none: "no-list", unknown: "no-list" },
});

/** Safeguards that a law or a deployment has: those of laws against SLAPPs as the directive (EU) 2024/1069 is reported. */
export const measureSafeguards = vocabulary({
  name: "measureSafeguards",
  terms: {
    "early-dismissal": "no-list",
    "burden-on-claimant": "no-list",
    security: "no-list",
    costs: "no-list",
    penalties: "no-list",
    "third-party": "no-list",
    authorisation: "no-list",
    oversight: "no-list",
    notice: "no-list",
    "time-limit": "no-list",
  },
});

/** What stands in the way of community operators: the five fields that the good practice of community networks names. */
export const operatorBarriers = vocabulary({
  name: "operatorBarriers",
  terms: {
    licensing: "no-list",
    spectrum: "no-list",
    backhaul: "no-list",
    finance: "no-list",
    information: "no-list",
  },
});
