// A table on its way in: one invented list, with a name in which a character turns the direction.
import { textIn, type Answer } from "./answer.ts";

const problem = {
  sheet: "events",
  row: 4,
  column: "A",
  heading: "Title",
  value: "Two \u202eletters",
  field: "",
  reason: "invisible-characters",
  effect: "taken",
};
const report = {
  table: null,
  fileName: "list.csv",
  rows: 212,
  knownRows: 12,
  records: { incident: 200 },
  keptCells: 31,
  groups: [
    {
      reason: "not-a-date",
      count: 25,
      listed: 25,
      first: [
        {
          ...problem,
          column: "B",
          heading: "When",
          value: "3/5/26",
          field: "incident.when",
          reason: "not-a-date",
          effect: "kept",
        },
      ],
    },
    { reason: "invisible-characters", count: 1, listed: 1, first: [problem] },
  ],
};
const work = {
  state: "done",
  progress: { done: 212, total: null, unit: "rows", at: "" },
  found: { findings: 0, verdicts: 0 },
  startedAt: 0,
};

const imported = {
  id: "t".repeat(26),
  name: "list.csv",
  fileName: "list.csv",
  imported: "2026-05-03T10:00:00Z",
};
const takenBack = {
  withdrawn: { incident: 199 },
  putBack: 0,
  kept: { changed: 1, linked: 0, together: 0 },
  listed: [{ id: "c".repeat(26), kind: "incident", label: "An arrest", reason: "changed" }],
};

export const tableJobs = [
  { ...work, id: "backcheck", kind: "table-back-check", result: takenBack },
  { ...work, id: "takeback", kind: "table-take-back", result: takenBack },

  { ...work, id: "tablecheck", kind: "table-check", result: report },
  { ...work, id: "tableimport", kind: "table-import", result: { ...report, table: "t".repeat(26) } },
] as const;

/** A workbook whose sheets belong together, told by how much is dropped. */
const book = {
  table: "somebook",
  fileName: "book.xlsx",
  size: 4096,
  format: "xlsx",
  sheets: [
    {
      name: "parts",
      hidden: false,
      rows: [
        { row: 1, cells: ["event", "who", "part"] },
        { row: 2, cells: ["E1", "P1", "defender"] },
      ],
    },
    {
      name: "people",
      hidden: false,
      rows: [
        { row: 1, cells: ["no", "Name"] },
        { row: 2, cells: ["P1", "Alex Example"] },
      ],
    },
    {
      name: "events",
      hidden: false,
      rows: [
        { row: 1, cells: ["no", "Title", "When"] },
        { row: 2, cells: ["E1", "An arrest", "2026-05-03"] },
      ],
    },
    { name: "notes", hidden: true, rows: [{ row: 1, cells: ["a remark"] }] },
  ],
};

function guessFor(input: unknown): object {
  const kind = textIn(input, "kind");
  const { sheet } = input as { readonly sheet: number };
  const title = { title: { columns: ["Title"] }, when: { columns: ["When"] } };
  const records = [
    kind === "" ? [] : [{ kind, fields: {} }],
    [{ kind: "person", fields: { name: { columns: ["Name"] } } }],
    [{ kind: "incident", fields: title }],
    [],
  ][sheet];
  return { sheets: [{ headings: 1, records: records ?? [] }] };
}

export const tableAnswers: Readonly<Record<string, Answer>> = {
  "/api/tables/somebook/guess": guessFor,
  "/api/tables/somebook/check": () => ({ job: "tablecheck" }),
  "/api/tables/somebook/problems": () => [],
  "/api/tables": (input) =>
    typeof input === "number" && input > 1000
      ? book
      : {
          table: "sometable",
          fileName: "list.csv",
          size: 2048,
          format: "csv",
          sheets: [
            {
              name: "events",
              hidden: false,
              rows: [
                { row: 1, cells: ["Title", "When", "Remark"] },
                { row: 2, cells: ["An arrest", "2026-05-03", ""] },
                { row: 3, cells: ["Two \u202eletters", "3/5/26", "said by a neighbour"] },
              ],
            },
          ],
        },
  "/api/mappings": () => [{ id: "pattern-uwazi", name: "uwazi", imported: null }],
  "/api/tables/sometable/guess": () => ({
    sheets: [
      {
        headings: 1,
        records: [
          { kind: "incident", fields: { title: { columns: ["Title"] }, when: { columns: ["When"] } } },
        ],
      },
    ],
  }),
  "/api/tables/sometable/check": () => ({ job: "tablecheck" }),
  "/api/tables/sometable/import": () => ({ job: "tableimport" }),
  "/api/tables/sometable/problems": () => [],
  "/api/imports": () => [{ ...imported, withdrawn: null }],
  [`/api/imports/${imported.id}`]: () => ({ ...imported, withdrawn: null }),
  [`/api/imports/${imported.id}/take-back`]: (input) => ({
    job: JSON.stringify(input).includes('"dryRun":true') ? "backcheck" : "takeback",
  }),
};
