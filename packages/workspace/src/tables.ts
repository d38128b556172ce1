// The tables beside the log: bringing them to its heads, making them anew, comparing them with what was written. The log
// is right whatever they say; where they are behind or were not compared, this says so.
import type { StampedOperation } from "@tocsin/records";
import type { ChainId, CommitHash, Heads } from "@tocsin/vault";
import {
  fillTables,
  isSame,
  type FillingPorts,
  type TablesPort,
  type TablesProgress,
  type WatchOptions,
} from "./fill-tables.ts";
import { isUnreadable } from "./read-again.ts";

/** Why tables are made anew. `begun`: there were none that fit; `damaged`: they do not add up, or cannot be read. */
export type RebuildReason = "begun" | "damaged" | "erased" | "asked";

export interface TablesState {
  /** They reach to the heads of the log. Otherwise they catch up by themselves, before the next act at the latest. */
  readonly isCurrent: boolean;
  /** They were compared with what was written into them, or made anew, since the vault was opened. */
  readonly isCompared: boolean;
  /** Why they are being made anew, and how far that is; null where they are not. */
  readonly filling: (TablesProgress & { readonly reason: RebuildReason }) | null;
}

export interface CatchUpOptions extends WatchOptions {
  /** From nothing, whatever is there. */
  readonly fresh?: boolean;
}

export interface Tables {
  state(): TablesState;
  /**
   * Brings them to the heads of the log, from nothing when they are `fresh` or do not fit, and from where it was left off
   * when that was interrupted; says whether they were made anew.
   */
  catchUp(options?: CatchUpOptions): Promise<boolean>;
  /** Nothing to do, unless they are behind the log. */
  ready(): Promise<void>;
  /** Folds in what was just written, where they are right behind it. They are behind when that fails. */
  follow(written: readonly StampedOperation[]): Promise<void>;
  /**
   * Throws the tables away with their key and makes them anew. When it is stopped or fails, or the process ends, the next
   * act or the next opening goes on with it; the old tables are out of reach from its first moment.
   */
  rebuild(reason: RebuildReason, options?: WatchOptions): Promise<void>;
  /**
   * Adds them up, unless that was done; false where they do not add up, or cannot be read: then they must be made anew.
   * Whoever asks meanwhile waits for the same answer.
   */
  compare(signal?: AbortSignal): Promise<boolean>;
  /** Takes them for unchecked from here on; false where they are being made anew, or are unchecked already. */
  distrust(): boolean;
}

/** One call at a time, but for `state` and `compare`. */
export function createTables(ports: FillingPorts): Tables {
  const { vault, projection } = ports;
  let reach: Heads | null = null;
  let isCompared = false;
  let filling: TablesState["filling"] = null;
  const compareOnce = createComparison(projection);
  const isCurrent = (): boolean => reach !== null && isSame(reach, vault.heads());

  const catchUp = async ({ fresh, onProgress, ...options }: CatchUpOptions = {}): Promise<boolean> => {
    const start = fresh === true ? null : await startOf(ports);
    reach = null;
    if (start === null) await projection.clear();
    const isAnew = await projection.isFilling();
    if (isAnew) filling ??= { reason: "begun", ...nothingDone };
    try {
      const tell = (progress: TablesProgress): void => {
        if (filling !== null) filling = { ...filling, ...progress };
        onProgress?.(progress);
      };
      const reached = await fillTables(ports, start, { ...options, onProgress: tell });
      if (isAnew) await projection.endFilling();
      if (start === null) isCompared = true;
      reach = reached;
    } finally {
      filling = null;
    }
    return isAnew;
  };

  return {
    catchUp,
    state: () => ({ isCurrent: isCurrent(), isCompared, filling }),
    ready: async () => void (isCurrent() || (await catchUp())),
    async follow(written) {
      const next = reachWith(reach, written);
      reach = null;
      if (next === null) return void (await catchUp());
      await projection.apply(written, next);
      reach = next;
    },
    async rebuild(reason, options = {}) {
      [reach, isCompared] = [null, false];
      filling = { reason, ...nothingDone };
      try {
        await projection.renew();
        await catchUp({ ...options, fresh: true });
      } finally {
        filling = null;
      }
    },
    async compare(signal) {
      const adds = isCompared || (await compareOnce(signal));
      return (isCompared ||= adds);
    },
    distrust() {
      if (!isCompared || filling !== null) return false;
      isCompared = false;
      return true;
    },
  };
}

const nothingDone: TablesProgress = { step: "log", done: 0, total: 0, rate: 0 };

/** Where they can be gone on with; null where they are of another log, or nobody knows how far they reach. */
async function startOf({ vault, projection }: FillingPorts): Promise<Heads | null> {
  const [heads, log] = [await projection.heads(), vault.heads()];
  if (heads === null || !isWithin(heads, log)) return null;
  const missing = commitsIn(log) - commitsIn(heads);
  // Operation by operation costs twice what it costs anew.
  const isFarBehind = missing > farBehind && missing > commitsIn(heads) && !(await projection.isFilling());
  return isFarBehind ? null : heads;
}

/** Commits: what a large import leaves behind. */
const farBehind = 500;

export function commitsIn(heads: Heads): number {
  return [...heads.values()].reduce((sum, { sequence }) => sum + sequence, 0);
}

/** Tables that have seen more than the log holds, or something else, were made from another log. */
function isWithin(heads: Heads, log: Heads): boolean {
  return [...heads].every(([chain, { sequence, hash }]) => {
    const head = log.get(chain);
    return (
      head !== undefined && (head.sequence > sequence || (head.sequence === sequence && head.hash === hash))
    );
  });
}

/** How far the tables reach with what this device wrote behind it; null where they are not right behind it. */
function reachWith(reach: Heads | null, written: readonly StampedOperation[]): Heads | null {
  const [first, last] = [written[0]?.stamp, written.at(-1)?.stamp];
  if (reach === null || first === undefined || last === undefined) return null;
  const chain = last.chain as ChainId;
  if ((reach.get(chain)?.sequence ?? 0) + 1 !== first.sequence) return null;
  return new Map(reach).set(chain, { sequence: last.sequence, hash: last.commit as CommitHash });
}

type Compare = (signal?: AbortSignal) => Promise<boolean>;

/** Who asks while a comparison is under way gets its answer, unless that one is stopped. */
function createComparison(projection: TablesPort): Compare {
  let current: Promise<boolean> | null = null;
  return async (signal) => {
    while (current !== null) {
      const answer = await current.catch(() => null);
      if (answer !== null) return answer;
    }
    current = addsUp(projection, signal).finally(() => (current = null));
    return current;
  };
}

async function addsUp(projection: TablesPort, signal?: AbortSignal): Promise<boolean> {
  try {
    return await projection.check(signal);
  } catch (error) {
    if (isUnreadable(error)) return false;
    throw error;
  }
}
