// Records of one invented case: their pages, lists and tallies.
import type { RecordId } from "@tocsin/core";
import type { RecordPage } from "@tocsin/workspace";
import { ids, sha256, day, row, text, textIn, type Answer } from "./answer.ts";

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

export function page(
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
    steps: { back: true, forth: false },
    ...more,
  };
}

export const pages: readonly RecordPage[] = [
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
    {
      linked: [
        { kind: "release", field: "case", total: 1, rows: [row(ids.release, "release", "Example report")] },
      ],
    },
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
      linked: [
        {
          kind: "involvement",
          field: "incident",
          total: 1,
          rows: [
            {
              ...row(ids.involvement, "involvement", "defender"),
              ends: [{ id: ids.person, kind: "person", label: "Example Editor" }],
            },
          ],
        },
      ],
    },
  ),
  page(
    ids.involvement,
    "involvement",
    { role: "defender", person: ids.person, incident: ids.incident },
    {
      label: "defender",
      labels: {
        [ids.person]: { kind: "person", label: "Example Editor" },
        [ids.incident]: { kind: "incident", label: "Threats to a brother at home" },
      },
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
        {
          kind: "finding",
          field: "evidence",
          total: 1,
          rows: [row(ids.finding, "finding", "example-bad.test")],
        },
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

export const recordAnswers: Readonly<Record<string, Answer>> = {
  "query/record.list": (input, isEmpty) => {
    const kind = textIn(input, "kind");
    const known = pages.find((each) => each.kind === kind);
    if (isEmpty || known === undefined) return { rows: [], next: null, total: 0 };
    const shown = { title: [known.label], name: [known.label], ...cells[kind] };
    return { rows: [{ ...row(known.id, kind, known.label), cells: shown }], next: null, total: 1 };
  },
  "query/record.matching": (input) => ({
    records: pages.filter(({ kind }) => kind === textIn(input, "kind")).map(({ id }) => id),
    total: 1,
  }),
  "query/records.plan": () => ({ changing: 1, already: 0, replaced: {} }),
  "command/records.change": () => ({ records: [ids.case], operations: 1, at: 5 }),
  "command/records.undo": () => ({ records: [ids.case], operations: 1, at: 6 }),
  "query/saved.views": () => [{ record: ids.incident, title: "Mine", lang: "en", view: {} }],
  "query/record.tally": (input) => tallies[textIn(input, "facet")] ?? {},
  "query/record.show": (input) => pages.find(({ id }) => id === textIn(input, "record")) ?? pages[1],
  "query/lacks": (input) => {
    const { kind, id, label } =
      pages.find((each) => each.id === textIn(input, "record")) ??
      pages[1] ??
      page(ids.incident, "incident", {});
    const isIncident = kind === "incident";
    const problems = isIncident ? [{ field: "case", problem: "link-to-nothing", what: [] }] : [];
    return [{ record: id, kind, label, lacks: isIncident ? ["defence", "sources"] : [], problems }];
  },
  "query/duplicates": () => ({
    looked: 2,
    pairs: [
      {
        score: 85,
        reasons: ["same-skeleton", "same-country"],
        records: [ids.person, ids.incident],
        labels: ["Example Editor", "محرر مثال"],
      },
    ],
    apart: [{ records: [ids.person, ids.incident], labels: ["Sana Example", "سناء مثال"] }],
  }),
  "query/search": (input) => {
    const words = textIn(input, "words");
    if (!"journalists".startsWith(words.toLowerCase())) return [];
    return [
      {
        ...row(ids.case, "case", `Journalists (${words})`),
        field: "summary",
        how: "form",
        excerpt: { field: "summary", text: "A journalist was followed.", lang: "en", marks: [[2, 12]] },
      },
    ];
  },
  "command/record.create": (input) => ({
    records: [ids[textIn(input, "kind") === "case" ? "case" : "incident"]],
  }),
  "command/record.change": () => ({ records: [ids.case] }),
  "command/record.merge": () => ({ records: [ids.incident] }),
  "command/record.redo": () => ({ records: [ids.case] }),
  "command/record.undo": () => ({ records: [ids.case] }),
  "command/incident.tell": (input) => ({
    records: textIn(input, "case") === "" ? [ids.case, ids.incident] : [ids.incident],
  }),
};
