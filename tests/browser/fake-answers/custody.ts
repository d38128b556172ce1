// The custody sheet of the invented phone backup, inside the vault and as it would leave.
import { ids, sha256, type Answer } from "./answer.ts";

const written = {
  device: "d".repeat(26),
  chain: "0".repeat(32),
  sequence: 12,
  index: 0,
  commit: "0".repeat(64),
};
const verbatim = (text: string) => ({ kind: "verbatim", text });
const term = (key: string, code: string) => ({ kind: "term", key, code });
const text = (words: string) => ({ kind: "text", text: words, language: "en" });

const facts = [
  { name: "title", field: "title", value: text("Example phone backup") },
  { name: "record", field: null, value: verbatim(ids.evidence) },
  { name: "sha256", field: "sha256", value: verbatim(sha256) },
  { name: "size", field: "size", value: { kind: "count", key: "sheet.count.size", count: 188_000_000 } },
];

const intake = {
  event: "taken-in",
  at: "2026-11-20T09:14:00.000Z",
  facts: [
    { name: "obtained-by", field: "obtainedBy", value: text("Example responder") },
    { name: "obtained-when", field: "obtainedWhen", value: { kind: "date", edtf: "2026-11" } },
    { name: "original", field: "original", value: verbatim("/home/example/backup") },
  ],
  written,
};
const verified = {
  event: "verified",
  at: "2026-11-21T10:00:00.000Z",
  facts: [{ name: "result", field: null, value: term("fixity.intact.label", "intact") }],
  written: { ...written, sequence: 13 },
};
const entry = {
  event: "entry",
  at: "2026-11-22T10:00:00.000Z",
  facts: [
    { name: "entry", field: null, value: term("custodyEvents.handed-over.label", "handed-over") },
    { name: "to", field: "inside", value: text("Example clerk") },
  ],
  written: { ...written, sequence: 14 },
};
const released = {
  event: "released",
  at: "2026-11-22T11:00:00.000Z",
  facts: [{ name: "audience", field: null, value: term("audiences.court.label", "court") }],
  written: { ...written, sequence: 15 },
};

const custody = {
  exhibit: ids.evidence,
  facts,
  lines: [intake, verified, entry, released],
  gaps: [
    { name: "before", count: 0 },
    { name: "clock", count: 0 },
    { name: "people", count: 0 },
    { name: "copies", count: 2 },
  ],
};

const withheld = { kind: "withheld" };
const plan = {
  custody: {
    ...custody,
    lines: [
      { ...intake, facts: intake.facts.map((fact) => ({ ...fact, value: withheld })) },
      verified,
      { ...entry, facts: entry.facts.map((fact, at) => (at === 0 ? fact : { ...fact, value: withheld })) },
      released,
    ],
  },
  withheld: 4,
  struck: 1,
  earlier: [],
};

export const custodyAnswers: Readonly<Record<string, Answer>> = {
  "query/custody.sheet": () => custody,
  "/api/custody/plan": () => plan,
  "/api/custody": () => ({ job: "custodyjob" }),
};

/** The sheet, written. */
export const custodyJob = {
  id: "custodyjob",
  kind: "custody",
  state: "done",
  progress: null,
  found: { findings: 0, verdicts: 0 },
  startedAt: 0,
  result: {
    release: ids.release,
    withheld: 4,
    struck: 1,
    outputs: [
      { format: "pdf", name: "custody-ssssssss.pdf", bytes: 40_960, sha256, url: "/api/output/custody" },
    ],
  },
} as const;
