// Work under way, and what begins it.
import { ids, sha256, type Answer } from "./answer.ts";

/** Work that never ends. */
export const runningJob = {
  id: "runningjob",
  kind: "evidence",
  state: "running",
  progress: { done: 94_000_000, total: 188_000_000, unit: "bytes", at: "" },
  found: { findings: 0, verdicts: 0 },
  startedAt: Date.now() - 4000,
} as const;

/** What was dropped is sealed. */
export const sealedJob = {
  ...runningJob,
  id: "sealedjob",
  state: "done",
  progress: null,
  result: { evidence: ids.evidence, original: null, sha256, skipped: 0 },
} as const;

/** Taking a path and filling the example begin work that never ends. */
export const workAnswers: Readonly<Record<string, Answer>> = {
  "/api/evidence": () => ({ job: "runningjob" }),
  "/api/intake": () => ({ intake: "intake", job: "sealedjob" }),
  "/api/intake/intake/file": () => ({}),
  "/api/intake/intake/finish": () => ({ job: "sealedjob" }),
  "/api/example": () => ({ job: "runningjob" }),
  "/api/places": () => ({
    path: "/home/example",
    parent: "/home",
    entries: [
      { name: "backup", path: "/home/example/backup", type: "folder", size: 0 },
      { name: "measurements.jsonl", path: "/home/example/measurements.jsonl", type: "file", size: 20_480 },
    ],
  }),
};
