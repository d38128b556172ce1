// Counts of invented incidents, as they are inside and as they would leave.
import { ids, sha256, type Answer } from "./answer.ts";

const question = { measure: "people", scope: "indicator", by: ["category", "country"] };

const reported = {
  status: "reported",
  rows: ["A", "D", "F"],
  columns: ["XA", "unknown"],
  cells: [
    [1, 0],
    [7, 2],
    [12, 5],
  ],
  rowTotals: [1, 9, 17],
  columnTotals: [20, 7],
  total: 27,
};
const confirmed = {
  ...reported,
  status: "confirmed",
  cells: [
    [0, 0],
    [6, 0],
    [0, 0],
  ],
  rowTotals: [0, 6, 0],
  columnTotals: [6, 0],
  total: 6,
};
const leaving = {
  ...reported,
  cells: [
    [null, 0],
    [7, null],
    [12, null],
  ],
  rowTotals: [null, null, null],
  columnTotals: [20, 7],
};

const method = { name: "tocsin-16.10.1", version: 1 };
const rules = ["unit", "rank", "status"].map((id) => ({ id, source: "An invented sheet.", checked: false }));

export const countAnswers: Readonly<Record<string, Answer>> = {
  "query/count": (_, isEmpty) => ({
    question,
    method,
    rules,
    tables: isEmpty ? [] : [reported, confirmed],
    notCounted: isEmpty ? [] : [{ status: "reported", reason: "not.no-link", count: 3 }],
  }),
  "query/counted.list": () => ({
    rows: [
      {
        record: ids.person,
        kind: "person",
        label: "Example Editor",
        incident: ids.incident,
        incidentLabel: "An example incident",
        size: 1,
      },
    ],
    total: 7,
  }),
  "/api/counts/choices": () => ({
    question,
    fault: null,
    measures: ["people", "incidents"],
    scopes: ["indicator", "all"],
    first: ["category", "gender", "country", "year"],
    second: ["gender", "country", "year"],
  }),
  "/api/counts/plan": (_, isEmpty) => ({
    counts: { ...method, method: method.name, question, threshold: 5, tables: isEmpty ? [] : [leaving] },
    hidden: isEmpty ? 0 : 6,
    notices: isEmpty ? [] : [{ kind: "moved", cell: "reported D XA", release: ids.release }],
  }),
  "/api/counts": () => ({ job: countsJob.id }),
};

/** The table, written. */
export const countsJob = {
  id: "countsjob",
  kind: "export",
  label: "",
  state: "done",
  progress: { step: "write", done: 1, total: 1 },
  result: {
    release: ids.release,
    hidden: 6,
    outputs: [{ format: "csv", name: "counts-s.csv", bytes: 210, sha256, url: "/outputs/counts-s.csv" }],
  },
};
