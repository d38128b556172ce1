// What people were asked and what they answered: a version of a questionnaire, each file that came back, and each answer in
// it with the consent that was given for it. The words of an answer stay as they came; what they say in another language
// stands beside them.
import {
  code,
  data,
  date,
  flag,
  instant,
  integer,
  link,
  links,
  string,
  strings,
  text,
  translations,
} from "../fields.ts";
import { kind, type RecordOf } from "../kind.ts";

/** One version, with the key that opens what is answered to it: the program makes one for each. */
export const questionnaireKind = kind(
  "questionnaire",
  1,
  {
    title: text({ required: true, search: "high", fixed: true }),
    name: string({ required: true, search: "high", fixed: true }),
    edition: integer({ fixed: true }),
    purpose: code("questionnairePurposes", { facet: true, fixed: true }),
    /** Who asks, as the form says. */
    asker: text({ fixed: true }),
    made: instant({ sort: true, fixed: true }),
    /** BCP 47; the original first. */
    spoken: strings({ fixed: true, names: "language" }),
    /** SHA-256 of what is asked, in every language. */
    digest: string({ search: "high", fixed: true }),
    /** The questionnaire itself: docs/formats/questionnaire.md. */
    content: data({ fixed: true }),
    /** Recipients of age to whom answers are sealed: that of the vault, and others. */
    recipient: string({ fixed: true }),
    others: strings({ fixed: true }),
    /** {identity}: what opens answers that are sealed to `recipient`. */
    inbox: data({ fixed: true, secret: true }),
  },
  { label: "title", stretch: "voices" },
);
export type QuestionnaireRecord = RecordOf<typeof questionnaireKind>;

/** One file that came back. */
export const contributionKind = kind(
  "contribution",
  1,
  {
    /** The first digits of the file's hash: it names nobody. */
    reference: string({ required: true, search: "high", fixed: true }),
    questionnaire: link("questionnaire", {
      fixed: true,
      brief: { alike: ["writtenIn", "carrier", "region"], own: ["form", "alike"] },
    }),
    /** Day by the clock of whoever answered. */
    answered: date({ sort: true, fixed: true }),
    received: instant({ fixed: true }),
    writtenIn: string({ facet: true, fixed: true, names: "language" }),
    /** As a form, on paper, or at a workshop. */
    carrier: code("contributionCarriers", { facet: true, fixed: true }),
    readIn: string({ facet: true, fixed: true, names: "language" }),
    /** The same in files that were saved from one form. */
    form: string({ fixed: true }),
    edition: integer({ fixed: true }),
    /** SHA-256 of the file as it came, and of what was answered alone. */
    sha256: string({ search: "high", fixed: true }),
    saying: string({ fixed: true }),
    /** An earlier one that says exactly the same, or was saved from the same form. */
    alike: link("contribution", { fixed: true }),
    earlier: link("contribution", { fixed: true }),
    original: link("evidence", { fixed: true }),
    /** Questions that must be answered and were not. */
    lacking: integer({ fixed: true }),
    name: text({ fixed: true, sensitive: true, guard: "name" }),
    organisation: text({ fixed: true, sensitive: true, guard: "name" }),
    role: text({ fixed: true, sensitive: true, guard: "name" }),
    region: text({ fixed: true, sensitive: true, guard: "name" }),
    contact: text({ fixed: true, sensitive: true, guard: "name" }),
    /** Who typed in what was on paper or said at a table; the log says when. */
    typedBy: text({ fixed: true, sensitive: true, guard: "name" }),
    /** The workshop at which it was said. */
    workshop: text({ fixed: true, search: "low", sensitive: true, guard: "case" }),
    /** What became of it, told to whoever gave it. */
    became: text({ multiline: true, search: "low", sensitive: true, guard: "case" }),
    toldOn: date(),
    note: text({ multiline: true, search: "low", sensitive: true, guard: "case" }),
  },
  { label: "reference", stretch: "voices" },
);
export type Contribution = RecordOf<typeof contributionKind>;

/** Whatever leaves of an answer leaves only where its words may be quoted, for this, still, and nobody took that back. */
const quotable = {
  allowed: { by: "mayQuote", unless: "withdrawn", until: "until", reach: "reuse" },
} as const;

export const contributionAnswerKind = kind(
  "contributionAnswer",
  1,
  {
    /** Name of the question in the questionnaire. */
    question: string({ required: true, fixed: true, facet: true, search: "low" }),
    contribution: link("contribution", {
      required: true,
      fixed: true,
      brief: { alike: ["contribution", "questionnaire", "until"], own: [] },
    }),
    questionnaire: link("questionnaire", {
      fixed: true,
      brief: { alike: ["question", "mayQuote", "until", "withdrawn"], own: ["contribution", "time"] },
    }),
    attribution: code("attributions", { facet: true, fixed: true }),
    mayQuote: flag({ facet: true, fixed: true }),
    reuse: code("reuses", { facet: true, fixed: true }),
    /** Of a question that repeats: which time, from 1. */
    time: integer({ fixed: true }),
    /** As it was written. */
    words: text({ multiline: true, search: "low", fixed: true, sensitive: true, ...quotable }),
    wordsIn: translations("textOrigins", { of: "words", search: "low", multiline: true, ...quotable }),
    /** Codes of the questionnaire. */
    chosen: strings({ fixed: true, ...quotable }),
    number: integer({ fixed: true, ...quotable }),
    day: date({ fixed: true, coarsen: "month", ...quotable }),
    /** Until when it may be kept. */
    until: date({ fixed: true }),
    /** Since when it may not be used any more. */
    withdrawn: date(),
  },
  { label: "question", stretch: "hidden" },
);
export type ContributionAnswer = RecordOf<typeof contributionAnswerKind>;

/** What answers are coded by. Its edition goes up whenever what a code means changes; every change of a code stays in the log. */
export const codebookKind = kind(
  "codebook",
  1,
  {
    title: text({ required: true, search: "high" }),
    edition: integer({ fixed: true }),
    begun: instant({ fixed: true, sort: true }),
    note: text({ multiline: true, search: "low" }),
  },
  { label: "title", stretch: "record" },
);
export type Codebook = RecordOf<typeof codebookKind>;

export const codebookCodeKind = kind(
  "codebookCode",
  1,
  {
    title: text({ required: true, search: "high" }),
    codebook: link("codebook", { required: true, fixed: true }),
    family: code("codeFamilies", { required: true, facet: true, fixed: true }),
    definition: text({ multiline: true, search: "low", wanted: true }),
    /** What was coded by this one counts for that one. */
    mergedInto: link("codebookCode", { fixed: true }),
    /** Not offered any more; what was coded by it stays. */
    retired: flag({ facet: true }),
  },
  { label: "title", stretch: "hidden" },
);
export type CodebookCode = RecordOf<typeof codebookCodeKind>;

/** A stretch of the words of one answer, held by where it begins and ends and by what stands there. */
export const segmentKind = kind(
  "segment",
  1,
  {
    quote: text({ required: true, multiline: true, search: "low", fixed: true, sensitive: true }),
    answer: link("contributionAnswer", { required: true, fixed: true }),
    /** In code points of the original, the end not included. */
    start: integer({ required: true, fixed: true }),
    end: integer({ required: true, fixed: true }),
    before: string({ fixed: true, sensitive: true }),
    after: string({ fixed: true, sensitive: true }),
    /** SHA-256 of the whole original. */
    digest: string({ required: true, fixed: true }),
  },
  { label: "quote", stretch: "hidden" },
);
export type Segment = RecordOf<typeof segmentKind>;

/** That one coder gave one code to one segment. */
export const codingKind = kind(
  "coding",
  1,
  {
    code: link("codebookCode", { required: true, fixed: true }),
    segment: link("segment", { required: true, fixed: true }),
    answer: link("contributionAnswer", { fixed: true }),
    /** The contribution that it counts for: there only while it counts. */
    counts: link("contribution", {
      fixed: true,
      brief: { alike: ["code"], own: ["segment"] },
    }),
    /** The words speak against it: told beside what counts, and never counted with it. */
    against: flag({ fixed: true, facet: true }),
    /** Edition of the codebook. */
    edition: integer({ fixed: true }),
    origin: code("codingOrigins", { required: true, facet: true, fixed: true }),
    coder: text({ fixed: true, sensitive: true, guard: "name" }),
    /** Who accepted what a machine suggested. */
    acceptedBy: text({ fixed: true, sensitive: true, guard: "name" }),
    when: instant({ fixed: true, sort: true }),
    removed: instant({ fixed: true }),
  },
  { label: "origin", stretch: "hidden" },
);
export type Coding = RecordOf<typeof codingKind>;

/** One coder's part in coding a questionnaire: which answers they have been through. */
export const codingSheetKind = kind(
  "codingSheet",
  1,
  {
    coder: text({ required: true, fixed: true, sensitive: true, guard: "name" }),
    questionnaire: link("questionnaire", { required: true, fixed: true }),
    codebook: link("codebook", { required: true, fixed: true }),
    read: links("contributionAnswer", { fixed: true }),
    begun: instant({ fixed: true, sort: true }),
  },
  { label: "coder", stretch: "hidden" },
);
export type CodingSheet = RecordOf<typeof codingSheetKind>;
