// Canned answers of the fake desk: one invented case with everything that the screen can show. Ids are of the right
// form and mean nothing.
import { vaultAnswers } from "./fake-vault-answers.ts";
import type { CasePage, FindingPage, HomePage, RecordPage } from "@tocsin/workspace";
import { parseId, type RecordId } from "@tocsin/core";
import type { RecordRow } from "@tocsin/records";

export type Answer = (input: unknown, isEmpty: boolean) => unknown;

const idOf = (letter: string): RecordId => parseId(letter.repeat(26));

export const ids = {
  case: idOf("c"),
  incident: idOf("n"),
  finding: idOf("f"),
  evidence: idOf("e"),
  person: idOf("p"),
  relative: idOf("r"),
  commitment: idOf("m"),
  task: idOf("t"),
  release: idOf("s"),
} as const;

const sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const day = Date.UTC(2026, 10, 20, 9, 14);

const coverage = [
  {
    acquisition: "backup",
    artifact: "ios.sms",
    status: "read",
    rows: 18_204,
    file: "Library/SMS/sms.db",
    sha256,
  },
  { acquisition: "backup", artifact: "ios.safari", status: "missing", rows: 0 },
  { acquisition: "backup", artifact: "ios.data-usage", status: "missing", rows: 0 },
  { acquisition: "indicators", artifact: "indicators", status: "read", rows: 412 },
] as const;

const phoneFinding = {
  type: "indicator.domain",
  meaning: "link.received",
  level: "high",
  artifact: "ios.sms",
  place: { file: "Library/SMS/sms.db", table: "message", row: 18_204 },
  time: "2025-05-11T06:14:00Z",
  value: "example-bad.test",
  indicators: [
    {
      campaign: "Example campaign",
      source: "example.stix2",
      pattern: "[domain-name:value='example-bad.test']",
    },
  ],
  examiner: { name: "phone", version: "1.0.0" },
} as const;

const verdict = {
  file: "measurements.jsonl",
  line: 3,
  test: "web_connectivity",
  input: "https://example.org/",
  country: "XX",
  network: "AS64500",
  time: "2025-05-14T10:00:00Z",
  state: "likely-blocked",
  mechanisms: ["tls.reset"],
  rules: [{ id: "tls.reset-control-ok", layer: "tls" }],
  examiner: { name: "network", version: "1.0.0" },
} as const;

const face = {
  ...phoneFinding,
  record: ids.finding,
  title: "example-bad.test · ios.sms",
  verdict: null,
  coverage,
  fileSha256: sha256,
  evidence: ids.evidence,
  case: null,
};

const findingPage: FindingPage = {
  ...face,
  evidence: { id: ids.evidence, label: "Example phone backup", sha256 },
  case: null,
};

const tool = { name: "tocsin", version: "0.1.0" };

export const examinations = [
  {
    id: "phonejob",
    kind: "examine",
    state: "done",
    progress: null,
    found: { findings: 1, verdicts: 0 },
    startedAt: day,
    result: {
      coverage,
      findings: [phoneFinding],
      verdicts: [],
      consent: "The owner, in person, to this examination only.",
      indicatorCount: 412,
      campaigns: ["Example campaign"],
      tool,
      more: 0,
      sealed: null,
    },
  },
  {
    id: "emptyjob",
    kind: "examine",
    state: "done",
    progress: null,
    found: { findings: 0, verdicts: 0 },
    startedAt: day,
    result: {
      coverage,
      findings: [],
      verdicts: [],
      consent: "The owner, in writing.",
      indicatorCount: 412,
      campaigns: [],
      tool,
      more: 0,
      sealed: null,
    },
  },
  {
    id: "sitejob",
    kind: "examine",
    state: "done",
    progress: null,
    found: { findings: 0, verdicts: 2 },
    startedAt: day,
    result: {
      coverage: [
        { acquisition: "measurements.jsonl", artifact: "ooni.web_connectivity", status: "read", rows: 2 },
      ],
      findings: [],
      verdicts: [
        verdict,
        { ...verdict, line: 4, state: "ok", mechanisms: [], rules: [], input: "https://example.net/" },
      ],
      consent: null,
      indicatorCount: 0,
      campaigns: [],
      tool,
      more: 0,
      sealed: null,
    },
  },
] as const;

/** Work that never ends. */
export const runningJob = {
  id: "runningjob",
  kind: "evidence",
  state: "running",
  progress: { done: 94_000_000, total: 188_000_000, unit: "bytes", at: "" },
  found: { findings: 0, verdicts: 0 },
  startedAt: Date.now() - 4000,
} as const;

function row(id: RecordId, kind: string, label: string): RecordRow {
  return { id, kind, label, labelLang: "en", sort: day, created: day, updated: day };
}

const history = [
  {
    act: "record.change",
    at: day,
    device: "Example laptop",
    commit: "two",
    changes: [{ field: "title", change: { set: { text: "x", lang: "en" } } }],
  },
  { act: "record.create", at: day - 60_000, device: "Example laptop", commit: "one", changes: [] },
] as const;

function page(
  id: RecordId,
  kind: string,
  values: RecordPage["values"],
  more: Partial<RecordPage> = {},
): RecordPage {
  const title = values["title"] ?? values["name"];
  const label = typeof title === "object" && title !== null && "text" in title ? textIn(title, "text") : "";
  return {
    kind,
    id,
    label,
    values,
    conflicts: {},
    labels: {},
    linked: [],
    created: day,
    updated: day,
    history,
    ...more,
  };
}

const text = (words: string) => ({ text: words, lang: "en" });

const pages: readonly RecordPage[] = [
  page(
    ids.case,
    "case",
    {
      title: text("Journalists of the Example Bulletin"),
      status: "open",
      priority: "urgent",
      opened: "2025-05-03",
      flags: ["woman-defender", "relatives-at-risk"],
    },
    { linked: [{ kind: "release", field: "case", rows: [row(ids.release, "release", "Example report")] }] },
  ),
  page(
    ids.incident,
    "incident",
    {
      title: text("Threats to a brother at home"),
      acts: ["spyware.attempt"],
      when: "2025-05-03~",
      where: { country: "NO", locality: "Example Town" },
      status: "reported",
      case: ids.case,
      narrative: text("After an article that was published abroad."),
      findings: [ids.finding],
    },
    {
      labels: {
        [ids.case]: { kind: "case", label: "Journalists of the Example Bulletin" },
        [ids.finding]: { kind: "finding", label: "example-bad.test" },
      },
      conflicts: { status: ["reported", "corroborated"] },
    },
  ),
  page(ids.finding, "finding", {
    title: text("example-bad.test · ios.sms"),
    level: "high",
    confidence: "unreviewed",
  }),
  page(
    ids.evidence,
    "evidence",
    {
      title: text("Example phone backup"),
      sha256,
      size: 188_000_000,
      mediaType: "application/x-tar",
      files: 1204,
      original: "/home/example/backup",
      added: "2026-11-20T09:14:00Z",
      obtainedHow: text("Backup made with the owner on a clean computer."),
      obtainedBy: text("Example responder"),
      consentText: text("The owner, in person."),
      verified: "2026-11-21T10:00:00Z",
      verifiedAs: "intact",
      case: ids.case,
    },
    {
      labels: { [ids.case]: { kind: "case", label: "Journalists of the Example Bulletin" } },
      linked: [
        { kind: "finding", field: "evidence", rows: [row(ids.finding, "finding", "example-bad.test")] },
      ],
    },
  ),
  page(ids.person, "person", {
    name: text("Example Editor"),
    pseudonym: text("E."),
    gender: "woman",
    country: "NO",
    flags: ["woman-defender"],
  }),
  page(ids.commitment, "commitment", {
    title: text("Example commitment"),
    reference: "C-SHUT-2",
    standing: "adopted",
  }),
  page(ids.task, "task", { title: text("Reply to the court"), due: "2026-11-27" }),
  page(ids.release, "release", { title: text("Example report"), audience: "public", sha256 }),
];

const casePage: CasePage = {
  record: pages[0] ?? page(ids.case, "case", {}),
  road: [
    { stretch: "evidence", count: 1, todo: 0 },
    { stretch: "findings", count: 1, todo: 0 },
    { stretch: "incidents", count: 2, todo: 1 },
    { stretch: "commitments", count: 2, todo: 0 },
    { stretch: "outputs", count: 1, todo: 1 },
  ],
  timeline: [
    {
      record: ids.incident,
      kind: "incident",
      label: "Threats to a brother at home",
      date: "2025-05-03~",
      status: "reported",
      acts: ["transnational.relatives"],
      sources: 1,
      finding: null,
    },
    {
      record: ids.finding,
      kind: "finding",
      label: "Link to a spyware domain received",
      date: "2025-05-11T09:14+03:00",
      status: null,
      acts: [],
      sources: 0,
      finding: face,
    },
    {
      record: ids.incident,
      kind: "incident",
      label: "Site blocked on two networks",
      date: "2025-05-14/2025-05-16",
      status: "corroborated",
      acts: ["network.site-blocking"],
      sources: 2,
      finding: null,
    },
    {
      record: ids.task,
      kind: "task",
      label: "Reply to the court",
      date: "2026-11-27",
      status: null,
      acts: [],
      sources: 0,
      finding: null,
    },
  ],
  people: [
    { person: ids.person, label: "Example Editor", roles: ["defender"], named: { allowed: true } },
    {
      person: ids.relative,
      label: "Example Brother",
      roles: ["relative"],
      named: { allowed: false, reason: "no-consent" },
    },
  ],
  evidence: [
    {
      record: ids.evidence,
      label: "Example phone backup",
      size: 188_000_000,
      sha256,
      verified: "2026-11-21T10:00:00Z",
    },
  ],
  commitments: [
    {
      record: ids.commitment,
      reference: "C-SHUT-2",
      label: "No filtering or throttling",
      standing: "adopted",
      checked: false,
    },
    {
      record: ids.commitment,
      reference: "C-SHUT-1",
      label: "No internet shutdowns",
      standing: "adopted",
      checked: false,
    },
  ].map((each, index) => ({ ...each, record: index === 0 ? ids.commitment : idOf("q") })),
  missing: [
    { key: "case.missing.consents", values: { count: 1 } },
    { key: "case.missing.acts", values: { count: 1 } },
  ],
};

const counts = {
  evidence: 1,
  finding: 1,
  case: 1,
  commitment: 27,
  release: 1,
  incident: 2,
  person: 2,
  source: 1,
  consent: 0,
  task: 1,
};

const home: HomePage = {
  counts,
  due: [row(ids.task, "task", "Reply to the court")],
  recent: [
    row(ids.case, "case", "Journalists of the Example Bulletin"),
    row(ids.evidence, "evidence", "Example phone backup"),
  ],
  unfinished: [
    {
      record: ids.finding,
      kind: "finding",
      label: "example-bad.test · ios.sms",
      why: "home.unfinished.finding",
    },
  ],
  retentions: { count: 0, rows: [] },
  lastCopy: { at: Date.parse("2026-11-20T12:00:00Z"), label: "blue stick", commitsSince: 4 },
};

const cells: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  case: {
    title: ["Journalists of the Example Bulletin"],
    status: ["open"],
    priority: ["urgent"],
    opened: ["2025-05-03"],
    flags: ["woman-defender"],
  },
  evidence: {
    title: ["Example phone backup"],
    sha256: [sha256],
    size: ["188000000"],
    mediaType: ["application/x-tar"],
    files: ["1204"],
    added: ["2026-11-20T09:14:00Z"],
  },
  finding: {
    title: ["example-bad.test · ios.sms"],
    level: ["high"],
    findingType: ["indicator.domain"],
    artifact: ["ios.sms"],
  },
};

const tallies: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  status: { open: 1, closed: 2 },
  priority: { urgent: 1, normal: 2 },
  level: { high: 1 },
  flags: { "woman-defender": 1 },
};

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

export const answers: Readonly<Record<string, Answer>> = {
  "query/home": (_input, isEmpty) =>
    isEmpty
      ? {
          counts: {},
          due: [],
          recent: [],
          unfinished: [],
          lastCopy: null,
          retentions: { count: 0, rows: [] },
        }
      : home,
  "query/record.list": (input, isEmpty) => {
    const kind = textIn(input, "kind");
    const known = pages.find((each) => each.kind === kind);
    if (isEmpty || known === undefined) return { rows: [], next: null };
    const shown = { title: [known.label], name: [known.label], ...cells[kind] };
    return { rows: [{ ...row(known.id, kind, known.label), cells: shown }], next: null };
  },
  "query/record.tally": (input) => tallies[textIn(input, "facet")] ?? {},
  "query/record.show": (input) => pages.find(({ id }) => id === textIn(input, "record")) ?? pages[1],
  "query/search": (input) => [row(ids.case, "case", `Journalists (${textIn(input, "words")})`)],
  "query/case.page": () => casePage,
  "query/finding.page": () => findingPage,
  "query/thread": () => thread,
  "command/record.create": (input) => ({
    records: [ids[textIn(input, "kind") === "case" ? "case" : "incident"]],
  }),
  "command/record.change": () => ({ records: [ids.case] }),
  "command/record.undo": () => ({ records: [ids.case] }),
  "command/finding.take": () => ({ records: [ids.case, ids.finding] }),
  "command/incident.tell": () => ({ records: [ids.case, ids.incident] }),
  "command/examination.keep": () => ({ records: [ids.finding] }),
  "/api/examine": () => ({ job: "phonejob" }),
  "/api/evidence": () => ({ job: "runningjob" }),
  "/api/intake": () => ({ intake: "intake", job: "runningjob" }),
  "/api/intake/intake/file": () => ({}),
  "/api/intake/intake/finish": () => ({ job: "runningjob" }),
  "/api/example": () => ({ job: "runningjob" }),
  "/api/report/preview": () => preview,
  "/api/report": () => ({ job: "reportjob" }),
  ...vaultAnswers,
  "/api/places": () => ({
    path: "/home/example",
    parent: "/home",
    entries: [
      { name: "backup", path: "/home/example/backup", type: "folder", size: 0 },
      { name: "measurements.jsonl", path: "/home/example/measurements.jsonl", type: "file", size: 20_480 },
    ],
  }),
};

function textIn(input: unknown, name: string): string {
  if (typeof input !== "object" || input === null) return "";
  const value: unknown = Object.entries(input).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : "";
}
