// What examinations of an invented phone and an invented network found.
import type { FindingPage } from "@tocsin/workspace";
import { ids, sha256, day, type Answer } from "./answer.ts";

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

export const face = {
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
  evidence: {
    id: ids.evidence,
    label: "Example phone backup",
    sha256,
    case: { id: ids.case, label: "Journalists of the Example Bulletin" },
  },
  case: null,
  acts: ["spyware.attempt"],
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

export const findingAnswers: Readonly<Record<string, Answer>> = {
  "query/finding.page": () => findingPage,
  "command/finding.take": () => ({ records: [ids.case, ids.finding] }),
  "command/examination.keep": () => ({ records: [ids.finding] }),
  "/api/examine": () => ({ job: "phonejob" }),
};
