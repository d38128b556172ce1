// Reads the log into the tables, batch by batch, in the order of the log.
import { isTocsinError, type Clock } from "@tocsin/core";
import type { Projection, UnreadOperation } from "@tocsin/index";
import { parseOperation, type StampedOperation } from "@tocsin/records";
import type { Heads, OpenOperation, ReplayedCommit, Vault } from "@tocsin/vault";

export interface TablesPort extends Pick<
  Projection,
  "heads" | "isFilling" | "apply" | "endFilling" | "unread" | "check" | "clear"
> {
  /** Throws them away with the key that opens them, and gives empty ones under a new key. */
  renew(): Promise<void>;
}

export interface TablesProgress {
  /** The log is read first; when tables are made anew, then the rows of every record, and counts over all of them. */
  readonly step: "log" | "rows" | "counts";
  /** Commits of the log, records, or steps of counting, done and to do. */
  readonly done: number;
  readonly total: number;
  /** Operations, records or steps a second since the step began; 0 while that cannot be said. */
  readonly rate: number;
}

export interface WatchOptions {
  readonly onProgress?: (progress: TablesProgress) => void;
  readonly signal?: AbortSignal;
  /** Operations at a time; smaller only in tests. */
  readonly batch?: number;
}

export interface FillingPorts {
  readonly vault: Pick<Vault, "replay" | "heads">;
  readonly projection: TablesPort;
  readonly clock: Clock;
}

/**
 * Few operations at a time keep others from waiting; more cost less, where nobody has anything to wait for yet. Many more
 * outlive the collections of what is young, and the memory of the whole grows by what nobody needs any longer.
 */
const batchSizes = { usual: 512, filling: 1024 } as const;

/** Each batch stands with how far it reaches, so that what is broken off can be gone on with. */
export async function fillTables(
  ports: FillingPorts,
  start: Heads | null,
  { onProgress, signal, batch }: WatchOptions,
): Promise<Heads> {
  const { vault, projection, clock } = ports;
  const stop = signal ? { signal } : {};
  const isFilling = await projection.isFilling();
  const batchSize = batch ?? batchSizes[isFilling ? "filling" : "usual"];
  const reached = new Map(start ?? []);
  let [operations, unread]: [StampedOperation[], UnreadOperation[]] = [[], []];
  let applied = 0;
  const pace = createPace(clock);
  const replay = vault.replay({
    onProgress: (state) => onProgress?.({ step: "log", ...state, rate: pace(applied) }),
    ...stop,
    ...(start ? { after: start } : {}),
  });
  for await (const commit of replay) {
    sortInto({ operations, unread }, commit);
    reached.set(commit.chain, { sequence: commit.sequence, hash: commit.commit });
    if (operations.length + unread.length < batchSize) continue;
    await projection.apply(operations, new Map(reached), unread);
    applied += operations.length;
    [operations, unread] = [[], []];
  }
  signal?.throwIfAborted();
  const heads = vault.heads();
  // Nothing is written where nothing came: opening a vault then costs no waiting for the disk at its closing.
  if (!isWritten(heads, await projection.heads(), operations.length + unread.length))
    await projection.apply(operations, heads, unread);
  if (isFilling) await endFilling(ports, { ...(onProgress ? { onProgress } : {}), ...stop });
  return heads;
}

async function endFilling(
  { projection, clock }: FillingPorts,
  { onProgress, signal }: WatchOptions,
): Promise<void> {
  let step: TablesProgress["step"] = "log";
  let pace = createPace(clock);
  let first = 0;
  await projection.endFilling({
    onProgress(state) {
      if (state.step !== step) {
        ({ step, done: first } = state);
        pace = createPace(clock);
      }
      onProgress?.({ ...state, rate: pace(state.done - first) });
    },
    ...(signal ? { signal } : {}),
  });
}

function createPace(clock: Clock): (done: number) => number {
  const began = clock();
  return (done) => {
    const seconds = (clock() - began) / 1000;
    return seconds > 0 ? Math.round(done / seconds) : 0;
  };
}

function isWritten(heads: Heads, reach: Heads | null, waiting: number): boolean {
  return waiting === 0 && reach !== null && isSame(reach, heads);
}

export function isSame(one: Heads, other: Heads): boolean {
  return one.size === other.size && [...one].every(([chain, { hash }]) => other.get(chain)?.hash === hash);
}

interface Sorted {
  readonly operations: StampedOperation[];
  readonly unread: UnreadOperation[];
}

function sortInto({ operations, unread }: Sorted, commit: ReplayedCommit): void {
  for (const operation of commit.operations) {
    const { chain, sequence, index } = operation.stamp;
    const read = operation.state === "open" ? readable(operation) : null;
    if (read !== null) operations.push(read);
    else
      unread.push({
        position: { chain, sequence, index },
        reason: operation.state === "open" ? "foreign" : operation.state,
      });
  }
}

/** Null for what another version, or another program, wrote: it stays in the log, counted, and out of every list. */
function readable(operation: OpenOperation): StampedOperation | null {
  try {
    return stampedOf(operation);
  } catch (error) {
    if (isTocsinError(error)) return null;
    throw error;
  }
}

export function stampedOf({ stamp, payload }: OpenOperation): StampedOperation {
  return { stamp, operation: parseOperation(payload) };
}
