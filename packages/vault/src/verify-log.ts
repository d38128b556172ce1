// Checks the whole log as it lies on the disk now: frames, links, roots, signatures, leaves, and each operation.
import { pendingErasure, unfinishedSegments } from "./erasing.ts";
import { createLogGraph, type LogGraph } from "./graph.ts";
import type { Keyring } from "./keyring.ts";
import { createProblemBook } from "./problems.ts";
import type { CommitReading } from "./reading.ts";
import { replayLog } from "./replay.ts";
import { readChains } from "./segments.ts";
import type {
  ChainId,
  LogReport,
  ReplayedOperation,
  ReplayProgress,
  VaultId,
  VaultPorts,
  WorkOptions,
} from "./types.ts";

export interface VerifyingParts {
  readonly ports: VaultPorts;
  readonly vault: VaultId;
  /** Knows devices, epochs and erasures from opening and from this session's own acts. */
  readonly keyring: Keyring;
  /** The log as this session knows it. */
  readonly graph: LogGraph;
}

export async function verifyLog(
  { ports, vault, keyring, graph: known }: VerifyingParts,
  options: WorkOptions<ReplayProgress>,
): Promise<LogReport> {
  const { primitives, log } = ports;
  const problems = createProblemBook();
  const chains = await readChains({ primitives, log, problems, tails: "leave", signal: options.signal });
  const graph = createLogGraph({ primitives, problems, vault, chains });
  const reading: CommitReading = { primitives, keyring, problems };
  const operations: Record<ReplayedOperation["state"], number> = {
    open: 0,
    erased: 0,
    missing: 0,
    "no-key": 0,
    damaged: 0,
    unknown: 0,
  };
  // Acts can go on meanwhile: what they add lies behind what is read here.
  const replaying = { ports, reading, graph, checkOpen: () => {} };
  for await (const commit of replayLog(replaying, options))
    for (const { state } of commit.operations) operations[state] += 1;
  await noteUnfinished({ ports, reading, graph }, options.signal);
  return {
    ...graph.counts(),
    operations,
    problems: [...problems.all(), ...graph.incompleteSteps()],
    isCurrent: [...known.heads()].every(([chain, head]) => isHeld(graph, chain, head)),
  };
}

function isHeld(
  graph: LogGraph,
  chain: ChainId,
  head: { readonly sequence: number; readonly hash: string },
): boolean {
  return graph.entryAt(chain, head.sequence)?.hash === head.hash;
}

async function noteUnfinished(
  parts: { readonly ports: VaultPorts; readonly reading: CommitReading; readonly graph: LogGraph },
  signal: AbortSignal | undefined,
): Promise<void> {
  const { keyring, problems } = parts.reading;
  const epoch = pendingErasure(keyring, null);
  if (epoch === null) return;
  for (const { chain, number } of await unfinishedSegments(parts, epoch, signal))
    problems.note("not-carried-out", { chain: chain as ChainId, segment: number });
}
