// A vault on its way to being open: reading its log and making its lists anew can take minutes, so that it is watched, goes
// on without the request that began it, and can be stopped.
import type { TablesProgress } from "@tocsin/workspace";
import { DeskError } from "./errors.ts";
import { jobErrorOf, type JobError } from "./jobs.ts";

export interface Opening {
  /** Of the folder. */
  readonly name: string;
  /** Null before there is anything to count. */
  readonly progress: TablesProgress | null;
}

export interface OpeningWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: TablesProgress) => void;
}

export interface Openings {
  current(): Opening | null;
  /** What the last one failed with; null once another one has begun. */
  problem(): JobError | null;
  /** Throws `desk.busy` while one is under way. One that is stopped resolves, and has opened nothing. */
  run(name: string, open: (watch: OpeningWatch) => Promise<void>): Promise<void>;
  /** Resolves when it has ended. */
  stop(): Promise<void>;
}

interface Running {
  opening: Opening;
  readonly controller: AbortController;
  ended: Promise<void>;
}

export function createOpenings(): Openings {
  let running: Running | null = null;
  let problem: JobError | null = null;

  const follow = async (entry: Running, open: (watch: OpeningWatch) => Promise<void>): Promise<void> => {
    const { signal } = entry.controller;
    try {
      await open({
        signal,
        onProgress: (progress) => {
          entry.opening = { ...entry.opening, progress };
        },
      });
    } catch (error) {
      if (signal.aborted) return;
      problem = jobErrorOf(error);
      throw error;
    } finally {
      running = null;
    }
  };

  return {
    current: () => running?.opening ?? null,
    problem: () => problem,
    async run(name, open) {
      if (running !== null)
        throw new DeskError("desk.busy", "Cannot open vault: another one is being opened");
      problem = null;
      const entry: Running = {
        opening: { name, progress: null },
        controller: new AbortController(),
        ended: Promise.resolve(),
      };
      running = entry;
      const opening = follow(entry, open);
      entry.ended = opening.catch(() => undefined);
      return opening;
    },
    async stop() {
      running?.controller.abort();
      await running?.ended;
    },
  };
}
