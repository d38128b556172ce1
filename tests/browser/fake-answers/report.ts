// A report on the invented case, and the thread of a finding.
import { ids, sha256, textIn, type Answer } from "./answer.ts";

const preview = {
  report: {
    header: { language: "en" },
    sections: [
      {
        name: "about",
        blocks: [
          {
            label: null,
            record: null,
            title: null,
            mark: null,
            rows: [],
            sentences: [{ id: "s-1", thread: [{ depth: 1, kind: "document" }] }],
          },
        ],
      },
      {
        name: "happened",
        blocks: [
          {
            label: "I1",
            record: ids.incident,
            title: { id: "s-2", thread: [{ depth: 1, kind: "incident", label: "I1", record: ids.incident }] },
            mark: { kind: "status", code: "reported" },
            rows: [{ name: "when", sentences: [{ id: "s-3", thread: [] }] }],
            sentences: [
              {
                id: "s-4",
                thread: [
                  {
                    depth: 1,
                    kind: "finding",
                    label: "F1",
                    record: ids.finding,
                    examiner: "phone",
                    examinerVersion: "1.0.0",
                    place: { file: "sms.db", table: "message", row: 18_204, line: null },
                  },
                  {
                    depth: 2,
                    kind: "evidence",
                    label: "E1",
                    record: ids.evidence,
                    sha256,
                    obtainedHow: "backup",
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
  text: {
    "s-1":
      "This document sets out what one case file holds as of 23 November 2026, as far as it was released.",
    "s-2": "Threats to a brother at home",
    "s-3": "about 3 May 2025",
    "s-4": "A message with a link to example-bad.test was received.",
  },
  withheld: [{ kind: "person", record: ids.relative, reason: "no-consent" }],
  fields: { case: { title: "full" }, incident: { title: "full", when: "coarse" }, person: { name: "full" } },
  earlier: [],
};

/** The public is told what it was not told before. */
const beforeNamed = {
  ...preview,
  earlier: [
    {
      kind: "named",
      release: ids.release,
      approved: "2026-10-02T10:00:00Z",
      withdrawn: true,
      record: ids.relative,
      label: "Example Relative",
      recordKind: "person",
      field: null,
    },
  ],
};

const thread = [
  {
    depth: 0,
    kind: "finding",
    record: ids.finding,
    label: "example-bad.test · ios.sms",
    detail: { file: "sms.db", row: "18204", examiner: "phone" },
  },
  {
    depth: 1,
    kind: "evidence",
    record: ids.evidence,
    label: "Example phone backup",
    detail: { original: "/home/example/backup" },
  },
  { depth: 2, kind: "sha256", record: null, label: sha256, detail: {} },
];

export const reportAnswers: Readonly<Record<string, Answer>> = {
  "query/thread": () => thread,
  "/api/report/preview": (input) => (textIn(input, "audience") === "public" ? beforeNamed : preview),
  "/api/export/plan": () => ({ rows: 2, earlier: [] }),
  "/api/report": () => ({ job: "reportjob" }),
};
