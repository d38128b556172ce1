// Texts that are negotiated: each draft with its paragraphs, which paragraph became which, what is asked for, and where it
// stands in each draft. Of its fields none leaves by a release, but for the words of two drafts compared: a draft that was
// given in confidence names whoever gave it.
import { code, data, date, flag, instant, integer, link, links, string, text } from "../fields.ts";
import { kind, type RecordOf } from "../kind.ts";

export const negotiationKind = kind(
  "negotiation",
  1,
  {
    title: text({ required: true, search: "high", sensitive: true }),
    /** Who negotiates it, and in which session. */
    body: text({ search: "low", wanted: true }),
    session: string({ facet: true }),
    status: code("negotiationStatus", { facet: true }),
    begun: date({ sort: true }),
    /** The text that it goes on from, where that is kept here. */
    earlier: link("provision"),
    notes: text({ multiline: true, search: "low", sensitive: true, group: "more" }),
  },
  { label: "title", stretch: "voices" },
);
export type Negotiation = RecordOf<typeof negotiationKind>;

/** One version of a text. Its bytes as they came are evidence, sealed with their hash. */
export const draftKind = kind(
  "draft",
  1,
  {
    title: text({ required: true, search: "high", sensitive: true }),
    negotiation: link("negotiation", { required: true, fixed: true }),
    stage: code("draftStages", { facet: true, wanted: true }),
    dated: date({ sort: true, wanted: true }),
    symbol: string({ search: "high" }),
    /** BCP 47. */
    language: string({ names: "language", wanted: true }),
    /** How far it may be shared: only among those who work here, where nobody said more. */
    sharing: code("draftSharing", { facet: true, wanted: true }),
    givenBy: text({ sensitive: true, guard: "name" }),
    evidence: link("evidence", { fixed: true }),
    sha256: string({ fixed: true, search: "low" }),
    /** `docx`, `html` or `plain`. */
    form: string({ fixed: true }),
    /** What the reading noticed: [{kind, detail}]. */
    notices: data({ fixed: true }),
    captured: instant({ fixed: true }),
    notes: text({ multiline: true, search: "low", sensitive: true, group: "more" }),
  },
  { label: "title", stretch: "voices" },
);
export type Draft = RecordOf<typeof draftKind>;

/** A paragraph of one draft. Which one it was in the draft before, `follows` says and not its printed label. */
export const draftParagraphKind = kind(
  "draftParagraph",
  1,
  {
    draft: link("draft", { required: true, fixed: true }),
    /** From 0, in the order of the draft. */
    place: integer({ required: true, fixed: true }),
    /** As it is printed. */
    printed: text({ required: true, fixed: true, search: "low", multiline: true, sensitive: true }),
    /** PP3 bis, OP5 alt, (c) ter. */
    label: string({ fixed: true }),
    brackets: code("bracketStates", { facet: true, fixed: true }),
    agreed: code("agreedStates", { facet: true }),
    /** Several where they were put together; one that several follow was split. */
    follows: links("draftParagraph", { fixed: true }),
    notes: text({ multiline: true, sensitive: true, group: "more" }),
  },
  { label: "printed", stretch: "hidden" },
);
export type DraftParagraphRecord = RecordOf<typeof draftParagraphKind>;

/** Which paragraphs of two drafts belong together: what the machine proposed and what a person confirmed, both. */
export const alignmentKind = kind(
  "alignment",
  1,
  {
    older: link("draft", { required: true, fixed: true }),
    newer: link("draft", { required: true, fixed: true }),
    /** Places: [{before: [0], after: [0, 1], score: 0 to 1000}]. */
    proposed: data({ fixed: true }),
    /** [{before: [0], after: [0, 1]}]. */
    confirmed: data({ fixed: true }),
    /** What the machine proposed and nobody has decided yet, in the same form; absent where all was looked at. */
    open: data({ fixed: true }),
    /** Links that the person made otherwise. */
    differing: integer({ fixed: true }),
    confirmedBy: text({ required: true, fixed: true, sensitive: true, guard: "name" }),
    when: instant({ fixed: true, sort: true }),
  },
  { label: "confirmedBy", stretch: "hidden" },
);
export type AlignmentRecord = RecordOf<typeof alignmentKind>;

/** Something that is to stand in a text, in the words that are wanted. */
export const askKind = kind(
  "ask",
  1,
  {
    title: text({ required: true, search: "high", sensitive: true }),
    negotiation: link("negotiation", { required: true }),
    words: text({ multiline: true, search: "low", sensitive: true, wanted: true }),
    priority: code("priority", { facet: true }),
    commitments: links("commitment"),
    /** Closed: nothing more is done about it. */
    closed: flag({ facet: true }),
    notes: text({ multiline: true, sensitive: true, group: "more" }),
  },
  { label: "title", stretch: "voices" },
);
export type Ask = RecordOf<typeof askKind>;

/** Where an ask stands in one draft, as a person reads it. */
export const ledgerEntryKind = kind(
  "ledgerEntry",
  1,
  {
    ask: link("ask", { required: true }),
    draft: link("draft", { required: true }),
    standing: code("askStandings", { required: true, facet: true }),
    paragraphs: links("draftParagraph"),
    when: date({ sort: true }),
    /** Who likely brought it about: a delegation, as people call it. Said in confidence. */
    likelyBy: text({ sensitive: true, guard: "name" }),
    source: text({ multiline: true, sensitive: true, guard: "name" }),
    confidence: code("confidence"),
    reasons: text({ multiline: true, search: "low", sensitive: true }),
  },
  { label: "standing", stretch: "hidden" },
);
export type LedgerEntry = RecordOf<typeof ledgerEntryKind>;

/**
 * A word that hints point at, of the organisation's own; or one of the program's that it puts elsewhere or does not want. The
 * program's own stay as they are.
 */
export const hintWordKind = kind(
  "hintWord",
  1,
  {
    words: string({ required: true, search: "high" }),
    language: string({ required: true, names: "language" }),
    role: code("hintRoles", { required: true, facet: true }),
    /** From 1, the strongest, to 5; of verbs. */
    step: integer(),
    source: text({ multiline: true, wanted: true }),
    /** Whether somebody who knows the body held it against its usage. */
    checked: flag({ facet: true }),
    /** No longer counts. */
    setAside: flag({ facet: true }),
    notes: text({ multiline: true, sensitive: true, group: "more" }),
  },
  { label: "words", stretch: "hidden" },
);
export type HintWord = RecordOf<typeof hintWordKind>;
