// Who takes part and in which way, how they belong together, and what they allowed.
import { code, codes, date, flag, integer, link, links, names, string, text } from "../fields.ts";
import { kind, type RecordOf } from "../kind.ts";

export const personKind = kind(
  "person",
  2,
  {
    name: text({ required: true, search: "high", guard: "name", sensitive: true }),
    pseudonym: text({ search: "high", guard: "alias" }),
    flags: codes("riskFlags", { facet: true }),
    gender: code("genders", { facet: true, wanted: true }),
    country: code("countries", { facet: true }),
    ageBand: code("ageBands", { facet: true, wanted: true }),
    /** A child when it happened: a defender like others, whose identity does not leave. */
    child: flag({ facet: true, group: "risk" }),
    names: names({ search: "high", guard: "name", sensitive: true, group: "names" }),
    occupation: text({ search: "low", guard: "case", sensitive: true, group: "more" }),
    exile: flag({ facet: true, group: "more" }),
    hostState: code("countries", { facet: true, group: "more" }),
    /** A trait is no business of ours, unless it is why somebody was attacked; then the reason stands beside it. */
    traitGrounds: codes("traitGrounds", {
      guard: "case",
      sensitive: true,
      group: "risk",
      needs: { field: "traitReason" },
    }),
    traitReason: text({ multiline: true, guard: "case", sensitive: true, group: "risk" }),
    notes: text({ search: "low", multiline: true, guard: "case", sensitive: true, group: "more" }),
    mergedInto: link("person", { fixed: true }),
    /** Somebody looked at both and said so: they are not suggested as one again. */
    notSame: links("person", { fixed: true }),
  },
  { label: "name", stretch: "record" },
);
export type Person = RecordOf<typeof personKind>;

export const organisationKind = kind(
  "organisation",
  1,
  {
    name: text({ required: true, search: "high", guard: "name", sensitive: true }),
    organisationKind: code("organisationKinds", { facet: true, wanted: true }),
    country: code("countries", { facet: true }),
    flags: codes("riskFlags", { facet: true }),
    names: names({ search: "high", guard: "name", sensitive: true, group: "names" }),
    notes: text({ search: "low", multiline: true, guard: "case", sensitive: true, group: "more" }),
    mergedInto: link("organisation", { fixed: true }),
    notSame: links("organisation", { fixed: true }),
  },
  { label: "name", stretch: "record" },
);
export type Organisation = RecordOf<typeof organisationKind>;

export const involvementKind = kind(
  "involvement",
  2,
  {
    role: code("roles", { required: true, facet: true }),
    person: link("person"),
    organisation: link("organisation"),
    /** Of a group that is not named: how many it is said to be. */
    groupSize: integer({ group: "more" }),
    incident: link("incident"),
    proceeding: link("proceeding", { group: "more" }),
    case: link("case"),
    degree: code("degrees", { facet: true }),
    perpetratorKind: code("perpetratorKinds", { facet: true }),
    /** How high an accused person stands; without it they are not named to anybody outside. */
    rank: code("ranks", { facet: true }),
    attribution: code("attributionGrounds", { facet: true }),
    grounds: text({ multiline: true, search: "low", guard: "case", sensitive: true }),
    victimStatus: code("victimStatus", { facet: true, group: "more" }),
    victimStatusWhen: date({ coarsen: "month", group: "more" }),
    ageThen: code("ageBands", { facet: true, group: "more" }),
  },
  { label: "role", stretch: "hidden" },
);
export type Involvement = RecordOf<typeof involvementKind>;

/** How two people, or a person and an organisation, belong together: the first is, say, the parent of the second. */
export const relationKind = kind(
  "relation",
  1,
  {
    relation: code("relations", { required: true, facet: true }),
    person: link("person", { guard: "tie", wanted: true }),
    to: link("person", { guard: "tie" }),
    organisation: link("organisation", { guard: "tie" }),
    since: date({ coarsen: "year" }),
    until: date({ coarsen: "year" }),
    notes: text({ search: "low", multiline: true, guard: "case", sensitive: true, group: "more" }),
  },
  { label: "relation", stretch: "hidden" },
);
export type Relation = RecordOf<typeof relationKind>;

/** Two separate questions about names, each yes or no. What was not answered is no. */
export const consentKind = kind(
  "consent",
  2,
  {
    scope: text({ required: true, multiline: true, search: "low", sensitive: true }),
    person: link("person", { wanted: true }),
    organisation: link("organisation", { group: "more" }),
    case: link("case"),
    uses: codes("consentUses", { facet: true, wanted: true }),
    namesToGovernment: flag({ wanted: true }),
    namesPublished: flag({ wanted: true }),
    given: date({ sort: true, wanted: true }),
    until: date(),
    how: code("consentHow", { facet: true, wanted: true }),
    withdrawn: date(),
    /** BCP 47: the language in which it was asked and answered. */
    language: string({ names: "language", wanted: true }),
    givenBy: text({ guard: "name", sensitive: true, group: "more" }),
    childView: text({ multiline: true, guard: "case", sensitive: true, group: "risk" }),
    guardian: code("guardianConsent", {
      facet: true,
      group: "risk",
      needs: { field: "guardianReason", when: ["unsafe-to-ask"] },
    }),
    guardianReason: text({ multiline: true, guard: "case", sensitive: true, group: "risk" }),
  },
  { label: "scope", stretch: "record" },
);
export type Consent = RecordOf<typeof consentKind>;
