// What leaves of the organisation's own work: of assessments, negotiated texts, and of what people answered.
import { full, type ReleaseFields } from "./full-fields.ts";

/** The organisation's own work, which tells others nothing about an attack: of a release what a reader can check. */
export const ownWork: ReleaseFields = {
  release: full("title", "format", "approved", "sha256", "withdrawn"),
  task: {},
  retention: {},
  copy: {},
  table: {},
  tableRow: {},
  savedView: {},
  settings: {},
  clearCopy: {},
  // Of an assessment nothing leaves as a table of records: a level says little without its reasons, and reasons can name.
  engagement: {},
  instrument: full("title", "name", "edition", "content"),
  assessment: {},
  rating: {},
  answer: {},
  settlement: {},
  rightOfReply: {},
  // What people answered leaves in a document that somebody writes, never as a table; consents are per answer.
  questionnaire: full("title", "name", "edition", "purpose", "spoken", "digest", "made"),
  contribution: {},
  contributionAnswer: {},
  codebook: full("title", "edition"),
  codebookCode: full("title", "codebook", "family", "definition", "mergedInto", "retired"),
  // Its words are those of an answer, whose consent stands there and not here.
  segment: {},
  coding: {},
  codingSheet: {},
};

/**
 * Negotiated texts: a draft that was given in confidence, what is asked for and who moved what leave for nobody, inside
 * neither. That each kind is named here matters: of a kind without a rule a table takes what is not marked as sensitive.
 */
export const negotiated: ReleaseFields = {
  negotiation: {},
  draft: {},
  draftParagraph: {},
  alignment: {},
  ask: {},
  ledgerEntry: {},
  amendment: {},
  sponsorList: {},
  position: {},
  agreedLanguage: {},
  handOver: {},
  hintWord: {},
};

/** Of positions that a person let out one by one; how they are known leaves for nobody. */
export const positionsLetOut: ReleaseFields = {
  position: full("negotiation", "paragraph", "delegation", "stance", "words", "when", "confidence"),
};

/** Open letters leave by their own door, as what a frozen list shows; by tables and bundles nothing of them does. */
export const letters: ReleaseFields = {
  letter: {},
  letterVersion: {},
  signature: {},
  signatureCheck: {},
  signerDecision: {},
};

/** Inside the organisation: everything but who rated, and what must not be shown. */
export const assessing: ReleaseFields = {
  engagement: full("decision", "of", "commitment", "reason", "when"),
  instrument: full("title", "name", "edition", "content", "retired"),
  assessment: {
    ...full(
      "title",
      "instrument",
      "edition",
      "form",
      "assessed",
      "country",
      "subject",
      "period",
      "commitments",
    ),
    ...full("statedReasons", "loneReason", "finished", "supersedes"),
  },
  rating: full("assessment", "begun", "closed"),
  answer: full("question", "rating", "level", "reasons", "statedReason", "evidence", "due", "zone"),
  settlement: full("question", "assessment", "level", "reasons", "dissent", "when"),
  rightOfReply: {
    ...full("to", "assessment", "release", "invited", "deadline", "zone"),
    ...full("received", "words", "evidence", "silence"),
  },
};

/** Inside too an answer leaves only where its words may be quoted, and nothing says who gave it. */
export const voices: ReleaseFields = {
  questionnaire: full(
    "title",
    "name",
    "edition",
    "purpose",
    "spoken",
    "digest",
    "content",
    "recipient",
    "others",
    "asker",
    "made",
  ),
  contribution: full(
    "reference",
    "questionnaire",
    "answered",
    "received",
    "readIn",
    "writtenIn",
    "sha256",
    "alike",
    "earlier",
    "lacking",
  ),
  contributionAnswer: full(
    "question",
    "contribution",
    "questionnaire",
    "time",
    "words",
    "wordsIn",
    "chosen",
    "number",
    "day",
    "attribution",
    "mayQuote",
    "reuse",
    "until",
    "withdrawn",
  ),
  codebook: full("title", "edition", "begun", "note"),
  codebookCode: full("title", "codebook", "family", "definition", "mergedInto", "retired"),
  segment: full("answer", "start", "end", "digest"),
  coding: full("code", "segment", "answer", "edition", "origin", "when", "removed"),
  codingSheet: {},
};
