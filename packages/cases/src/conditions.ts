// Vocabularies about how people are, how they belong together, and what an attack was grounded on.
import { vocabulary } from "./mapping.ts";

/** Said by the person where it can be. HURIDOCS L39 is of sex, not of gender. */
export const genders = vocabulary({
  name: "genders",
  open: true,
  list: "L39",
  terms: {
    woman: "not-seen",
    man: "not-seen",
    "non-binary": "not-seen",
    other: "90",
    unknown: "99",
  },
});

/** Age in bands: enough to protect and to count, less to identify by. */
export const ageBands = vocabulary({
  name: "ageBands",
  extensible: false,
  terms: {
    child: "no-list",
    "child.under-13": "no-list",
    "child.13-15": "no-list",
    "child.16-17": "no-list",
    adult: "no-list",
    "adult.18-29": "no-list",
    "adult.30-59": "no-list",
    "adult.60-plus": "no-list",
    unknown: "no-list",
  },
});

/** How a person was when we last knew. */
export const victimStatus = vocabulary({
  name: "victimStatus",
  list: "L25",
  terms: {
    free: "not-seen",
    dead: "0101",
    missing: "0103",
    released: "0201",
    "released.bail": "not-seen",
    held: "0202",
    "held.sentenced": "not-seen",
    exiled: "0302",
    displaced: "0303",
    "in-hiding": "not-seen",
    injured: "not-seen",
    unknown: "99",
  },
});

/** How two people, or a person and an organisation, belong together. */
export const relations = vocabulary({
  name: "relations",
  list: "L21",
  terms: {
    family: "not-seen",
    "family.parent": "not-seen",
    "family.child": "not-seen",
    "family.partner": "not-seen",
    "family.sibling": "not-seen",
    "family.other": "not-seen",
    guardian: "not-seen",
    friend: "not-seen",
    colleague: "not-seen",
    employer: "not-seen",
    member: "not-seen",
    leader: "not-seen",
    commander: "not-seen",
    counsel: "not-seen",
    contact: "not-seen",
    "same-group": "not-seen",
    harms: "not-seen",
    other: "90",
  },
});

/** What a guardian said about recording a child's case. */
export const guardianConsent = vocabulary({
  name: "guardianConsent",
  extensible: false,
  terms: {
    given: "no-list",
    refused: "no-list",
    "unsafe-to-ask": "no-list",
    "not-needed": "no-list",
    unknown: "no-list",
  },
});

/** A trait that an attack was grounded on: recorded only then, and with a reason. */
export const traitGrounds = vocabulary({
  name: "traitGrounds",
  terms: {
    ethnicity: "no-list",
    indigenous: "no-list",
    religion: "no-list",
    "political-opinion": "no-list",
    gender: "no-list",
    orientation: "no-list",
    "gender-identity": "no-list",
    disability: "no-list",
    health: "no-list",
    language: "no-list",
    nationality: "no-list",
    migration: "no-list",
    age: "no-list",
    "caste-or-class": "no-list",
    union: "no-list",
    "family-status": "no-list",
    other: "no-list",
  },
});
