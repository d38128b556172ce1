// The page of one invented case, and the first screen.
import type { CasePage, HomePage } from "@tocsin/workspace";
import { idOf, ids, sha256, row, text, type Answer } from "./answer.ts";
import { face } from "./findings.ts";
import { page, pages } from "./records.ts";

const casePage: CasePage = {
  record: pages[0] ?? page(ids.case, "case", {}),
  road: [
    { stretch: "evidence", count: 1, todo: 0 },
    { stretch: "findings", count: 1, todo: 0, worst: { level: "high", count: 1 } },
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
  others: [
    {
      involvement: ids.involvement,
      role: "perpetrator",
      organisation: null,
      perpetratorKind: "state.executive.police",
      degree: "carried-out",
    },
  ],
  span: { countries: ["NO"], years: [2025, 2026] },
  next: [
    { record: ids.task, kind: "task", label: "Reply to the court", day: "2026-11-27", zone: null },
    {
      record: idOf("h"),
      kind: "action",
      label: "Letter to the ministry",
      day: "2026-10-01",
      zone: null,
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
  isUnused: false,
  due: [{ ...row(ids.task, "task", "Reply to the court"), day: "2026-12-09", zone: "Europe/Oslo" }],
  consents: [{ record: idOf("k"), label: "Report to a mandate", until: "2026-12-01", isOver: false }],
  awaited: [row(idOf("h"), "action", "Letter to the ministry")],
  fresh: null,
  clear: {
    rows: [
      {
        record: idOf("q"),
        title: "report-ssssssss.pdf",
        where: null,
        made: "2026-11-20T12:00:00.000Z",
        by: "R. Example",
        sha256,
        bytes: 20_480,
        release: ids.release,
        gone: null,
      },
    ],
    more: false,
  },
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
  ahead: null,
  lastCopy: { at: Date.parse("2026-11-20T12:00:00Z"), label: "blue stick", commitsSince: 4 },
  library: null,
};

/** A body's own words, and what others tell of them. */
const said = [
  {
    cited: "Example Commission",
    topic: "the arrests of May",
    own: [
      {
        record: idOf("v"),
        words: text("Three people were held."),
        voice: "own-words",
        said: "2025-05-12",
        source: null,
      },
    ],
    reported: [
      {
        record: idOf("w"),
        words: text("The commission admitted mass arrests."),
        voice: "reported",
        said: "2025-05-13",
        source: idOf("x"),
      },
    ],
    standing: "differs",
  },
];

export const caseAnswers: Readonly<Record<string, Answer>> = {
  "query/statement.compare": (_, isEmpty) => (isEmpty ? [] : said),
  "query/case.page": () => casePage,
  "query/home": (_input, isEmpty) =>
    isEmpty
      ? {
          counts: {},
          isUnused: true,
          due: [],
          consents: [],
          awaited: [],
          fresh: null,
          clear: { rows: [], more: false },
          recent: [],
          unfinished: [],
          lastCopy: null,
          library: null,
          retentions: { count: 0, rows: [] },
          ahead: null,
        }
      : home,
};
