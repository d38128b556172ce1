// What was dropped anywhere on the desk last, until it is sealed: the browser lets nobody keep a file longer than the page.
import type { FileToTake } from "./intake.ts";

export interface Dropped {
  /** Empty for nothing. */
  files(): readonly FileToTake[];
  take(files: readonly FileToTake[]): void;
  subscribe(listener: () => void): () => void;
}

export function createDropped(): Dropped {
  const listeners = new Set<() => void>();
  let dropped: readonly FileToTake[] = [];
  return {
    files: () => dropped,
    take: (files) => {
      dropped = files;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
