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
