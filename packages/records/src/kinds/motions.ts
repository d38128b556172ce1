// What happens to a negotiated text in the room: amendments and their votes, who sponsors it, what delegations say of its
// paragraphs, earlier texts in which the same words stand, and what was handed over to the commitments after adoption.
import { code, date, flag, instant, integer, link, links, string, strings, text } from "../fields.ts";
import { kind, type RecordOf } from "../kind.ts";

/** A written or oral change that somebody moves. Its vote is written by one command, which adds it up. */
export const amendmentKind = kind(
  "amendment",
  1,
  {
    title: text({ required: true, search: "high", sensitive: true }),
    negotiation: link("negotiation", { required: true }),
    /** As it is printed; empty where nobody has printed one. */
    number: string({ search: "high" }),
    sponsors: strings({ search: "low" }),
    draft: link("draft", { group: "more" }),
    /** Which paragraph, where that is kept here, else `where` in words. */
    paragraph: link("draftParagraph", { group: "more" }),
    where: text({ search: "low", group: "more" }),
    operation: code("amendmentOperations", { facet: true, wanted: true }),
    words: text({ multiline: true, search: "low", sensitive: true }),
    /** What it would change, as we read it. */
    effect: text({ multiline: true, search: "low", sensitive: true, wanted: true }),
    state: code("amendmentStates", { facet: true, wanted: true }),
    tabled: date({ sort: true, group: "more" }),
    decided: date({ group: "more" }),
    source: text({ multiline: true, sensitive: true, group: "more" }),
    /** Counts of a recorded vote; one that nobody knows is empty, and not 0. */
    inFavour: integer({ fixed: true }),
    against: integer({ fixed: true }),
    abstaining: integer({ fixed: true }),
    absent: integer({ fixed: true }),
    /** Members of the body that voted. */
    members: integer({ fixed: true }),
    voteSource: text({ fixed: true, sensitive: true }),
    notes: text({ multiline: true, search: "low", sensitive: true, group: "more" }),
  },
  { label: "title", stretch: "voices" },
);
export type Amendment = RecordOf<typeof amendmentKind>;

/** Who sponsors a text on one day, from its line as it was pasted. */
export const sponsorListKind = kind(
  "sponsorList",
  1,
  {
    negotiation: link("negotiation", { required: true, fixed: true }),
    dated: date({ required: true, sort: true, fixed: true }),
    line: text({ required: true, fixed: true, multiline: true }),
    /** Names as printed. */
    members: strings({ fixed: true, search: "low" }),
    /** With an asterisk: no members of the body. */
    observers: strings({ fixed: true, search: "low" }),
    repeated: strings({ fixed: true }),
    draft: link("draft", { fixed: true }),
    source: text({ multiline: true, sensitive: true }),
    notes: text({ multiline: true, sensitive: true, group: "more" }),
  },
  { label: "dated", stretch: "hidden" },
);
export type SponsorList = RecordOf<typeof sponsorListKind>;

/**
 * What one delegation says of one paragraph, or of the whole text: of no index and no facet, known by its stance alone, so that
 * no list tells which delegation it is. Nothing of it leaves unless a person lets out this one record.
 */
export const positionKind = kind(
  "position",
  1,
  {
    negotiation: link("negotiation", { required: true }),
    paragraph: link("draftParagraph"),
    delegation: text({ required: true, sensitive: true }),
    stance: code("positionStances", { required: true }),
    words: text({ multiline: true, sensitive: true }),
    when: date({ sort: true }),
    /** How it is known, or from whom. */
    source: text({ required: true, multiline: true, sensitive: true, guard: "name" }),
    confidence: code("confidence", { required: true }),
    /** Who may know: those who work here, where nobody said more. */
    sharing: code("draftSharing"),
    mayLeave: flag({ fixed: true, letsOut: true }),
    letOutBy: text({ fixed: true, sensitive: true, guard: "name" }),
    letOutWhy: text({ fixed: true, sensitive: true }),
    letOutWhen: instant({ fixed: true }),
    notes: text({ multiline: true, sensitive: true, group: "more" }),
  },
  { label: "stance", stretch: "hidden" },
);
export type Position = RecordOf<typeof positionKind>;

/** A phrase, and an earlier text in which it stands: who agreed to it there, and how. */
export const agreedLanguageKind = kind(
  "agreedLanguage",
  1,
  {
    phrase: text({ required: true, search: "high", multiline: true }),
    negotiation: link("negotiation", { group: "more" }),
    paragraph: link("draftParagraph", { group: "more" }),
    /** Symbol of the earlier text, or its name where it has none. */
    instrument: string({ required: true, search: "high" }),
    provision: link("provision", { group: "more" }),
    earlierParagraph: string({ search: "low", group: "more" }),
    dated: date({ sort: true, wanted: true }),
    adopted: code("adoptionWays", { facet: true, wanted: true }),
    agreedBy: text({ multiline: true, search: "low", wanted: true }),
    source: text({ multiline: true, wanted: true }),
    /** Whether somebody held it against the official text. */
    checked: flag({ facet: true, group: "more" }),
    notes: text({ multiline: true, sensitive: true, group: "more" }),
  },
  { label: "phrase", stretch: "voices" },
);
export type AgreedLanguage = RecordOf<typeof agreedLanguageKind>;

/** One paragraph of an adopted text that became a commitment, with the asks and the readings that led to it. */
export const handOverKind = kind(
  "handOver",
  1,
  {
    commitment: link("commitment", { required: true, fixed: true }),
    provision: link("provision", { required: true, fixed: true }),
    draft: link("draft", { required: true, fixed: true }),
    paragraph: link("draftParagraph", { required: true, fixed: true }),
    /** The same paragraph in the drafts before, as people confirmed it. */
    earlier: links("draftParagraph", { fixed: true }),
    asks: links("ask", { fixed: true }),
    entries: links("ledgerEntry", { fixed: true }),
    by: text({ required: true, fixed: true, sensitive: true, guard: "name" }),
    when: instant({ fixed: true, sort: true }),
  },
  { label: "by", stretch: "hidden" },
);
export type HandOver = RecordOf<typeof handOverKind>;
