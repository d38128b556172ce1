// Drafts of documents: which template, about what, for whom; and what people wrote in each part, a record a part, so that two
// people can write at two parts and every version of each is in the log.
import { code, data, link, links, string, text } from "../fields.ts";
import { kind, type RecordOf } from "../kind.ts";

export const documentKind = kind(
  "document",
  1,
  {
    title: text({ required: true, search: "high", sensitive: true }),
    template: code("documentTemplates", { required: true, fixed: true, facet: true }),
    /** BCP 47: in which its fixed words stand. */
    language: string({ names: "language", wanted: true }),
    /** In the place of the template's. */
    audience: code("audiences", { facet: true }),
    case: link("case"),
    country: code("countries", { facet: true }),
    proceeding: link("proceeding"),
    measure: link("measure"),
    /** The consultation of which it is the report. */
    questionnaire: link("questionnaire"),
    /** Who speaks, and to whom, as it is to be printed. */
    organisation: text({ sensitive: true }),
    addressee: text({ sensitive: true }),
    /** Words that are allowed, by name of the part or `whole`: a number, or null for no limit. */
    limits: data(),
  },
  { label: "title", stretch: "outputs" },
);
export type DocumentDraft = RecordOf<typeof documentKind>;

/** Marks of notes in what people write: `[^` and the id of a record, `]`. They are no words. */
export const noteMark = /\[\^([0-9a-z]{1,40})\]/gu;

/** The same, and `[^?]`: behind a sentence that claims something, until a note stands there. */
export const claimMark = /\[\^([0-9a-z]{1,40}|\?)\]/gu;
export const openClaim = "?";

/** What people wrote for one part of a document. */
export const documentPartKind = kind(
  "documentPart",
  1,
  {
    document: link("document", { required: true, fixed: true }),
    /** Name of the part in the template. */
    part: string({ required: true, fixed: true }),
    /** `[^id]` in it is a note about the record with that id. */
    text: text({ multiline: true, sensitive: true, search: "low" }),
    /** What it rests on. */
    records: links("any"),
  },
  { label: "part", stretch: "hidden" },
);
export type DocumentPartDraft = RecordOf<typeof documentPartKind>;
