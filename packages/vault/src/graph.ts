// The commits of all chains as one graph: links checked, depth and what each had seen worked out, in the one order of
// the log: depth, then chain, then hash (docs/formats/vault.md, section 10).
import { isEqualBytes, parseHex } from "@tocsin/core";
import { createGrowingTree, type GrowingTree, leafHash, type Primitives } from "@tocsin/crypto";
import type { FrontierEntry } from "./commit.ts";
import { zeroHash } from "./format.ts";
import type { ProblemBook, ProblemPlace } from "./problems.ts";
import type { CommitPlace, FoundCommit } from "./found-commit.ts";
import type { FoundChain } from "./segments.ts";
import type { ChainId, Heads, Problem, VaultCounts, VaultId } from "./types.ts";

/** A commit with its place in the graph. */
export interface Entry extends Omit<FoundCommit, "place"> {
  /** Where it lies now: an erasure writes segments anew. */
  place: CommitPlace;
  readonly depth: number;
  /** Highest sequence of every other chain that it had seen. */
  readonly others: ReadonlyMap<ChainId, number>;
}

export interface ChainState {
  readonly entries: Map<number, Entry>;
  readonly tree: GrowingTree;
  /** Behind the last commit of each segment but the last, while the chain is intact. */
  readonly trees: Map<number, GrowingTree>;
  /** Up to this sequence everything was checked when the log was opened before. */
  readonly known: number;
  /** Whether every commit from the first to the head is held and links to the one before. */
  isIntact: boolean;
  head: Entry | null;
}

export interface LogGraph {
  entryAt(chain: ChainId, sequence: number): Entry | undefined;
  chainState(chain: ChainId): ChainState | undefined;
  /** The chain's tree behind the last commit of a segment; null where that is not known. */
  treeBehind(chain: ChainId, segment: number): GrowingTree | null;
  /** Adds a commit that was just written on top of everything held. */
  append(commit: FoundCommit): Entry;
  /** Takes in where commits lie after their segment was written anew. */
  moved(commits: readonly FoundCommit[]): void;
  /** Grows each time that commits have moved. */
  generation(): number;
  /** Every entry in the order of the log. */
  ordered(): readonly Entry[];
  heads(): Heads;
  /** Heads of the other chains, sorted by chain. */
  frontierFor(chain: ChainId): readonly FrontierEntry[];
  counts(): VaultCounts;
  /** False for a commit of a step whose end, or any part, is not held. */
  isComplete(entry: FoundCommit): boolean;
  incompleteSteps(): readonly Problem[];
}

export interface GraphInput {
  readonly primitives: Pick<Primitives, "sha256">;
  readonly problems: ProblemBook;
  readonly vault: VaultId;
  readonly chains: readonly FoundChain[];
}

interface Step {
  readonly first: FoundCommit;
  held: number;
  operations: number;
  /** Number of the commit that says it is the last. */
  last: number | null;
  /** Whether the numbers went up by one from 1, and nothing came behind the last. */
  isInOrder: boolean;
}

export function createLogGraph(input: GraphInput): LogGraph {
  const states = new Map<ChainId, ChainState>();
  const steps = new Map<string, Step>();
  const ordered: Entry[] = [];
  let operations = 0;
  let generation = 0;

  const entryAt: EntryAt = (chain, sequence) => states.get(chain)?.entries.get(sequence);
  const append = (commit: FoundCommit): Entry => {
    const { chain } = commit.header;
    const state = states.get(chain) ?? createChainState(input, chain);
    states.set(chain, state);
    const isKnown = commit.header.sequence <= state.known;
    if (!isKnown) checkLinks(input, state, commit);
    const entry = { ...commit, ...pastOf(commit, state, { entryAt, problems: input.problems }) };
    if (isKnown) addToChain(state, entry);
    else extendChain(input, state, entry);
    noteStep(steps, commit);
    ordered.push(entry);
    operations += commit.header.count;
    return entry;
  };

  placeAll(input, entryAt, append);
  ordered.sort(compareEntries);

  return {
    entryAt,
    append,
    chainState: (chain) => states.get(chain),
    treeBehind: (chain, segment) => treeBehind(states.get(chain), segment),
    moved(commits) {
      generation += 1;
      for (const { header, hash, place } of commits) {
        const entry = entryAt(header.chain, header.sequence);
        if (entry?.hash === hash) entry.place = place;
      }
    },
    generation: () => generation,
    ordered: () => ordered,
    heads: () => new Map(headsOf(states).map(({ chain, ...head }) => [chain, head])),
    frontierFor: (own) =>
      headsOf(states)
        .filter(({ chain }) => chain !== own)
        .sort((a, b) => (a.chain < b.chain ? -1 : 1)),
    counts: () => ({ chains: states.size, commits: ordered.length, operations }),
    isComplete: ({ header }) => {
      const step = header.step === null ? undefined : steps.get(stepKey(header.chain, header.step));
      return step === undefined || isWhole(step);
    },
    incompleteSteps: () => [...steps.values()].filter((step) => !isWhole(step)).map(stepToProblem),
  };
}

const none: ReadonlySet<string> = new Set();

/** Appends every commit of every chain; a chain goes on until it meets a frontier that another has yet to reach. */
function placeAll(input: GraphInput, entryAt: EntryAt, append: (commit: FoundCommit) => void): void {
  const lines = input.chains.map(({ chain, commits }) => inSequence(input.problems, chain, commits));
  const held = lines.length > 1 ? new Set(lines.flatMap((line) => line.map(({ hash }) => hash))) : none;
  const next = lines.map(() => 0);
  const isAhead = (seen: FrontierEntry): boolean =>
    held.has(seen.hash) && entryAt(seen.chain, seen.sequence)?.hash !== seen.hash;
  // Hashes allow no circle; should a frontier lie about its chain, what is left is appended all the same.
  for (let isMoving = true, isForced = false; isMoving || !isForced;) {
    isForced = !isMoving;
    isMoving = false;
    for (const [at, line] of lines.entries()) {
      for (let commit = line[next[at] ?? 0]; commit !== undefined; commit = line[next[at] ?? 0]) {
        if (!isForced && commit.header.frontier.some(isAhead)) break;
        append(commit);
        next[at] = (next[at] ?? 0) + 1;
        isMoving = true;
      }
    }
  }
}

function addToChain(state: ChainState, entry: Entry): void {
  state.entries.set(entry.header.sequence, entry);
  state.head = entry;
}

function extendChain({ primitives }: GraphInput, state: ChainState, entry: Entry): void {
  const before = state.head?.place.segment;
  addToChain(state, entry);
  if (!state.isIntact) return;
  if (before !== undefined && before !== entry.place.segment) state.trees.set(before, state.tree.copy());
  state.tree.append(leafHash(primitives, parseHex(entry.hash)));
}

/** What was checked at an earlier opening is taken over with the tree behind it. */
function createChainState({ primitives, chains }: GraphInput, chain: ChainId): ChainState {
  const known = chains.find((one) => one.chain === chain)?.known ?? null;
  const tree = known?.trees.get(known.segment)?.copy() ?? createGrowingTree(primitives);
  const trees = new Map(known?.trees);
  return { entries: new Map(), tree, trees, known: tree.size, isIntact: true, head: null };
}

function treeBehind(state: ChainState | undefined, segment: number): GrowingTree | null {
  if (state === undefined || !state.isIntact) return null;
  return state.head?.place.segment === segment ? state.tree : (state.trees.get(segment) ?? null);
}

function headsOf(states: ReadonlyMap<ChainId, ChainState>): FrontierEntry[] {
  return [...states.values()].flatMap(({ head }) =>
    head === null ? [] : [{ chain: head.header.chain, sequence: head.header.sequence, hash: head.hash }],
  );
}

/** In order of sequence, one for each; what is out of place, or a second one, is noted. */
function inSequence(
  problems: ProblemBook,
  chain: ChainId,
  commits: readonly FoundCommit[],
): readonly FoundCommit[] {
  const bySequence = new Map<number, FoundCommit>();
  let highest = 0;
  for (const commit of commits) {
    const { sequence } = commit.header;
    const where = placeOf(chain, commit);
    const taken = bySequence.get(sequence);
    if (taken !== undefined && taken.hash !== commit.hash) problems.note("fork", where);
    else if (sequence < highest) problems.note("out-of-place", where);
    if (taken === undefined) bySequence.set(sequence, commit);
    highest = Math.max(highest, sequence);
  }
  return [...bySequence.values()].sort((a, b) => a.header.sequence - b.header.sequence);
}

function placeOf(chain: ChainId, { header, place }: FoundCommit): ProblemPlace {
  return { chain, segment: place.segment, offset: place.offset, sequence: header.sequence };
}

type EntryAt = LogGraph["entryAt"];

function checkLinks({ problems, vault }: GraphInput, state: ChainState, commit: FoundCommit): void {
  const { header } = commit;
  const where = placeOf(header.chain, commit);
  const missing = header.sequence - 1 - (state.head?.header.sequence ?? 0);
  if (missing > 0)
    problems.note("missing-commits", { ...where, sequence: header.sequence - missing, count: missing });
  else if (header.previous !== expectedBefore(state, commit, vault)) problems.note("broken-link", where);
  else if (state.isIntact && isEqualBytes(header.chainRoot, state.tree.root())) return;
  else if (state.isIntact) problems.note("bad-chain-root", where);
  state.isIntact = false;
}

/** The previous hash that a commit must name: a chain begins from the vault id, the vault's own first from zeros. */
function expectedBefore(
  state: ChainState,
  { header, hash }: FoundCommit,
  vault: VaultId,
): string | undefined {
  if (header.sequence > 1) return state.head?.hash;
  return hash === vault ? zeroHash : vault;
}

interface Past {
  readonly depth: number;
  readonly others: ReadonlyMap<ChainId, number>;
}

interface PastInput {
  readonly entryAt: EntryAt;
  readonly problems: ProblemBook;
}

/** Depth and what was seen. Where the past is not held, depth is the least that it can be. */
function pastOf(commit: FoundCommit, state: ChainState, { entryAt, problems }: PastInput): Past {
  const { header } = commit;
  const own = state.head === null ? 0 : state.head.depth - state.head.header.sequence;
  let depth = own + header.sequence;
  const before = state.head?.others;
  let others = before ?? new Map<ChainId, number>();
  for (const seen of header.frontier) {
    const entry = entryAt(seen.chain, seen.sequence);
    const isHeld = entry?.hash === seen.hash;
    if (!isHeld) problems.note("unseen-frontier", placeOf(header.chain, commit));
    depth = Math.max(depth, 1 + (isHeld ? entry.depth : seen.sequence));
    if ((others.get(seen.chain) ?? 0) < seen.sequence)
      others = merge(others, [...(isHeld ? entry.others : []), [seen.chain, seen.sequence]], header.chain);
  }
  return { depth, others };
}

function merge(
  others: ReadonlyMap<ChainId, number>,
  theirs: readonly (readonly [ChainId, number])[],
  own: ChainId,
): ReadonlyMap<ChainId, number> {
  const merged = new Map(others);
  for (const [chain, sequence] of theirs)
    if (chain !== own) merged.set(chain, Math.max(merged.get(chain) ?? 0, sequence));
  return merged;
}

function compareEntries(a: Entry, b: Entry): number {
  if (a.depth !== b.depth) return a.depth - b.depth;
  if (a.header.chain !== b.header.chain) return a.header.chain < b.header.chain ? -1 : 1;
  return a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0;
}

function stepKey(chain: ChainId, step: string): string {
  return `${chain}/${step}`;
}

function noteStep(steps: Map<string, Step>, commit: FoundCommit): void {
  const { chain, step: id, numberInStep, isLastOfStep, count } = commit.header;
  if (id === null) return;
  const key = stepKey(chain, id);
  const step = steps.get(key) ?? { first: commit, held: 0, operations: 0, last: null, isInOrder: true };
  step.held += 1;
  if (numberInStep !== step.held || step.last !== null) step.isInOrder = false;
  step.operations += count;
  if (isLastOfStep) step.last = numberInStep;
  steps.set(key, step);
}

function isWhole(step: Step): boolean {
  return step.isInOrder && step.held === step.last;
}

function stepToProblem({ first, operations }: Step): Problem {
  const { chain, sequence } = first.header;
  const { segment, offset } = first.place;
  return { kind: "incomplete-step", chain, segment, offset, sequence, index: null, count: operations };
}
