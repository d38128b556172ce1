// Remembers between openings what was found in the log. A segment is not read again while its file is in the very state
// in which it was read and checked; whatever is read of it later is verified all the same.
import { type GrowingTree, type Primitives, restoreGrowingTree, type SecretKey } from "@tocsin/crypto";
import type { FoundCommit, KnownStart, SegmentMemory } from "./found-commit.ts";
import type { LogGraph } from "./graph.ts";
import {
  createIndexKey,
  type IndexedChain,
  type IndexedSegment,
  type IndexKey,
  openLogIndex,
  sealLogIndex,
} from "./log-index.ts";
import type { LogStore, SegmentName } from "./ports.ts";
import type { ProblemBook } from "./problems.ts";
import type { ChainId, VaultId, VaultPorts } from "./types.ts";

export interface LogMemory extends SegmentMemory {
  /** The log, with what is written to it noted. */
  readonly log: LogStore;
  /** Bytes that had to be read. */
  bytesRead(): number;
  /** Takes the key that `keep` needs, which outlives the device's own by one call. */
  keyFrom(device: SecretKey<"device">): IndexKey;
  /** Writes down what is known now, unless it stands there already; whether the disk takes it is of no weight. Wipes the key. */
  keep(key: IndexKey, now: KnownNow): Promise<void>;
}

export interface KnownNow {
  readonly graph: LogGraph;
  readonly problems: ProblemBook;
}

interface MemoryInput {
  readonly ports: VaultPorts;
  readonly vault: VaultId;
  readonly device: SecretKey<"device">;
}

/** Null where the platform tells no state of a file from another, or keeps no index. */
export async function openLogMemory({ ports, vault, device }: MemoryInput): Promise<LogMemory | null> {
  const { primitives, log, index } = ports;
  const stampOf = log.stampOf?.bind(log);
  if (stampOf === undefined || index === undefined) return null;
  const key = createIndexKey(primitives, device);
  const sealed = await index.read().catch(() => null);
  const known =
    sealed === null ? new Map<ChainId, IndexedChain>() : openLogIndex(primitives, { key, vault }, sealed);
  key.wipe();
  const memory: Memory = { primitives, stamps: new Map(), written: new Set(), known, stampOf };
  let bytesRead = 0;
  let hasChanged = known.size === 0;
  return {
    log: noteWrites(log, (segment) => {
      hasChanged = true;
      memory.written.add(nameOf(segment));
    }),
    startOf: (chain) => startOf(memory, chain),
    async beforeReading(segment) {
      hasChanged = true;
      bytesRead += segment.size;
      memory.stamps.set(nameOf(segment), await stampOf(segment));
    },
    bytesRead: () => bytesRead,
    keyFrom: (from) => createIndexKey(primitives, from),
    async keep(fresh, now) {
      // A disk that does not play along costs the next opening some reading, and nothing else.
      const chains = hasChanged ? await chainsOf(memory, log, now).catch(() => null) : null;
      const sealed = chains === null ? null : sealLogIndex(primitives, { key: fresh, vault }, chains);
      fresh.wipe();
      if (sealed === null) return;
      hasChanged = await index.write(sealed).then(
        () => false,
        () => true,
      );
    },
  };
}

interface Memory {
  readonly primitives: Primitives;
  /** States in which segments were found when this session read them, or knew them. */
  readonly stamps: Map<string, string>;
  /** Segments that this session wrote to. */
  readonly written: Set<string>;
  readonly known: ReadonlyMap<ChainId, IndexedChain>;
  stampOf(segment: SegmentName): Promise<string>;
}

function nameOf({ chain, number }: SegmentName): string {
  return `${chain}/${number}`;
}

function noteWrites(log: LogStore, note: (segment: SegmentName) => void): LogStore {
  return {
    ...log,
    append(segment, bytes) {
      note(segment);
      return log.append(segment, bytes);
    },
    cut(segment, offset) {
      note(segment);
      return log.cut(segment, offset);
    },
    replace(segment, bytes) {
      note(segment);
      return log.replace(segment, bytes);
    },
  };
}

async function startOf(memory: Memory, chain: ChainId): Promise<KnownStart | null> {
  const held: IndexedSegment[] = [];
  for (const segment of memory.known.get(chain)?.segments ?? []) {
    const name = { chain, number: segment.number };
    const stamp = await memory.stampOf(name).catch(() => null);
    if (stamp !== segment.stamp) break;
    memory.stamps.set(nameOf(name), stamp);
    held.push(segment);
  }
  const last = held.at(-1);
  if (last === undefined) return null;
  const trees = new Map<number, GrowingTree>();
  let leaves = 0;
  for (const { number, commits, peaks } of held) {
    leaves += commits.length;
    trees.set(number, restoreGrowingTree(memory.primitives, leaves, peaks));
  }
  return { commits: held.flatMap(({ commits }) => commits), segment: last.number, size: last.size, trees };
}

async function chainsOf(
  memory: Memory,
  log: LogStore,
  { graph, problems }: KnownNow,
): Promise<readonly IndexedChain[]> {
  const troubled = new Set(problems.all().map(({ chain }) => chain));
  const chains: IndexedChain[] = [];
  for (const chain of graph.heads().keys()) {
    if (troubled.has(chain)) continue;
    const segments = await segmentsOf(memory, log, { graph, chain });
    if (segments.length > 0) chains.push({ chain, segments });
  }
  return chains;
}

function commitsBySegment(commits: Iterable<FoundCommit>): ReadonlyMap<number, readonly FoundCommit[]> {
  const groups = new Map<number, FoundCommit[]>();
  for (const commit of commits) {
    const group = groups.get(commit.place.segment);
    if (group === undefined) groups.set(commit.place.segment, [commit]);
    else group.push(commit);
  }
  return groups;
}

/** As far as each is in the state in which it was read, or in which this session left it. */
async function segmentsOf(
  memory: Memory,
  log: LogStore,
  { graph, chain }: { readonly graph: LogGraph; readonly chain: ChainId },
): Promise<readonly IndexedSegment[]> {
  const state = graph.chainState(chain);
  if (state === undefined || !state.isIntact) return [];
  const bySegment = commitsBySegment(state.entries.values());
  const segments: IndexedSegment[] = [];
  for (const { number, size } of await log.segments(chain)) {
    const name = { chain, number };
    const stamp = await memory.stampOf(name);
    const commits = bySegment.get(number);
    const end = commits?.at(-1)?.place;
    const tree = graph.treeBehind(chain, number);
    const isOurs = memory.written.has(nameOf(name)) || memory.stamps.get(nameOf(name)) === stamp;
    if (!isOurs || tree === null || commits === undefined || end === undefined) break;
    if (end.offset + end.length !== size) break;
    segments.push({ number, size, stamp, commits, peaks: tree.peaks() });
  }
  return segments;
}
