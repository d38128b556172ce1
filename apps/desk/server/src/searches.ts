// Searches under way, by window: whoever types on asks anew, and what was asked before need not be answered any more.
import { DeskError } from "./errors.ts";

export interface Searches {
  /** Stops the one that this window asked before. Throws `desk.outdated` once another one has come in its place. */
  run<Answer>(window: string, search: (signal: AbortSignal) => Promise<Answer>): Promise<Answer>;
}

export function createSearches(): Searches {
  const underWay = new Map<string, AbortController>();
  return {
    async run(window, search) {
      underWay.get(window)?.abort();
      const own = new AbortController();
      underWay.set(window, own);
      try {
        return await search(own.signal);
      } catch (cause) {
        if (own.signal.aborted)
          throw new DeskError("desk.outdated", "Cannot search: another search took its place", { cause });
        throw cause;
      } finally {
        if (underWay.get(window) === own) underWay.delete(window);
      }
    },
  };
}
