// What was promised, and what leaves.
import { code, data, flag, instant, link, links, string, strings, text } from "../fields.ts";
import { kind, type RecordOf } from "../kind.ts";

export const commitmentKind = kind(
  "commitment",
  1,
  {
    title: text({ required: true, search: "high" }),
    reference: string({ search: "high" }),
    /** Symbol of the text that it stands in, where it stands in one. */
    instrument: string({ search: "low" }),
    theme: code("themes", { facet: true }),
    addressee: code("addressees", { facet: true }),
    standing: code("standings", { facet: true }),
    words: text({ multiline: true, search: "low" }),
    sources: strings(),
    checked: flag({ facet: true }),
  },
  { label: "title", stretch: "commitments" },
);
export type Commitment = RecordOf<typeof commitmentKind>;

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
    approvedBy: text({ sensitive: true }),
    approved: instant({ sort: true, fixed: true }),
    sha256: string({ fixed: true, search: "high" }),
  },
  { label: "title", stretch: "outputs" },
);
export type Release = RecordOf<typeof releaseKind>;
