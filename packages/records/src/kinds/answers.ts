// What was done about an attack, what States and companies do beyond it, and what goes on in court.
import {
  code,
  codes,
  date,
  flag,
  given,
  instant,
  integer,
  link,
  links,
  place,
  string,
  strings,
  text,
  translations,
} from "../fields.ts";
import { kind, type RecordOf } from "../kind.ts";

/** Help, a complaint, a letter: what was done, to whom, and what came back. */
export const actionKind = kind(
  "action",
  1,
  {
    title: text({ required: true, search: "high", sensitive: true }),
    actionKind: code("actionKinds", { facet: true, wanted: true }),
    addressee: text({ search: "high", sensitive: true, wanted: true }),
    sent: date({ sort: true, coarsen: "month", wanted: true }),
    result: code("actionResults", { facet: true, wanted: true }),
    case: link("case", { wanted: true }),
    incidents: links("incident"),
    organisation: link("organisation"),
    replied: date({ coarsen: "month" }),
    reply: text({ search: "low", multiline: true, guard: "case", sensitive: true }),
    /** Somebody was punished for it. */
    reprisal: flag({ facet: true, group: "more" }),
    reprisalIncident: link("incident", { group: "more" }),
    reprisalNote: text({ search: "low", multiline: true, guard: "case", sensitive: true, group: "more" }),
    evidence: links("evidence", { group: "more" }),
    about: text({ search: "low", multiline: true, guard: "case", sensitive: true, group: "more" }),
  },
  { label: "title", stretch: "record" },
);
export type Action = RecordOf<typeof actionKind>;

export const measureKind = kind(
  "measure",
  3,
  {
    title: text({ required: true, search: "high" }),
    measureKind: code("measureKinds", { facet: true, wanted: true }),
    actor: code("measureActors", { facet: true, wanted: true }),
    authority: text({ search: "high", wanted: true }),
    country: code("countries", { facet: true, wanted: true }),
    when: date({ sort: true, wanted: true }),
    organisation: link("organisation"),
    where: place({ spots: "measureKind", spotsCountry: "country", search: "low", coarsen: "region" }),
    legalBasis: text({ search: "low", multiline: true }),
    statedReason: text({ search: "low", multiline: true }),
    words: text({ search: "low", multiline: true }),
    sources: links("source", { wanted: true }),
    incidents: links("incident"),
    commitments: links("commitment", { grid: { countries: ["country"] } }),
    case: link("case"),
    evidence: links("evidence", { group: "more" }),
    /** As the source describes it. */
    technology: text({ search: "low", group: "more" }),
    technologies: codes("technologies", { facet: true, group: "more" }),
    vendor: link("organisation", { group: "more" }),
    /** Whether it is in force: a bill is not, and what was withdrawn is not any more. */
    stage: code("measureStages", { facet: true, group: "register" }),
    /** As the order, contract or licence is numbered. */
    reference: string({ search: "high", group: "register" }),
    /** Whom an order goes to, who receives a transfer, who holds a licence. */
    addressee: link("organisation", { group: "register" }),
    /** Of a transfer: where it goes. */
    destination: code("countries", { facet: true, group: "register" }),
    /** Services, sites, accounts or areas, as the order names them. */
    targets: strings({ search: "low", group: "register" }),
    /** Of what watches people: some who are suspected, or everybody who passes. */
    targeting: code("targetings", { facet: true, group: "register" }),
    /** Of an order, or a request for a licence: what came of it. */
    answer: code("measureAnswers", { facet: true, group: "register" }),
    /** Whether somebody looked at what it does to rights, and whether that can be read. */
    assessmentMade: code("assessmentsMade", { facet: true, group: "register" }),
    safeguards: codes("measureSafeguards", { facet: true, group: "register" }),
    barriers: codes("operatorBarriers", { facet: true, group: "register" }),
    redress: text({ search: "low", multiline: true, group: "register" }),
    /** In the smallest unit of the currency. */
    sum: integer({ group: "register" }),
    /** ISO 4217. */
    currency: string({ facet: true, group: "register" }),
    whenGiven: given("calendars", { of: "when", group: "dates" }),
    wordsIn: translations("textOrigins", { of: "words", search: "low", multiline: true, group: "languages" }),
  },
  { label: "title", stretch: "record" },
);
export type Measure = RecordOf<typeof measureKind>;

export const proceedingKind = kind(
  "proceeding",
  1,
  {
    title: text({ required: true, search: "high", sensitive: true }),
    proceedingKind: code("proceedingKinds", { facet: true, wanted: true }),
    stage: code("proceedingStages", { facet: true, wanted: true }),
    charges: codes("chargeFamilies", { facet: true, wanted: true }),
    filed: date({ sort: true, coarsen: "month", wanted: true }),
    forum: text({ search: "high", wanted: true }),
    country: code("countries", { facet: true, wanted: true }),
    /** One that is under way has none yet. */
    outcome: code("outcomes", {
      facet: true,
      wanted: { field: "stage", codes: ["judgment", "appeal", "final-appeal", "enforcement", "closed"] },
    }),
    /** Who brings it, in words; people and organisations take part by an involvement. */
    broughtBy: text({ search: "high", sensitive: true, guard: "name" }),
    legalBasis: text({ search: "low", multiline: true, sensitive: true, group: "more" }),
    /** In the smallest unit of the currency. */
    sum: integer({ group: "more" }),
    /** ISO 4217. */
    currency: string({ facet: true, group: "more" }),
    ended: date({ coarsen: "month", group: "more" }),
    outcomeWords: text({ search: "low", multiline: true, guard: "case", sensitive: true, group: "more" }),
    incidents: links("incident"),
    commitments: links("commitment", { grid: { countries: ["country"] }, group: "more" }),
    case: link("case", { wanted: true }),
    reference: string({ search: "high", sensitive: true, group: "more" }),
    evidence: links("evidence", { group: "more" }),
    filedGiven: given("calendars", { of: "filed", coarsen: "month", group: "dates" }),
  },
  { label: "title", stretch: "record" },
);
export type Proceeding = RecordOf<typeof proceedingKind>;

export const hearingKind = kind(
  "hearing",
  1,
  {
    title: text({ required: true, search: "low", sensitive: true }),
    proceeding: link("proceeding", { wanted: true }),
    when: date({ sort: true, coarsen: "month", wanted: true }),
    /** IANA name of the forum's time zone. */
    zone: string({ names: "zone" }),
    where: place({ search: "low", coarsen: "region", guard: "place" }),
    observed: flag({ facet: true }),
    result: text({ search: "low", multiline: true, guard: "case", sensitive: true }),
    case: link("case"),
  },
  { label: "title", stretch: "hidden" },
);
export type Hearing = RecordOf<typeof hearingKind>;

/** A day in law. What was computed is nobody's advice: it stays unconfirmed until a named person confirms it. */
export const deadlineKind = kind(
  "deadline",
  2,
  {
    title: text({ required: true, search: "high", sensitive: true }),
    due: date({ sort: true, coarsen: "month", wanted: true }),
    /** IANA name: the day ends there. */
    zone: string({ names: "zone", wanted: true }),
    proceeding: link("proceeding"),
    case: link("case"),
    /** The rule in words, and where it stands. */
    rule: text({ search: "low", multiline: true, wanted: true }),
    ruleSource: text({ search: "low", wanted: true }),
    done: instant(),
    /** From which day how many days were counted, where the program did. */
    countedFrom: date({ fixed: true }),
    countedDays: integer({ fixed: true }),
    /** Who confirmed which day; another day is not confirmed by it. */
    confirmedBy: text({ fixed: true, sensitive: true, guard: "name" }),
    confirmed: instant({ fixed: true }),
    confirmedDue: string({ fixed: true }),
    /** The round of reports that it belongs to, and the State that reports. */
    cycle: code("reportingCycles", { facet: true, group: "more" }),
    country: code("countries", { facet: true, group: "more" }),
  },
  { label: "title", stretch: "record" },
);
export type Deadline = RecordOf<typeof deadlineKind>;
