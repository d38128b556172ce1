// A matrix of its full size: 193 rows by 60 commitments, invented. The codes are those of real countries, since only they
// have names; what stands in their rows is drawn by a rule and means nothing.
import { countries } from "@tocsin/cases";
import { parseId, type RecordId } from "@tocsin/core";
import type { Matrix, MatrixPage, MatrixPlan, MatrixRecords, MatrixTrail } from "@tocsin/workspace";
import { day, idOf, ids, row, sha256, textIn, type Answer } from "./answer.ts";

const rules = ["row", "never-added", "empty"].map((id) => ({
  id,
  source: "An invented sheet.",
  checked: false,
}));
const commitmentAt = (n: number): RecordId => parseId(`${"m".repeat(23)}${String(n).padStart(3, "0")}`);
const states = [
  ...countries.terms
    .map(({ code }) => code)
    .toSorted()
    .slice(0, 192),
  "?",
];
const commitments = Array.from({ length: 60 }, (_, n) => ({
  record: n === 0 ? ids.commitment : commitmentAt(n),
  reference: n === 0 ? "C-SPY-1" : `X-${String(n).padStart(2, "0")}`,
  label: `Invented commitment ${n}`,
  addressee: n === 1 ? "companies" : "states",
}));

const cells: Matrix["cells"] = states.flatMap((state, y) =>
  commitments.flatMap(({ record }, x) => {
    const mixed = Math.imul(y * 61 + x + 1, 2_654_435_761) >>> 8;
    if (mixed % 5 === 0) return [];
    return [
      {
        row: state,
        commitment: record,
        incidents: { reported: mixed % 31, corroborated: mixed % 7, "?": 1 },
        measures: mixed % 3,
        proceedings: 0,
        assessments: mixed % 2,
      },
    ];
  }),
);

const whole: Matrix = {
  by: "state",
  rows: states,
  labels: {},
  commitments,
  cells,
  coverage: { filled: cells.length, of: states.length * commitments.length },
  rules,
  method: { name: "tocsin-16.10.1", version: 1 },
};

const company = idOf("k");
const companies: Matrix = {
  ...whole,
  by: "company",
  rows: [company],
  labels: { [company]: "Example Maker" },
  commitments: commitments.slice(0, 2),
  cells: commitments.slice(0, 2).map(({ record }) => ({
    row: company,
    commitment: record,
    incidents: { reported: 2 },
    measures: 1,
    proceedings: 0,
    assessments: 0,
  })),
  coverage: { filled: 2, of: 2 },
};

const nothing: Matrix = { ...whole, rows: [], commitments: [], cells: [], coverage: { filled: 0, of: 0 } };

const quarters: MatrixPage["quarters"]["happened"] = [
  { key: "2024-Q4", side: "before", isQuarter: true, incidents: { reported: 2 } },
  { key: "2025-Q2<", side: "before", isQuarter: true, incidents: { reported: 1 } },
  { key: "2025-Q2>", side: "from", isQuarter: true, incidents: { reported: 4, corroborated: 1 } },
  { key: "2025-Q2?", side: "mixed", isQuarter: false, incidents: { reported: 1 } },
  { key: "?", side: "mixed", isQuarter: false, incidents: { "?": 1 } },
];

const placed: MatrixPage = {
  by: "state",
  row: null,
  rowLabel: null,
  commitment: null,
  incidents: { reported: 8, corroborated: 1, "?": 1 },
  measures: 1,
  proceedings: 0,
  victims: [
    { status: "reported", category: "C", unit: "people", count: 1, isCounted: true },
    { status: "reported", category: "F", unit: "people", count: 5, isCounted: true },
    { status: "reported", category: "F", unit: "groups", count: 1, isCounted: true },
    { status: "reported", category: "not.no-link", unit: "people", count: 2, isCounted: false },
    { status: "corroborated", category: "F", unit: "people", count: 1, isCounted: true },
  ],
  assessments: [
    {
      record: idOf("a"),
      label: "Surveillance, 2025",
      instrument: "surveillance",
      version: 1,
      title: { text: "Spyware and surveillance", lang: "en" },
      period: "2025",
      finished: "2026-02-03T10:00:00.000Z",
      levels: [
        {
          scale: "quality",
          levels: { met: 1, partly: 2, "not-met": 3 },
          rated: 6,
          noInformation: 1,
          open: 0,
          asked: 7,
        },
      ] as never,
    },
    {
      record: idOf("b"),
      label: "Surveillance, 2026",
      instrument: "surveillance",
      version: 1,
      title: { text: "Spyware and surveillance", lang: "en" },
      period: null,
      finished: null,
      levels: null,
    },
  ],
  assessed: 2,
  quarters: { happened: quarters, known: quarters.slice(1), written: quarters.slice(2, 3) },
  day: "2025-04-04",
  restsOn: { evidence: 6, findings: 2, sources: 9, of: 10 },
  parts: [],
  rules,
  countingRules: rules.slice(0, 1).map((rule) => ({ ...rule, id: "rank" })),
};

function pageOf(input: unknown): MatrixPage {
  const [of, commitment] = [textIn(input, "row"), textIn(input, "commitment")];
  const counts = { incidents: { reported: 3 }, measures: 1, proceedings: 0, assessments: 1 };
  const isCompany = textIn(input, "by") === "company";
  const face = {
    ...placed,
    by: isCompany ? ("company" as const) : ("state" as const),
    row: of === "" ? null : of,
    rowLabel: isCompany && of !== "" ? "Example Maker" : null,
    commitment:
      commitment === ""
        ? null
        : {
            record: ids.commitment,
            reference: "C-SPY-1",
            label: "Spyware",
            standing: "adopted",
            checked: false,
          },
  };
  if (of !== "" && commitment !== "") return face;
  const parts =
    of === ""
      ? [
          { of: "CH", label: null, reference: null, addressee: null, ...counts },
          { of: "?", label: null, reference: null, addressee: null, ...counts },
        ]
      : [{ of: ids.commitment, label: "Spyware", reference: "C-SPY-1", addressee: "states", ...counts }];
  return { ...face, parts };
}

const records: MatrixRecords = {
  rows: [row(ids.incident, "incident", "Threats to a brother at home")],
  total: 3,
};

const trail: MatrixTrail = {
  incidents: [
    {
      record: ids.incident,
      label: "Threats to a brother at home",
      status: "reported",
      findings: [{ record: ids.finding, label: "An indicator of invented spyware", level: "high" }],
      evidence: [{ record: ids.evidence, label: "A phone", sha256 }],
      decision: {
        decision: "added",
        reason: "The trace says so.",
        when: new Date(day).toISOString(),
      },
    },
    { record: idOf("q"), label: "A call", status: "?", findings: [], evidence: [], decision: null },
  ],
  total: 2,
};

const plan: MatrixPlan = {
  by: "state",
  threshold: 5,
  numbers: [],
  hidden: 4,
  unnamed: 3,
  notices: [],
  released: { method: "tocsin-matrix", version: 1, by: "state", threshold: 5, numbers: {} },
};

export const matrixAnswers: Readonly<Record<string, Answer>> = {
  "query/matrix": (input, isEmpty) =>
    isEmpty ? nothing : textIn(input, "by") === "company" ? companies : whole,
  "query/matrix.records": () => records,
  "query/matrix.page": pageOf,
  "query/matrix.trail": () => trail,
  "query/matrix.victims": () => ({
    rows: [
      {
        record: ids.person,
        kind: "person",
        label: "Example Editor",
        incident: ids.incident,
        incidentLabel: "Threats to a brother at home",
        size: 1,
      },
    ],
    total: 1,
  }),
  "/api/matrix/plan": () => plan,
  "/api/matrix": () => ({ job: "countsjob" }),
};
