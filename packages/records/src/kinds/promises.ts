// What was promised or asked: texts, the commitments that stand in them, and recommendations that bodies made to States.
import { code, codes, date, flag, integer, link, links, string, strings, text } from "../fields.ts";
import { kind, type RecordOf } from "../kind.ts";

/** A text that an organisation holds others to: those that the program comes with are in no vault. */
export const provisionKind = kind(
  "provision",
  1,
  {
    title: text({ required: true, search: "high" }),
    /** As the text is cited. */
    symbol: string({ search: "high", wanted: true }),
    issuedBy: text({ search: "high", wanted: true }),
    dated: date({ sort: true, wanted: true }),
    strength: code("strengths", { facet: true, group: "more" }),
    words: text({ multiline: true, search: "low" }),
    address: string(),
    sources: strings({ group: "more" }),
    /** Whether somebody held what is said here against the official text. */
    checked: flag({ facet: true, group: "more" }),
  },
  { label: "title", stretch: "commitments" },
);
export type Provision = RecordOf<typeof provisionKind>;

export const commitmentKind = kind(
  "commitment",
  2,
  {
    title: text({ required: true, search: "high" }),
    reference: string({ search: "high" }),
    /** Symbol of the text that it stands in, where it stands in one. */
    instrument: string({ search: "low" }),
    theme: code("themes", { facet: true }),
    addressee: code("addressees", { facet: true }),
    duty: code("duties", { facet: true, group: "more" }),
    strength: code("strengths", { facet: true, group: "more" }),
    standing: code("standings", { facet: true }),
    words: text({ multiline: true, search: "low" }),
    sources: strings({ group: "more" }),
    checked: flag({ facet: true, group: "more" }),
    /** The text that it stands in, where the organisation keeps that as a record of its own, and where in it. */
    provision: link("provision", { group: "more" }),
    paragraph: string({ search: "low", group: "more" }),
  },
  { label: "title", stretch: "commitments" },
);
export type Commitment = RecordOf<typeof commitmentKind>;

/** What a body or another State recommended to one State or several. A person decides which commitments it is about. */
export const recommendationKind = kind(
  "recommendation",
  1,
  {
    words: text({ required: true, search: "high", multiline: true }),
    /** As the list that it comes from names it. */
    reference: string({ search: "high", group: "more" }),
    countries: codes("countries", { facet: true, wanted: true }),
    /** The body that made it, or the review that it was made in, as the list calls it. */
    body: string({ facet: true, search: "low", wanted: true }),
    recommendedBy: codes("countries", { facet: true, group: "more" }),
    when: date({ sort: true, wanted: true }),
    session: string({ facet: true, group: "more" }),
    response: code("recommendationResponses", { facet: true }),
    /** 1 to 5, as UPR Info counts how specific what is asked for is: 5 is a specific action. */
    actionCategory: integer({ facet: true, group: "more" }),
    /** As the list words them: they are of its vocabulary, not of ours. */
    themes: strings({ facet: true, search: "low" }),
    persons: strings({ facet: true, group: "more" }),
    goals: strings({ facet: true, group: "more" }),
    /** Symbol or address of the document. */
    document: string({ search: "low", group: "more" }),
    commitments: links("commitment", { group: "more" }),
    notes: text({ multiline: true, search: "low", group: "more" }),
  },
  { label: "words", stretch: "commitments" },
);
export type Recommendation = RecordOf<typeof recommendationKind>;
