// What a log says to whoever holds no key: which vault it is, how far each chain goes, how many bytes of each segment
// are whole, and which sealed files were erased. Nothing is changed.
import { createKey, type Primitives } from "@tocsin/crypto";
import { zeroHash } from "./format.ts";
import { createLogGraph, type LogGraph } from "./graph.ts";
import { createKeyring, ownKeysOf } from "./keyring.ts";
import type { LogStore, SegmentInfo } from "./ports.ts";
import { createProblemBook } from "./problems.ts";
import type { CommitPlace, FoundCommit } from "./found-commit.ts";
import { type FoundChain, readChains } from "./segments.ts";
import { takeControls } from "./take-controls.ts";
import type { ChainId, EvidenceName, Heads, Problem, VaultId } from "./types.ts";

export interface LogSurvey {
  /** Null where the first commit is not held, or where two commits claim to be the first. */
  readonly vault: VaultId | null;
  readonly heads: Heads;
  readonly segments: readonly SurveyedSegment[];
  /** Sealed files that an erasure names; its signature was checked. */
  readonly erased: ReadonlySet<EvidenceName>;
}

/** `size` leaves out a torn tail, and whatever stands behind the heads that were given. */
export interface SurveyedSegment extends SegmentInfo {
  readonly chain: ChainId;
  /** Whether every byte up to `size` belongs to a valid frame. */
  readonly isSound: boolean;
}

export interface SurveyInput {
  readonly primitives: Primitives;
  readonly log: Pick<LogStore, "chains" | "segments" | "read">;
  /** Where the log is being written: commits behind these are left out, since they may not be durable yet. */
  readonly upTo?: Heads;
  /** Where it is known from elsewhere. */
  readonly vault?: VaultId;
}

export async function surveyLog({ primitives, log, upTo, vault: known }: SurveyInput): Promise<LogSurvey> {
  const problems = createProblemBook();
  const sizes: SegmentInfo[] = [];
  const reading = onlyReading(log, sizes);
  const chains = await readChains({ primitives, problems, log: reading, tails: "leave" });
  const held = upTo === undefined ? chains : chains.map((chain) => withoutCommitsBehind(chain, upTo));
  const vault = known ?? firstCommitOf(held);
  const graph = createLogGraph({
    primitives,
    problems: createProblemBook(),
    vault: vault ?? (zeroHash as VaultId),
    chains: held,
  });
  const cuts = new Map(chains.map((chain) => [chain.chain, cutOf(chain, upTo)]));
  const segments = sizes.flatMap((segment) =>
    surveyed({ ...segment, chain: segment.chain as ChainId }, problems.all(), cuts),
  );
  const erased =
    vault === null ? new Set<EvidenceName>() : await erasedIn({ primitives, log: reading, graph, vault });
  return { vault, heads: graph.heads(), segments, erased };
}

interface ErasedInput {
  readonly primitives: Primitives;
  readonly log: LogStore;
  readonly graph: LogGraph;
  readonly vault: VaultId;
}

/** Erasures stand in the clear: a device of no vault can read them, and whether a member signed them. */
async function erasedIn({ primitives, log, graph, vault }: ErasedInput): Promise<ReadonlySet<EvidenceName>> {
  const own = ownKeysOf(primitives, {
    ed25519: createKey("ed25519", primitives.random(32)),
    x25519: createKey("x25519", primitives.random(32)),
    mlKem768: createKey("ml-kem-768", primitives.random(64), 64),
  });
  const unwrapping = { id: own.id, keys: own.wrapping };
  const keyring = createKeyring(primitives, { vault, epochs: [], own, unwrapping });
  const reading = { primitives, keyring, problems: createProblemBook() };
  await takeControls({ reading, graph, log, vault });
  keyring.wipe();
  return keyring.erasures.evidence();
}

/** Each segment keeps the size that it had when it was listed, however much is written behind it meanwhile. */
function onlyReading(log: SurveyInput["log"], sizes: SegmentInfo[]): LogStore {
  const refuse = (): Promise<never> => Promise.reject(new Error("A survey writes nothing"));
  return {
    chains: () => log.chains(),
    read: (segment, offset, length) => log.read(segment, offset, length),
    async segments(chain) {
      const segments = await log.segments(chain);
      sizes.push(...segments);
      return segments;
    },
    append: refuse,
    sync: refuse,
    cut: refuse,
    replace: refuse,
    close: () => Promise.resolve(),
  };
}

function withoutCommitsBehind(chain: FoundChain, upTo: Heads): FoundChain {
  const last = upTo.get(chain.chain)?.sequence ?? 0;
  return { ...chain, commits: chain.commits.filter(({ header }) => header.sequence <= last) };
}

/** Where the first commit lies that is left out. */
function cutOf({ chain, commits }: FoundChain, upTo: Heads | undefined): CommitPlace | null {
  if (upTo === undefined) return null;
  const last = upTo.get(chain)?.sequence ?? 0;
  return commits.find(({ header }) => header.sequence > last)?.place ?? null;
}

function firstCommitOf(chains: readonly FoundChain[]): VaultId | null {
  const first = chains.flatMap(({ commits }) => commits.filter(isFirst));
  const [only] = first;
  return only !== undefined && first.length === 1 ? only.hash : null;
}

function isFirst({ header }: FoundCommit): boolean {
  return header.sequence === 1 && header.previous === zeroHash;
}

function surveyed(
  segment: SegmentInfo & { readonly chain: ChainId },
  problems: readonly Problem[],
  cuts: ReadonlyMap<ChainId, CommitPlace | null>,
): readonly SurveyedSegment[] {
  const { chain, number } = segment;
  const cut = cuts.get(chain) ?? null;
  if (cut !== null && number > cut.segment) return [];
  const own = problems.filter((problem) => problem.chain === chain && problem.segment === number);
  const torn = own.find(({ kind }) => kind === "torn-tail")?.offset ?? segment.size;
  const size = Math.min(torn, cut?.segment === number ? cut.offset : segment.size);
  const isSound = !own.some(({ kind, offset }) => kind === "damaged-frame" && (offset ?? 0) < size);
  return size === 0 ? [] : [{ chain, number, size, isSound }];
}
