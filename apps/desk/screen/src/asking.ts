// Questions to the server as state: what is known, what is wrong, whether it is under way.
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { Job } from "./api/contract/work.ts";
import { useDesk } from "./desk.tsx";

export interface Asked<Result> {
  readonly value: Result | null;
  readonly error: unknown;
}

/** Asks again when the input or anything in the vault changes; keeps the last answer meanwhile. */
export function useQuery<Result>(query: string, input: object): Asked<Result> {
  const { api, version } = useDesk();
  const key = JSON.stringify(input);
  return useAnswer(
    useCallback(() => api.ask<Result>(query, JSON.parse(key) as object), [api, query, key]),
    version,
  );
}

/** `ask` must stay the same function while it asks the same thing. */
export function useAnswer<Result>(ask: () => Promise<Result>, version: number): Asked<Result> {
  const [asked, setAsked] = useState<Asked<Result> & { readonly ask: unknown }>({
    value: null,
    error: null,
    ask,
  });
  useEffect(() => {
    let isCurrent = true;
    ask().then(
      (value) => isCurrent && setAsked({ value, error: null, ask }),
      (error: unknown) => isCurrent && setAsked((last) => ({ ...last, error, ask })),
    );
    return () => {
      isCurrent = false;
    };
  }, [ask, version]);
  // An answer to another question is no answer.
  return asked.ask === ask ? asked : { value: null, error: null };
}

function useJobs(): readonly Job[] {
  const { jobs } = useDesk();
  return useSyncExternalStore(jobs.subscribe, jobs.snapshot);
}

/** One piece of work, with its result once it is done: the list of all work leaves results out. */
export function useJob(id: string | null): Job | undefined {
  const { api, fail } = useDesk();
  const listed = useJobs().find((job) => job.id === id);
  const [whole, setWhole] = useState<Job | null>(null);
  const isDone = listed?.state === "done";
  useEffect(() => {
    if (id === null || !isDone) return undefined;
    let isCurrent = true;
    api.job(id).then((job) => isCurrent && setWhole(job), fail);
    return () => {
      isCurrent = false;
    };
  }, [api, id, isDone, fail]);
  return whole?.id === id ? whole : listed;
}

/** Runs something that can fail, says so if it does, and knows whether it is under way. */
export function useAction(): {
  readonly isBusy: boolean;
  readonly run: (work: () => Promise<unknown>) => void;
} {
  const { fail } = useDesk();
  const [isBusy, setBusy] = useState(false);
  const run = (work: () => Promise<unknown>): void => {
    setBusy(true);
    work()
      .catch(fail)
      .finally(() => setBusy(false));
  };
  return { isBusy, run };
}

export interface Work<Result> {
  /** The newest of its kind; a result stays there to be read when somebody comes back to the screen. */
  readonly job: Job | undefined;
  readonly result: Result | null;
  /** Being asked for, or under way. */
  readonly isBusy: boolean;
  start(ask: () => Promise<{ readonly job: string }>): void;
}

/**
 * Long work of one kind: begun from this screen or from another. With `about`, only work on that record: what became of
 * another one is not said here. The server is taken at its word for the result.
 */
export function useWork<Result>(kind: Job["kind"], about?: string): Work<Result> {
  const { jobs } = useDesk();
  const [begun, setBegun] = useState<{ readonly job: string; readonly about: string | undefined } | null>(
    null,
  );
  const newest = useJobs().findLast((job) => isOf(job, kind, about));
  const { run, isBusy } = useAction();
  // While it is being asked for, an older one is not it.
  const own = begun?.about === about ? begun?.job : undefined;
  const job = useJob(isBusy ? null : (own ?? newest?.id ?? null));
  return {
    job,
    result: resultOf<Result>(job),
    isBusy: isBusy || job?.state === "running",
    start: (ask) =>
      run(async () => {
        setBegun({ job: (await ask()).job, about });
        jobs.refresh();
      }),
  };
}

function isOf(job: Job, kind: Job["kind"], about: string | undefined): boolean {
  return job.kind === kind && (about === undefined || job.about === about);
}

function resultOf<Result>(job: Job | undefined): Result | null {
  return job?.state === "done" && job.result !== undefined ? (job.result as Result) : null;
}
