// Long work that goes on while people do something else: how far, how fast, what was found, and a way to stop it.
import { isTocsinError, type ExaminationProgress } from "@tocsin/core";

export type JobKind =
  | "example"
  | "examine"
  | "evidence"
  | "report"
  | "document"
  | "draft"
  | "texts"
  | "export"
  | "verify"
  | "backup"
  | "restore"
  | "check"
  | "verify-vault"
  | "bundle"
  | "custody"
  | "comparison"
  | "letter"
  | "redact"
  | "timestamp"
  | "erase"
  | "library-plan"
  | "library"
  | "table-check"
  | "table-import"
  | "table-back-check"
  | "table-take-back"
  | "table-bring-back";
export type JobState = "running" | "done" | "failed" | "cancelled";

export interface JobProgress extends Omit<ExaminationProgress, "unit"> {
  readonly unit: ExaminationProgress["unit"] | "steps" | "pages";
}

export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: JobState;
  readonly progress: JobProgress | null;
  readonly found: { readonly findings: number; readonly verdicts: number };
  readonly startedAt: number;
  /** The record that it is about, where it was begun on the page of one. */
  readonly about?: string;
  readonly result?: unknown;
  readonly error?: JobError;
}

export interface JobError {
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** What work tells of itself while it runs. */
export interface JobHandle {
  readonly id: string;
  readonly signal: AbortSignal;
  progress(progress: JobProgress): void;
  found(what: "findings" | "verdicts"): void;
}

export interface Jobs {
  start(kind: JobKind, work: (handle: JobHandle) => Promise<unknown>, about?: string): string;
  get(id: string): Job | undefined;
  all(): readonly Job[];
  /** Whether any work under way has begun or told of progress within the last `milliseconds`. */
  isWorking(milliseconds: number): boolean;
  cancel(id: string): boolean;
  /** Cancels everything, waits for it to end, and forgets it; but for the work that asks. */
  clear(but?: string): Promise<void>;
}

interface Running {
  job: Job;
  /** When it last gave a sign of life. */
  signAt: number;
  readonly controller: AbortController;
  ended: Promise<void>;
}

/** Finished jobs are forgotten after this many newer ones. */
const kept = 40;

export function createJobs(options: { readonly clock: () => number; readonly newId: () => string }): Jobs {
  const running = new Map<string, Running>();

  const start: Jobs["start"] = (kind, work, about) => {
    const id = options.newId();
    const controller = new AbortController();
    const job: Job = {
      id,
      kind,
      state: "running",
      progress: null,
      found: { findings: 0, verdicts: 0 },
      startedAt: options.clock(),
      ...(about === undefined ? {} : { about }),
    };
    const entry: Running = { job, signAt: job.startedAt, controller, ended: Promise.resolve() };
    running.set(id, entry);
    entry.ended = runJob(entry, work, options.clock);
    forgetOld(running);
    return id;
  };

  return {
    start,
    get: (id) => running.get(id)?.job,
    all: () => [...running.values()].map(({ job }) => job),
    isWorking: (milliseconds) =>
      [...running.values()].some(
        ({ job, signAt }) => job.state === "running" && options.clock() - signAt < milliseconds,
      ),
    cancel: (id) => {
      const entry = running.get(id);
      if (entry?.job.state !== "running") return false;
      entry.controller.abort();
      return true;
    },
    clear: async (but) => {
      const others = [...running].filter(([id]) => id !== but);
      for (const [id, { controller }] of others) {
        controller.abort();
        running.delete(id);
      }
      await Promise.all(others.map(([, { ended }]) => ended));
    },
  };
}

async function runJob(
  entry: Running,
  work: (handle: JobHandle) => Promise<unknown>,
  clock: () => number,
): Promise<void> {
  const change = (changes: Partial<Job>): void => {
    entry.job = { ...entry.job, ...changes };
    entry.signAt = clock();
  };
  const handle: JobHandle = {
    id: entry.job.id,
    signal: entry.controller.signal,
    progress: (progress) => change({ progress }),
    found: (what) => change({ found: { ...entry.job.found, [what]: entry.job.found[what] + 1 } }),
  };
  try {
    const result = await work(handle);
    change({ state: "done", result });
  } catch (error) {
    if (entry.controller.signal.aborted) change({ state: "cancelled" });
    else change({ state: "failed", error: jobErrorOf(error) });
  }
}

/** Our own errors say what they are; of anything else only that it was unexpected: it could hold what people wrote. */
export function jobErrorOf(error: unknown): JobError {
  if (isTocsinError(error)) return { code: error.code, message: error.message, details: error.details };
  return { code: "desk.unexpected", message: "Cannot finish: unexpected failure", details: {} };
}

function forgetOld(running: Map<string, Running>): void {
  for (const [id, { job }] of running) {
    if (running.size <= kept) return;
    if (job.state !== "running") running.delete(id);
  }
}
