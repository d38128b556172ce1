// Holding against commitments: what engages them, the instruments, and what raters answered. A sheet is one rater's part in
// one assessment. That others do not see it before all are closed is kept by the queries that show assessments alone: until
// members have keys of their own, whoever opens the vault can read every record.
import { code, data, date, flag, instant, integer, link, links, string, text } from "../fields.ts";
import { kind, type RecordOf } from "../kind.ts";

/** Somebody says that a record engages a commitment, or that it does not although a rule says so. The newest one holds. */
export const engagementKind = kind(
  "engagement",
  1,
  {
    decision: code("engagementDecisions", { required: true, facet: true, fixed: true }),
    /** An incident, a measure or a proceeding. */
    of: link("any", { fixed: true }),
    commitment: link("commitment", { fixed: true }),
    reason: text({ required: true, search: "low", multiline: true, guard: "case", sensitive: true }),
    when: instant({ sort: true, fixed: true }),
  },
  { label: "decision", stretch: "hidden" },
);
export type Engagement = RecordOf<typeof engagementKind>;

/** A version of an instrument that an organisation added. Those of the program are in no vault. */
export const instrumentKind = kind(
  "instrument",
  1,
  {
    title: text({ required: true, search: "high", fixed: true }),
    name: string({ required: true, search: "high", fixed: true }),
    edition: integer({ fixed: true }),
    /** The instrument itself: docs/instruments.md. */
    content: data({ fixed: true }),
    /** No longer offered; assessments by it stay. */
    retired: flag({ facet: true }),
  },
  { label: "title", stretch: "commitments" },
);
export type OwnInstrument = RecordOf<typeof instrumentKind>;

/** Something rated by one version of one instrument for one period. */
export const assessmentKind = kind(
  "assessment",
  1,
  {
    title: text({ required: true, search: "high" }),
    instrument: string({ required: true, fixed: true, facet: true }),
    edition: integer({ fixed: true }),
    /** The version, where the organisation added it: the program may have one of the same name some day. */
    form: link("instrument", { fixed: true }),
    assessed: code("assessedKinds", { facet: true, fixed: true }),
    /** Of a State, or of where the rest is. */
    country: code("countries", { facet: true }),
    /** The company, measure or proceeding. */
    subject: link("any"),
    period: date({ sort: true, wanted: true }),
    commitments: links("commitment", { grid: { countries: ["country"], apart: "assessed" } }),
    /** What the State or company itself gives as its reasons, as it put them. */
    statedReasons: text({ search: "low", multiline: true }),
    /** Why one rater is enough. */
    loneReason: text({ search: "low", multiline: true }),
    finished: instant({ fixed: true }),
    /** The assessment that this one stands in the place of. */
    supersedes: link("assessment", { group: "more" }),
  },
  { label: "title", stretch: "commitments" },
);
export type Assessment = RecordOf<typeof assessmentKind>;

export const ratingKind = kind(
  "rating",
  1,
  {
    rater: text({ required: true, sensitive: true, guard: "name" }),
    assessment: link("assessment", { fixed: true }),
    begun: instant({ sort: true, fixed: true }),
    closed: instant({ fixed: true }),
  },
  { label: "rater", stretch: "hidden" },
);
export type Rating = RecordOf<typeof ratingKind>;

/** One rater's answer to one question: written on the sheet alone, while it is open. */
export const answerKind = kind(
  "answer",
  1,
  {
    question: string({ required: true, fixed: true }),
    rating: link("rating", { fixed: true }),
    level: code("assessmentLevels", { facet: true, fixed: true }),
    reasons: text({ search: "low", multiline: true, guard: "case", sensitive: true, fixed: true }),
    /** What the State or company says on this question. */
    statedReason: text({ search: "low", multiline: true, fixed: true }),
    evidence: links("any", { fixed: true }),
    /** What counts and cannot be shown, as a class: "2 confidential testimonies". */
    confidential: text({ search: "low", sensitive: true, guard: "case", fixed: true }),
    /** Where the question asks for one: the last day, and the IANA name of the zone in which it ends. */
    due: date({ fixed: true }),
    zone: string({ names: "zone", needs: { field: "due" }, fixed: true }),
  },
  { label: "question", stretch: "hidden" },
);
export type Answer = RecordOf<typeof answerKind>;

/** What raters who differed agreed on, with reasons; whoever goes on to see it otherwise is kept beside it. */
export const settlementKind = kind(
  "settlement",
  1,
  {
    question: string({ required: true, fixed: true }),
    assessment: link("assessment", { fixed: true }),
    level: code("assessmentLevels", { required: true, facet: true, fixed: true }),
    reasons: text({
      required: true,
      search: "low",
      multiline: true,
      guard: "case",
      sensitive: true,
      fixed: true,
    }),
    dissent: text({ search: "low", multiline: true, guard: "case", sensitive: true, fixed: true }),
    when: instant({ sort: true, fixed: true }),
  },
  { label: "question", stretch: "hidden" },
);
export type Settlement = RecordOf<typeof settlementKind>;

/** That whoever was assessed was asked, until when, and what came: word for word, or nothing. */
export const rightOfReplyKind = kind(
  "rightOfReply",
  1,
  {
    to: text({ required: true, search: "high", sensitive: true }),
    assessment: link("assessment", { fixed: true }),
    /** What was sent to them. */
    release: link("release"),
    invited: instant({ sort: true, fixed: true }),
    deadline: date({ wanted: true }),
    /** IANA name: the day ends there. */
    zone: string({ names: "zone", wanted: true }),
    received: instant({ fixed: true }),
    words: text({ search: "low", multiline: true, fixed: true }),
    evidence: links("evidence"),
    silence: instant({ fixed: true }),
  },
  { label: "to", stretch: "hidden" },
);
export type RightOfReply = RecordOf<typeof rightOfReplyKind>;
