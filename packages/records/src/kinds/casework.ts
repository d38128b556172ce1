// What is documented: the case, what happened, where we know it from, what is due.
import {
  code,
  codes,
  data,
  date,
  flag,
  given,
  instant,
  link,
  links,
  place,
  string,
  strings,
  text,
  translations,
} from "../fields.ts";
import { kind, type RecordOf } from "../kind.ts";

export const caseKind = kind(
  "case",
  1,
  {
    title: text({ required: true, search: "high", sensitive: true }),
    status: code("caseStatus", { facet: true }),
    priority: code("priority", { facet: true }),
    opened: date({ sort: true }),
    summary: text({ search: "low", multiline: true, sensitive: true, guard: "case" }),
    flags: codes("riskFlags", { facet: true }),
  },
  { label: "title", stretch: "cases" },
);
export type Case = RecordOf<typeof caseKind>;

export const incidentKind = kind(
  "incident",
  2,
  {
    title: text({ required: true, search: "high", sensitive: true }),
    acts: codes("acts", { facet: true, wanted: true }),
    when: date({ sort: true, coarsen: "month", wanted: true }),
    where: place({
      facet: "country",
      spots: "status",
      search: "low",
      coarsen: "region",
      guard: "place",
      wanted: true,
    }),
    online: code("setting", { facet: true }),
    status: code("verification", { facet: true, wanted: true }),
    case: link("case", { wanted: true }),
    narrative: text({ search: "low", multiline: true, guard: "case", sensitive: true, wanted: true }),
    /** Whether the person's work for rights is why, and how we know. */
    defence: code("defenceLinks", { facet: true, wanted: true }),
    defenceGrounds: text({ search: "low", multiline: true, guard: "case", sensitive: true, wanted: true }),
    sources: links("source", { wanted: true }),
    evidence: links("evidence"),
    findings: links("finding"),
    commitments: links("commitment", {
      grid: {
        countries: ["originState", "where"],
        apart: "status",
        // What we wrote ourselves confirms nothing: without the name of a body it is counted apart.
        lacking: { code: "confirmed", field: "confirmedBy", as: "confirmed-unnamed" },
      },
    }),
    means: text({ search: "low", multiline: true, guard: "case", sensitive: true, group: "more" }),
    effects: text({ search: "low", multiline: true, guard: "case", sensitive: true, group: "more" }),
    statedReason: text({ search: "low", multiline: true, guard: "case", sensitive: true, group: "more" }),
    /** The body that confirmed it; what we find out ourselves confirms nothing. */
    confirmedBy: text({ search: "low", group: "more" }),
    borderActor: code("transnationalActors", { facet: true, group: "more" }),
    borderTargets: codes("transnationalTargets", { facet: true, group: "more" }),
    originState: code("countries", { facet: true, group: "more" }),
    hostState: code("countries", { facet: true, group: "more" }),
    whenGiven: given("calendars", { of: "when", coarsen: "month", group: "dates" }),
    titleIn: translations("textOrigins", { of: "title", sensitive: true, group: "languages" }),
    narrativeIn: translations("textOrigins", {
      of: "narrative",
      search: "low",
      multiline: true,
      guard: "case",
      sensitive: true,
      group: "languages",
    }),
    mergedInto: link("incident", { fixed: true }),
    notSame: links("incident", { fixed: true }),
  },
  { label: "title", stretch: "record" },
);
export type Incident = RecordOf<typeof incidentKind>;

/** How one incident belongs to another: the first is, say, before the second, or a reprisal for it. */
export const eventLinkKind = kind(
  "eventLink",
  1,
  {
    link: code("eventLinks", { required: true, facet: true }),
    from: link("incident", { wanted: true }),
    to: link("incident", { wanted: true }),
    grounds: text({ multiline: true, search: "low", guard: "case", sensitive: true, wanted: true }),
  },
  { label: "link", stretch: "hidden" },
);
export type EventLink = RecordOf<typeof eventLinkKind>;

export const sourceKind = kind(
  "source",
  2,
  {
    title: text({ required: true, search: "high", guard: "name", sensitive: true }),
    sourceKind: code("sourceKinds", { facet: true, wanted: true }),
    reliability: code("reliability", { facet: true, wanted: true }),
    credibility: code("credibility", { facet: true, wanted: true }),
    protection: flag({ facet: true }),
    case: link("case"),
    date: date({ sort: true, coarsen: "month" }),
    dateGiven: given("calendars", { of: "date", coarsen: "month", group: "dates" }),
    person: link("person", { group: "more" }),
    organisation: link("organisation", { group: "more" }),
    evidence: links("evidence", { group: "more" }),
    notes: text({ search: "low", multiline: true, guard: "case", sensitive: true, group: "more" }),
    mergedInto: link("source", { fixed: true }),
  },
  { label: "title", stretch: "record" },
);
export type Source = RecordOf<typeof sourceKind>;

/** What somebody said, in their own words or as others tell it: a body's own words outrank what others tell of them. */
export const statementKind = kind(
  "statement",
  1,
  {
    words: text({ required: true, search: "low", multiline: true, guard: "case", sensitive: true }),
    voice: code("voices", { facet: true, wanted: true }),
    /** Whose words they are: a body, as it calls itself. */
    cited: text({ search: "high", sensitive: true, wanted: true }),
    organisation: link("organisation", { group: "more" }),
    person: link("person"),
    /** What it is about, in a few words: statements on one thing are held against each other. */
    topic: text({ search: "high", wanted: true, sensitive: true }),
    said: date({ sort: true, coarsen: "month", wanted: true }),
    source: link("source", { wanted: true }),
    evidence: links("evidence", { group: "more" }),
    incident: link("incident"),
    case: link("case", { group: "more" }),
    saidGiven: given("calendars", { of: "said", coarsen: "month", group: "dates" }),
    wordsIn: translations("textOrigins", {
      of: "words",
      search: "low",
      multiline: true,
      guard: "case",
      sensitive: true,
      group: "languages",
    }),
  },
  { label: "words", stretch: "record" },
);
export type Statement = RecordOf<typeof statementKind>;

export const taskKind = kind(
  "task",
  2,
  {
    title: text({ required: true, search: "high", sensitive: true }),
    due: date({ sort: true }),
    done: instant(),
    case: link("case"),
    who: text({ sensitive: true, guard: "name" }),
    tags: strings({ facet: true }),
    /** IANA name: the day ends there. */
    zone: string({ names: "zone", group: "more" }),
    about: link("any", { group: "more" }),
  },
  { label: "title", stretch: "record" },
);
export type Task = RecordOf<typeof taskKind>;

/** How somebody looks at a list: filters, columns, order. Known to who opens the vault, offered to the device that made it. */
export const savedViewKind = kind(
  "savedView",
  1,
  {
    title: text({ required: true, sensitive: true }),
    /** Name of the kind whose list it is. */
    list: string({ required: true, fixed: true }),
    view: data(),
    /** Id of the device that it is offered to. */
    device: string({ fixed: true }),
    /** Put away; the way back is to undo that. */
    removed: flag(),
  },
  { label: "title", stretch: "hidden" },
);
export type SavedView = RecordOf<typeof savedViewKind>;
