// What the public library holds of others' work: articles, reports, laws, judgments. Facts about a document and our own
// summary of it, never its text.
import { code, codes, date, flag, link, links, string, strings, text, translations } from "../fields.ts";
import { kind, type RecordOf } from "../kind.ts";

export const resourceKind = kind(
  "resource",
  2,
  {
    /** In the language that the document is cited in. */
    title: text({ required: true, search: "high" }),
    resourceKind: code("resourceKinds", { facet: true, wanted: true }),
    /** As the document names them, one each. */
    authors: strings({ search: "high", group: "more" }),
    dated: date({ sort: true, wanted: true }),
    publisher: text({ search: "high", wanted: true }),
    /** Where the original lies. */
    address: string({ search: "low", wanted: true }),
    /** In which languages the document itself can be had: BCP 47. */
    languages: strings({ facet: true, group: "more", names: "language" }),
    summary: text({ multiline: true, search: "low", wanted: true }),
    /** Whether the summary is ours, or words of the document that may be quoted. */
    summaryOf: code("summaryKinds", { facet: true, group: "more" }),
    themes: codes("themes", { facet: true, wanted: true }),
    countries: codes("countries", { facet: true, group: "more" }),
    technologies: codes("technologies", { facet: true, group: "more" }),
    commitments: links("commitment", { group: "more" }),
    related: links("resource", { group: "more" }),
    /** What was kept of the original: its hash is that of the evidence. */
    copy: link("evidence", { group: "more" }),
    licence: string({ group: "more" }),
    /** Whether it may stand in a public library. */
    shown: flag({ facet: true, wanted: true }),
    /** Whether somebody held these facts against the document itself. */
    checked: flag({ facet: true, group: "more" }),
    /** Where the facts are from. */
    sources: strings({ group: "more" }),
    withdrawn: date({ group: "history" }),
    withdrawnReason: text({ needs: { field: "withdrawn" }, group: "history" }),
    titleIn: translations("textOrigins", { of: "title", search: "high", group: "languages" }),
    summaryIn: translations("textOrigins", {
      of: "summary",
      search: "low",
      multiline: true,
      group: "languages",
    }),
    notes: text({ multiline: true, search: "low", group: "more", sensitive: true }),
  },
  { label: "title", stretch: "outputs" },
);
export type Resource = RecordOf<typeof resourceKind>;
