// What an organisation calls the terms that it adds under standard ones. Codes are in `local-terms.ts`.
import { flag, names, string, text } from "../fields.ts";
import { kind, type RecordOf } from "../kind.ts";

export const termKind = kind(
  "term",
  1,
  {
    /** In as many languages as the team works in. */
    names: names({ required: true, search: "high" }),
    vocabulary: string({ required: true, fixed: true, facet: true }),
    parent: string({ required: true, fixed: true }),
    code: string({ required: true, fixed: true, search: "high" }),
    definition: text({ search: "low", multiline: true }),
    /** No longer offered; records that have it keep it. */
    retired: flag({ facet: true }),
  },
  { label: "names", stretch: "record" },
);
export type OwnTerm = RecordOf<typeof termKind>;
