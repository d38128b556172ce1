// Every kind of Tocsin, one that nobody knows beforehand with all types of field, and vocabularies that take any code.
import {
  code,
  codes,
  data,
  date,
  flag,
  given,
  instant,
  integer,
  link,
  links,
  names,
  place,
  string,
  strings,
  text,
  translations,
  type Field,
} from "../fields.ts";
import { kind, type Kind } from "../kind.ts";
import * as answers from "../kinds/answers.ts";
import * as casework from "../kinds/casework.ts";
import * as evidence from "../kinds/evidence.ts";
import * as documents from "../kinds/documents.ts";
import * as outputs from "../kinds/outputs.ts";
import * as promises from "../kinds/promises.ts";
import * as resources from "../kinds/resources.ts";
import * as people from "../kinds/people.ts";
import * as voices from "../kinds/voices.ts";
import { createRegistry, type Registry } from "../registry.ts";

export const sample = kind(
  "sample",
  3,
  {
    title: text({ required: true, search: "high" }),
    note: text({ search: "low", multiline: true }),
    tag: string({ facet: true, search: "high" }),
    amount: integer(),
    isOpen: flag({ facet: true }),
    when: date({ sort: true, coarsen: "month" }),
    seen: instant(),
    where: place({ facet: "country", coarsen: "region" }),
    status: code("statuses", { facet: true }),
    parent: link("any", { brief: { alike: ["topics"], own: ["parent", "tag", "when"] } }),
    extra: data(),
    aliases: names({ search: "high", guard: "name" }),
    topics: codes("topics", { facet: true }),
    others: links("any"),
    labels: strings({ facet: true }),
    whenSaid: given("calendars", { of: "when", coarsen: "month" }),
    noteIn: translations("origins", { of: "note", search: "low" }),
  },
  { label: "title" },
);

export function testRegistry(): Registry {
  const kinds: readonly Kind[] = [
    casework.caseKind,
    casework.incidentKind,
    people.personKind,
    people.involvementKind,
    casework.sourceKind,
    people.consentKind,
    casework.eventLinkKind,
    casework.statementKind,
    casework.taskKind,
    people.organisationKind,
    people.relationKind,
    answers.actionKind,
    answers.measureKind,
    answers.proceedingKind,
    answers.hearingKind,
    answers.deadlineKind,
    evidence.evidenceKind,
    evidence.findingKind,
    promises.provisionKind,
    promises.commitmentKind,
    promises.recommendationKind,
    resources.resourceKind,
    documents.documentKind,
    documents.documentPartKind,
    voices.questionnaireKind,
    outputs.releaseKind,
    sample,
  ];
  const names = new Set(kinds.flatMap(({ fields }) => Object.values<Field>(fields).flatMap(vocabularyOf)));
  return createRegistry(
    kinds,
    [...names].map((name) => ({ name, terms: [], open: true })),
  );
}

const vocabularyOf = ({ vocabulary }: Field): readonly string[] =>
  vocabulary === undefined ? [] : [vocabulary];

/** Lower case, split at what is neither letter nor number. */
export const plainAnalyse = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
