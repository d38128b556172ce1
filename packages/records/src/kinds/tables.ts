// A table that was taken in, and each of its rows: where records came from, and what is in none of their fields.
import { data, instant, integer, link, links, string, text } from "../fields.ts";
import { kind, type RecordOf } from "../kind.ts";

export const tableKind = kind(
  "table",
  1,
  {
    /** The mapping's name: rows that came in under it are known again. */
    title: text({ required: true, search: "high" }),
    file: string({ fixed: true, sensitive: true }),
    sha256: string({ fixed: true, search: "high" }),
    imported: instant({ sort: true, fixed: true }),
    /** When a person took the whole import back; absent while it stands. */
    withdrawn: instant({ fixed: true }),
    mapping: data({ fixed: true }),
    /** {salt}: from it the identifiers of the records are made. */
    salt: data({ fixed: true, secret: true }),
  },
  { label: "title", stretch: "hidden" },
);
export type ImportedTableRecord = RecordOf<typeof tableKind>;

export const tableRowKind = kind(
  "tableRow",
  1,
  {
    place: string({ required: true, fixed: true }),
    table: link("table", { fixed: true }),
    sheet: string({ fixed: true }),
    row: integer({ fixed: true }),
    /** The table with which what was made from it was taken back; none of it stands while that is the row's table. */
    withdrawnWith: link("table", { fixed: true }),
    /** What was made from it. */
    records: links("any", { fixed: true }),
    /** Heading to text, word for word, of what is in no field. */
    kept: data({ fixed: true, sensitive: true, guard: "case" }),
  },
  { label: "place", stretch: "hidden" },
);
export type TableRow = RecordOf<typeof tableRowKind>;
