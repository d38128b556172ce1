// What leaves, where copies of the vault lie, and what ties its log to a time.
import { code, data, flag, instant, integer, link, links, string, strings, text } from "../fields.ts";
import { kind, type RecordOf } from "../kind.ts";

export const releaseKind = kind(
  "release",
  1,
  {
    title: text({ required: true, search: "high" }),
    case: link("case"),
    audience: code("audiences", { facet: true }),
    format: code("outputFormats", { facet: true }),
    records: links("any"),
    /** Kind to field to "full" or "coarse". */
    fields: data({ fixed: true }),
    /** Names that were held back, by record id and reason. */
    withheld: data({ fixed: true }),
    /** Records whose names left although no consent covers the audience: a person let out each of them. */
    acknowledged: links("any"),
    approvedBy: text({ sensitive: true }),
    approved: instant({ sort: true, fixed: true }),
    sha256: string({ fixed: true, search: "high" }),
    /** A table of counts as it left, hidden numbers missing: what comes later is held beside it. */
    counts: data({ fixed: true }),
    /** The numbers of a table that is too large for one field, as JSON objects that together are the whole. */
    countPieces: strings({ fixed: true }),
    /** Of a library: evidence that left with it as files. */
    files: links("evidence", { fixed: true }),
    /** Of a library: JSON objects that together say of each item what each part of it was, as hashes cut short. */
    contents: strings({ fixed: true }),
    /** Of a library: JSON objects that together say of changed items, by their addresses, why they changed. */
    reasons: strings({ fixed: true }),
    /** Of a library: what the organisation said of it, and where it was meant to lie. */
    about: data({ fixed: true }),
    /** Of a table of people: {people, children}, the second null where it was hidden. */
    totals: data({ fixed: true }),
    /** Operations of the vault that could not be read when this left: what they say is not in it. */
    unread: integer({ fixed: true }),
    /** The draft that left, where one did. */
    document: link("document", { fixed: true }),
    /** From when on nobody should go by it; copies that others hold stay where they are. */
    withdrawn: instant({ fixed: true }),
    withdrawnWhy: text({ multiline: true, sensitive: true, fixed: true }),
    withdrawnBy: text({ sensitive: true, fixed: true }),
  },
  { label: "title", stretch: "outputs" },
);
export type Release = RecordOf<typeof releaseKind>;

/** One copy of the vault in another place, as it was when it was last brought up to date. */
export const copyKind = kind(
  "copy",
  1,
  {
    /** The place, as people call it. */
    title: text({ required: true, search: "high" }),
    /** Which copy it is: 32 hexadecimal characters, the same in its list. */
    copy: string({ required: true, fixed: true }),
    made: instant({ sort: true, fixed: true }),
    files: integer({ fixed: true }),
    bytes: integer({ fixed: true }),
    /** How many commits it holds. */
    commits: integer({ fixed: true }),
    /** Chain to the newest commit that it holds: {sequence, hash}. */
    heads: data({ fixed: true }),
    /** Every file was read back from the place and fits. */
    verified: flag({ fixed: true }),
  },
  { label: "title", stretch: "hidden" },
);
export type Copy = RecordOf<typeof copyKind>;

/** A checkpoint of a chain, and the timestamp over it: what others can hold the log against. Holds hashes alone. */
export const anchorKind = kind(
  "anchor",
  1,
  {
    /** Beginning of the chain's id, and how many commits. */
    name: string({ required: true, fixed: true }),
    /** As it was found when it was last written; `listAnchors` finds it anew. */
    state: code("anchorStates", { facet: true, fixed: true }),
    /** 32 hexadecimal characters. */
    chain: string({ fixed: true }),
    size: integer({ fixed: true }),
    /** Hexadecimal. */
    root: string({ fixed: true }),
    /** The signed note (docs/formats/checkpoint.md), byte for byte what the timestamp is over. */
    note: string({ multiline: true, fixed: true }),
    made: instant({ sort: true, fixed: true }),
    /** RFC 3161, DER in base64. */
    request: data({ fixed: true }),
    answer: data({ fixed: true }),
    /** Certificates that the user named as trusted: a list, DER in base64 each. */
    trusted: data({ fixed: true }),
    /** Where the answer was fetched; absent for one that came as a file. */
    address: string({ fixed: true }),
    /** Names in the certificate that signed. */
    authority: string({ fixed: true }),
    /** The time that the authority states. */
    time: instant({ fixed: true }),
  },
  { label: "name", stretch: "hidden" },
);
export type Anchor = RecordOf<typeof anchorKind>;
