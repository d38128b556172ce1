// Replays the log: every commit that verifies and whose act is whole, in the one order, with its operations opened.
import type { Entry, LogGraph } from "./graph.ts";
import { type CommitReading, createReadAhead, operationsOf, readVerified } from "./reading.ts";
import type { ReplayedCommit, ReplayOptions, VaultPorts } from "./types.ts";

export interface ReplayInput {
  readonly ports: Pick<VaultPorts, "log">;
  readonly reading: CommitReading;
  readonly graph: LogGraph;
  readonly checkOpen: () => void;
}

const progressEvery = 64;

export async function* replayLog(input: ReplayInput, options: ReplayOptions): AsyncIterable<ReplayedCommit> {
  const { reading, graph, checkOpen } = input;
  checkOpen();
  const entries = graph.ordered().filter((entry) => isWanted(graph, entry, options));
  const total = entries.length;
  const source = createReadAhead(input.ports.log, graph.generation);
  for (const [at, entry] of entries.entries()) {
    options.signal?.throwIfAborted();
    checkOpen();
    const verified = await readVerified(reading, entry, source);
    checkOpen();
    if (verified !== null) yield toReplayed(entry, operationsOf(reading, entry, verified));
    const done = at + 1;
    if (done % progressEvery === 0 || done === total) options.onProgress?.({ done, total });
  }
}

function isWanted(graph: LogGraph, entry: Entry, { after }: ReplayOptions): boolean {
  const { chain, sequence } = entry.header;
  return sequence > (after?.get(chain)?.sequence ?? 0) && graph.isComplete(entry);
}

function toReplayed(entry: Entry, operations: ReplayedCommit["operations"]): ReplayedCommit {
  const { chain, sequence, device, step } = entry.header;
  return { chain, sequence, commit: entry.hash, depth: entry.depth, device, step, operations };
}
