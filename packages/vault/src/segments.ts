// Reads the segment files of all chains into entries: one for each commit, with its place. Damage is noted, and what
// is readable behind it is read.
import { isTocsinError } from "@tocsin/core";
import type { Primitives } from "@tocsin/crypto";
import { type Commit, parseCommit } from "./commit.ts";
import { type Contents, parseContents } from "./contents.ts";
import { isChainId, limits } from "./format.ts";
import type { FoundCommit, KnownStart, SegmentMemory } from "./found-commit.ts";
import { type Frame, frameTypes, type ScannedSegment, scanSegment } from "./frame.ts";
import { isClear } from "./operation.ts";
import type { LogStore, SegmentInfo } from "./ports.ts";
import type { ProblemBook } from "./problems.ts";
import type { ChainId } from "./types.ts";

export interface FoundChain {
  readonly chain: ChainId;
  /** In file order. */
  readonly commits: readonly FoundCommit[];
  /** Where the next frame can be appended; null when the last segment is full, absent or ends in damage. */
  readonly end: { readonly segment: number; readonly size: number } | null;
  readonly lastSegment: number;
  /** The part that was read and checked at an earlier opening, and is as it was. */
  readonly known?: KnownStart | null;
}

export interface Reading {
  readonly primitives: Primitives;
  readonly log: LogStore;
  readonly problems: ProblemBook;
  /** A torn tail is cut before a device goes on behind it; who only looks leaves it. */
  readonly tails: "cut" | "leave";
  readonly signal?: AbortSignal | undefined;
  /** Spares reading what an earlier opening read; who verifies goes without. */
  readonly memory?: SegmentMemory | null;
}

export async function readChains(reading: Reading): Promise<readonly FoundChain[]> {
  const chains: FoundChain[] = [];
  for (const name of await reading.log.chains()) {
    reading.signal?.throwIfAborted();
    if (isChainId(name)) chains.push(await readChain(reading, name));
  }
  return chains;
}

async function readChain(reading: Reading, chain: ChainId): Promise<FoundChain> {
  const segments = await reading.log.segments(chain);
  const known = (await reading.memory?.startOf(chain)) ?? null;
  const commits: FoundCommit[] = [...(known?.commits ?? [])];
  let end = known === null ? null : endIn(known.segment, known.size);
  for (const segment of segments.filter(({ number }) => known === null || number > known.segment)) {
    await reading.memory?.beforeReading(segment);
    const isLast = segment === segments.at(-1);
    const read = await readSegment(reading, { ...segment, chain }, isLast);
    commits.push(...read.commits);
    end = isLast && read.isSound ? endIn(segment.number, read.size) : null;
  }
  return { chain, commits, end, lastSegment: segments.at(-1)?.number ?? 0, known };
}

/** Null for a segment that is full. */
function endIn(segment: number, size: number): FoundChain["end"] {
  return size < limits.segment ? { segment, size } : null;
}

export type ChainSegment = SegmentInfo & { readonly chain: ChainId };

interface ReadSegment {
  readonly commits: readonly FoundCommit[];
  /** Bytes after a torn tail was cut. */
  readonly size: number;
  /** Whether the segment ends where its last frame ends. */
  readonly isSound: boolean;
}

async function readSegment(reading: Reading, segment: ChainSegment, isLast: boolean): Promise<ReadSegment> {
  const { chain, number, size } = segment;
  if (size > limits.segmentRead) {
    reading.problems.note("damaged-frame", { chain, segment: number, offset: 0, count: size });
    return { commits: [], size, isSound: false };
  }
  const scanned = scanSegment(reading.primitives, segment, await reading.log.read(segment, 0, size));
  for (const { offset, length } of scanned.damage)
    reading.problems.note("damaged-frame", { chain, segment: number, offset, count: length });
  const commits = commitsOf(reading, segment, scanned.frames);
  const tailAt = tornFrom(scanned);
  const lastDamage = scanned.damage.at(-1);
  const isSound = lastDamage === undefined || lastDamage.offset + lastDamage.length < size;
  if (tailAt === size) return { commits, size, isSound };
  if (!isLast) {
    reading.problems.note("damaged-frame", { chain, segment: number, offset: tailAt, count: size - tailAt });
    return { commits, size, isSound: false };
  }
  if (reading.tails === "cut") await reading.log.cut(segment, tailAt);
  reading.problems.note("torn-tail", { chain, segment: number, offset: tailAt, count: size - tailAt });
  return { commits, size: tailAt, isSound: true };
}

/** Where the bytes begin that never became a commit: contents whose commit never came belong to them. */
function tornFrom({ frames, tail }: ScannedSegment): number {
  let at = tail.offset;
  for (const frame of frames.toReversed()) {
    if (frame.type !== frameTypes.contents || frame.offset + frame.length !== at) break;
    at = frame.offset;
  }
  return at;
}

export function commitsOf(
  reading: Pick<Reading, "primitives" | "problems">,
  segment: ChainSegment,
  frames: readonly Frame[],
): readonly FoundCommit[] {
  const commits: FoundCommit[] = [];
  let before: Frame | undefined;
  for (const frame of frames) {
    if (frame.type === frameTypes.commit) {
      const isAdjacent =
        before?.type === frameTypes.contents && before.offset + before.length === frame.offset;
      const found = readCommit(reading, segment, { frame, contents: isAdjacent ? before : undefined });
      if (found !== null) commits.push(found);
    } else if (frame.type !== frameTypes.contents) {
      const { offset, length } = frame;
      reading.problems.note("unknown-frame", {
        chain: segment.chain,
        segment: segment.number,
        offset,
        count: length,
      });
    }
    before = frame;
  }
  return commits;
}

interface CommitFrames {
  readonly frame: Frame;
  readonly contents: Frame | undefined;
}

function readCommit(
  reading: Pick<Reading, "primitives" | "problems">,
  segment: ChainSegment,
  frames: CommitFrames,
): FoundCommit | null {
  const { frame, contents } = frames;
  const commit = parseCommitFrame(reading.primitives, frame.payload);
  if (commit === null || commit.header.chain !== segment.chain) {
    const place = {
      chain: segment.chain,
      segment: segment.number,
      offset: frame.offset,
      count: frame.length,
    };
    reading.problems.note("bad-header", place);
    return null;
  }
  const offset = contents?.offset ?? frame.offset;
  const length = frame.offset + frame.length - offset;
  const operations = parseContentsFrame(contents, commit)?.operations ?? [];
  // Views would keep the whole segment in memory.
  const { leafRoot, chainRoot } = commit.header;
  return {
    header: { ...commit.header, leafRoot: leafRoot.slice(), chainRoot: chainRoot.slice() },
    hash: commit.hash,
    place: { segment: segment.number, offset, length },
    hasControl: operations.some(isClear),
    signatures: commit.signatures.length,
  };
}

/** Null for what is no commit of this suite. */
export function parseCommitFrame(primitives: Primitives, payload: Uint8Array): Commit | null {
  try {
    return parseCommit(primitives, payload);
  } catch (cause) {
    if (isTocsinError(cause)) return null;
    throw cause;
  }
}

/** Null when there are no contents, or not those of this commit. */
export function parseContentsFrame(frame: Frame | undefined, commit: Commit): Contents | null {
  if (frame === undefined) return null;
  const { chain, sequence, count } = commit.header;
  try {
    const contents = parseContents(frame.payload);
    const isOwn = contents.chain === chain && contents.sequence === sequence;
    return isOwn && contents.operations.length === count ? contents : null;
  } catch (cause) {
    if (isTocsinError(cause)) return null;
    throw cause;
  }
}
