// Canned answers about the vault itself, about erasing and about bundles. Everything in them is invented.
import type { Answer } from "./answer.ts";

const record = "aaaaaaaaaaaaaaaaaaaaaaaaaa";
const other = "bbbbbbbbbbbbbbbbbbbbbbbbbb";
const at = "2026-11-20T12:00:00Z";

const erasurePlan = {
  subject: { consent: record },
  ground: "consent",
  obstacle: null,
  digest: "d".repeat(64),
  records: [
    {
      id: record,
      kind: "consent",
      label: "May be kept",
      operations: 2,
      reason: "itself",
      chosen: true,
      keptBy: [],
    },
    {
      id: other,
      kind: "evidence",
      label: "A letter",
      operations: 1,
      reason: "given-under",
      chosen: false,
      keptBy: [record],
    },
  ],
  evidence: [{ record: other, name: "0".repeat(32), size: 20_480, what: "bytes" }],
  mentions: [
    {
      id: "c".repeat(26),
      kind: "incident",
      label: "A visit",
      operations: 1,
      fields: ["narrative"],
      chosen: false,
    },
  ],
  outOfReach: [
    { kind: "copy", record, label: "blue stick", at },
    { kind: "bundle", record, label: "court", audience: "court", at },
    { kind: "taken-out", record, how: "opened", at },
    { kind: "not-searched", count: 3 },
  ],
};

const bundlePlan = {
  audience: "court",
  case: record,
  records: [{ id: record, kind: "case", title: "Journalists of the Example Bulletin", operations: 2 }],
  operations: [
    {
      commit: "0".repeat(64),
      index: 0,
      record,
      kind: "case",
      act: "record.create",
      at: 0,
      fields: ["title"],
      guarded: ["title"],
      names: [other],
    },
  ],
  exhibits: [
    {
      commit: "0".repeat(64),
      index: 0,
      record: other,
      title: "A letter",
      part: "bytes",
      name: "0".repeat(32),
      mediaType: "text/plain",
      sha256: "0".repeat(64),
      size: 20_480,
    },
  ],
  names: [
    { record: other, kind: "person", reason: "no-consent", canAcknowledge: true },
    { record, kind: "person", reason: "protected", canAcknowledge: false },
  ],
  bytes: 20_480,
  earlier: [],
};

const problem = {
  kind: "bad-signature",
  chain: "0".repeat(32),
  segment: 1,
  offset: 512,
  sequence: 7,
  index: null,
  count: 1,
};

export const vaultAnswers: Readonly<Record<string, Answer>> = {
  "/api/vault/facts": () => ({
    id: "0".repeat(64),
    folder: "/home/example/vault",
    device: "Example laptop",
    newChain: "copied",
    hasRecovery: true,
    bytes: 188_000_000,
    chains: 2,
    commits: 1204,
    operations: 5000,
    problems: [problem],
  }),
  "/api/anchors": () => [
    {
      record,
      made: at,
      commits: 1200,
      checkpoint: "confirmed",
      timestamp: { state: "vouched", time: at, authority: "CN=Example" },
    },
    {
      record: other,
      made: at,
      commits: 1100,
      checkpoint: "contradicted",
      timestamp: { state: "bad-signature", words: "" },
    },
  ],
  "/api/erasure/plan": () => erasurePlan,
  "/api/bundle/plan": (input) => (isAboutCase(input) ? bundlePlan : { ...bundlePlan, names: [] }),
  "/api/bundle/recipients": (input) => recipientsIn(input).map(stateOf),
  "/api/bundle": () => ({ job: "runningjob" }),
  "/api/anchors/ask": () => ({ job: timestampJob.id }),
};

/** A timestamp that was asked for over the network. */
export const timestampJob = {
  id: "timestampjob",
  kind: "timestamp",
  state: "done",
  progress: null,
  found: { findings: 0, verdicts: 0 },
  startedAt: 0,
  result: { record, verdict: { state: "unvouched", time: at, authority: "CN=Example" } },
} as const;

function recipientsIn(input: unknown): readonly string[] {
  const given = typeof input === "object" && input !== null && "recipients" in input ? input.recipients : [];
  return Array.isArray(given) ? given.map(String) : [];
}

function stateOf(key: string): string {
  if (key.startsWith("AGE-SECRET-KEY-")) return "secret";
  return key.startsWith("age1") && key.length === 62 ? "fits" : "mistyped";
}

/** Only a case holds names that somebody must decide on. */
function isAboutCase(input: unknown): boolean {
  return typeof input === "object" && input !== null && "case" in input;
}
