// Open letters that organisations sign: each version of the text, every signature with what was checked of it, and what a
// person decided about signatures that may be one. Commands of their own write all of it, so that a frozen list stays what it
// is; of a signature nothing leaves but by its letter.
import {
  code,
  data,
  instant,
  integer,
  link,
  links,
  names,
  string,
  strings,
  text,
  translations,
} from "../fields.ts";
import { kind, type RecordOf } from "../kind.ts";

export const letterKind = kind(
  "letter",
  1,
  {
    title: text({ required: true, search: "high", sensitive: true, fixed: true }),
    status: code("letterStates", { facet: true, fixed: true }),
    /** Who collects signatures, as the letter says. */
    organiser: text({ search: "low", fixed: true }),
    /** To whom it goes, each as it stands above the letter. */
    addressees: strings({ fixed: true }),
    /** `2026-12-01T18:00` by the clocks of `zone`, or a day. */
    deadline: string({ fixed: true }),
    /** IANA. */
    zone: string({ names: "zone", fixed: true }),
    graceMinutes: integer({ fixed: true }),
    opened: instant({ sort: true, fixed: true }),
    frozenAt: instant({ fixed: true }),
    frozenBy: text({ fixed: true, sensitive: true, guard: "name" }),
    /** SHA-256 of the frozen list: docs/formats/letter-list.md. */
    digest: string({ search: "high", fixed: true }),
    /** What the list begins with: text, translations, order, deadline. */
    frozen: data({ fixed: true }),
    /** Place and hash of each entry: `00001 3f2a…`. They stay when a signature is erased, so that the list can be checked. */
    leaves: strings({ fixed: true }),
    notes: text({ multiline: true, search: "low", sensitive: true, group: "more" }),
  },
  { label: "title", stretch: "outputs" },
);
export type Letter = RecordOf<typeof letterKind>;

export const letterVersionKind = kind(
  "letterVersion",
  1,
  {
    title: text({ required: true, search: "low", fixed: true }),
    letter: link("letter", { required: true, fixed: true }),
    /** From 1. */
    number: integer({ fixed: true }),
    /** The authoritative text. */
    body: text({ multiline: true, search: "low", fixed: true }),
    titleIn: translations("textOrigins", { of: "title", fixed: true }),
    bodyIn: translations("textOrigins", { of: "body", multiline: true, fixed: true }),
    /** SHA-256 of title and body in canonical form: what a signer signs. */
    digest: string({ search: "high", fixed: true }),
    made: instant({ sort: true, fixed: true }),
  },
  { label: "title", stretch: "hidden" },
);
export type LetterVersion = RecordOf<typeof letterVersionKind>;

/** An organisation under a letter. Who acted for it is nobody's business outside. */
export const signatureKind = kind(
  "signature",
  1,
  {
    name: text({ required: true, search: "high", fixed: true, sensitive: true, guard: "name" }),
    letter: link("letter", { required: true, fixed: true }),
    /** The same organisation in other scripts and languages, as it wants to be shown. */
    names: names({ search: "high", fixed: true, sensitive: true, guard: "name" }),
    country: code("countries", { facet: true, fixed: true }),
    domain: string({ search: "low", fixed: true, sensitive: true }),
    aliases: strings({ fixed: true, sensitive: true }),
    visibility: code("signatureVisibility", { facet: true, fixed: true }),
    status: code("signatureStates", { facet: true, fixed: true }),
    arrived: instant({ sort: true, fixed: true }),
    came: code("signatureWays", { facet: true, fixed: true }),
    /** Hash of the version that it signed. */
    signed: string({ fixed: true }),
    /** Row of a table, number of a sheet of paper: where the sign-on itself lies. */
    cameFrom: text({ fixed: true, sensitive: true, guard: "name" }),
    contribution: link("contribution", { fixed: true }),
    actedBy: text({ fixed: true, sensitive: true, guard: "name" }),
    actedAs: text({ fixed: true, sensitive: true, guard: "name" }),
    contact: text({ fixed: true, sensitive: true, guard: "name" }),
    withdrawn: instant({ fixed: true }),
    withdrawnWhy: text({ multiline: true, fixed: true, sensitive: true, guard: "name" }),
    /** Its entry of the frozen list: {place, open, closed, salt}. */
    entry: data({ fixed: true, sensitive: true }),
  },
  { label: "name", stretch: "hidden" },
);
export type SignatureRecord = RecordOf<typeof signatureKind>;

/** One thing that was seen which shows that a signer is who signs. */
export const signatureCheckKind = kind(
  "signatureCheck",
  1,
  {
    rung: code("verificationRungs", { required: true, facet: true, fixed: true }),
    signature: link("signature", { required: true, fixed: true }),
    when: instant({ sort: true, fixed: true }),
    by: text({ fixed: true, sensitive: true, guard: "name" }),
    /** The address that answered, who vouched, the entry of the register, the fingerprint of the key. */
    seen: text({ multiline: true, fixed: true, sensitive: true, guard: "name" }),
    takenBack: instant({ fixed: true }),
  },
  { label: "rung", stretch: "hidden" },
);
export type SignatureCheck = RecordOf<typeof signatureCheckKind>;

/** What a person said of signatures that may be one signer. */
export const signerDecisionKind = kind(
  "signerDecision",
  1,
  {
    how: code("signerDecisions", { required: true, facet: true, fixed: true }),
    letter: link("letter", { required: true, fixed: true }),
    signatures: links("signature", { fixed: true }),
    /** The one that stands for all of them. */
    keeps: link("signature", { fixed: true }),
    by: text({ fixed: true, sensitive: true, guard: "name" }),
    reason: text({ multiline: true, fixed: true, sensitive: true, guard: "name" }),
    when: instant({ sort: true, fixed: true }),
    takenBack: instant({ fixed: true }),
  },
  { label: "how", stretch: "hidden" },
);
export type SignerDecision = RecordOf<typeof signerDecisionKind>;
