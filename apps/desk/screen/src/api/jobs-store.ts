// Work that goes on at the server: asked for while any of it runs, and kept for whoever looks.
import type { Api } from "./api.ts";
import type { Job } from "./contract/work.ts";

export interface JobsStore {
  subscribe(listener: () => void): () => void;
  snapshot(): readonly Job[];
  /** Work that runs, or that was seen to end: not what had ended before anybody looked. */
  news(): readonly Job[];
  /** Looks now, and goes on looking while something runs. */
  refresh(): void;
  stop(id: string): Promise<void>;
  close(): void;
}

/** Milliseconds between two looks: soon for what is done at once, then longer and longer. */
const firstInterval = 60;
const longestInterval = 600;

/** `onEnd` hears of each job once, when it is seen to have ended. */
export function createJobsStore(api: Api, onEnd: (job: Job) => void): JobsStore {
  const listeners = new Set<() => void>();
  const ended = new Set<string>();
  let jobs: readonly Job[] = [];
  let news: readonly Job[] = [];
  let old: ReadonlySet<string> = new Set();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let interval = firstInterval;
  let isFirst = true;
  let isClosed = false;

  const look = async (): Promise<void> => {
    try {
      jobs = await api.jobs();
    } catch {
      // The next request of the person says what is wrong; this one only looked.
      return;
    }
    if (isClosed) return;
    for (const job of jobs.filter(({ id, state }) => state !== "running" && !ended.has(id))) {
      ended.add(job.id);
      if (!isFirst) onEnd(job);
    }
    if (isFirst) old = new Set(ended);
    isFirst = false;
    news = jobs.filter(({ id }) => !old.has(id));
    for (const listener of listeners) listener();
    clearTimeout(timer);
    if (!jobs.some(({ state }) => state === "running")) return;
    timer = setTimeout(() => void look(), interval);
    interval = Math.min(interval * 2, longestInterval);
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => jobs,
    news: () => news,
    refresh: () => {
      interval = firstInterval;
      void look();
    },
    stop: async (id) => {
      await api.cancelJob(id);
      await look();
    },
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
