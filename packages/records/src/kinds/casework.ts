// What is documented: the case, what happened, who took part, where we know it from, what is due.
import { code, codes, date, flag, instant, link, links, names, place, strings, text } from "../fields.ts";
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
  1,
  {
    title: text({ required: true, search: "high", sensitive: true }),
    acts: codes("acts", { facet: true }),
    when: date({ sort: true, coarsen: "month" }),
    where: place({ facet: "country", coarsen: "region", guard: "place" }),
    online: code("setting", { facet: true }),
    status: code("verification", { facet: true }),
    case: link("case"),
    narrative: text({ search: "low", multiline: true, guard: "case", sensitive: true }),
    commitments: links("commitment"),
    findings: links("finding"),
    evidence: links("evidence"),
    sources: links("source"),
  },
  { label: "title", stretch: "record" },
);
export type Incident = RecordOf<typeof incidentKind>;

export const personKind = kind(
  "person",
  1,
  {
    name: text({ required: true, search: "high", guard: "name", sensitive: true }),
    names: names({ search: "high", guard: "name", sensitive: true }),
    pseudonym: text({ search: "high" }),
    gender: code("genders", { facet: true }),
    country: code("countries", { facet: true }),
    flags: codes("riskFlags", { facet: true }),
    notes: text({ search: "low", multiline: true, guard: "case", sensitive: true }),
  },
  { label: "name", stretch: "record" },
);
export type Person = RecordOf<typeof personKind>;

export const involvementKind = kind(
  "involvement",
  1,
  {
    role: code("roles", { required: true, facet: true }),
    person: link("person"),
    incident: link("incident"),
    case: link("case"),
    degree: code("degrees"),
    attribution: code("attributionGrounds"),
    grounds: text({ multiline: true, search: "low", guard: "case", sensitive: true }),
  },
  { label: "role", stretch: "hidden" },
);
export type Involvement = RecordOf<typeof involvementKind>;

export const sourceKind = kind(
  "source",
  1,
  {
    title: text({ required: true, search: "high", guard: "name", sensitive: true }),
    sourceKind: code("sourceKinds", { facet: true }),
    reliability: code("reliability", { facet: true }),
    credibility: code("credibility", { facet: true }),
    protection: flag({ facet: true }),
    case: link("case"),
    notes: text({ search: "low", multiline: true, guard: "case", sensitive: true }),
  },
  { label: "title", stretch: "record" },
);
export type Source = RecordOf<typeof sourceKind>;

export const consentKind = kind(
  "consent",
  1,
  {
    scope: text({ required: true, multiline: true, search: "low", sensitive: true }),
    person: link("person"),
    case: link("case"),
    uses: codes("consentUses", { facet: true }),
    namesToGovernment: flag(),
    namesPublished: flag(),
    given: date({ sort: true }),
    until: date(),
    how: code("consentHow", { facet: true }),
    withdrawn: date(),
  },
  { label: "scope", stretch: "record" },
);
export type Consent = RecordOf<typeof consentKind>;

export const taskKind = kind(
  "task",
  1,
  {
    title: text({ required: true, search: "high", sensitive: true }),
    due: date({ sort: true }),
    done: instant(),
    case: link("case"),
    who: text(),
    tags: strings({ facet: true }),
  },
  { label: "title", stretch: "record" },
);
export type Task = RecordOf<typeof taskKind>;
