// Vocabularies of actions: what was done about an attack, and what came of it.
import { vocabulary } from "./mapping.ts";

/** What was done about it. */
export const actionKinds = vocabulary({
  name: "actionKinds",
  list: "L20",
  terms: {
    help: "grouping",
    "help.money": "0101",
    "help.legal": "0102",
    "help.medical": "0103",
    "help.psychosocial": "not-seen",
    "help.relocation": "not-seen",
    "help.digital": "not-seen",
    "help.accompaniment": "not-seen",
    publicity: "grouping",
    "publicity.person": "0104",
    "publicity.event": "0203",
    contacts: "0105",
    referral: "0106",
    demand: "grouping",
    "demand.investigation": "0201",
    "demand.petition": "0202",
    "demand.letter": "not-seen",
    "demand.company": "not-seen",
    complaint: "not-seen",
    "complaint.police": "not-seen",
    "complaint.court": "no-term",
    "complaint.institution": "not-seen",
    "complaint.regulator": "not-seen",
    un: "not-seen",
    "un.special-procedures": "not-seen",
    "un.treaty-body": "not-seen",
    "un.working-group": "not-seen",
    "un.reprisals": "not-seen",
    "un.review": "not-seen",
    "body-letter": "not-seen",
    regional: "not-seen",
    remedy: "not-seen",
    other: "90",
  },
});

/** What came of an action. */
export const actionResults = vocabulary({
  name: "actionResults",
  terms: {
    waiting: "no-list",
    acknowledged: "no-list",
    answered: "no-list",
    refused: "no-list",
    achieved: "no-list",
    "achieved-in-part": "no-list",
    "no-answer": "no-list",
    "no-effect": "no-list",
    reprisal: "no-list",
    withdrawn: "no-list",
    unknown: "no-list",
  },
});
