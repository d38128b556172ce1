// What is known of a commit once its segment was read: its header and its place, without leaves and contents.
import type { GrowingTree } from "@tocsin/crypto";
import type { CommitHeader } from "./commit.ts";
import type { SegmentInfo } from "./ports.ts";
import type { ChainId, CommitHash } from "./types.ts";

/** Where a commit lies: its contents frame, when there is one, and its own frame follow each other. */
export interface CommitPlace {
  readonly segment: number;
  readonly offset: number;
  readonly length: number;
}

/** One commit of the log, without its leaves and contents. */
export interface FoundCommit {
  readonly header: CommitHeader;
  readonly hash: CommitHash;
  readonly place: CommitPlace;
  readonly hasControl: boolean;
  /** How many. */
  readonly signatures: number;
}

/** The first segments of a chain as they were found before. */
export interface KnownStart {
  readonly commits: readonly FoundCommit[];
  /** The last of the segments, and its size. */
  readonly segment: number;
  readonly size: number;
  /** The chain's tree behind the last commit of each segment. */
  readonly trees: ReadonlyMap<number, GrowingTree>;
}

/** What spares reading segments again. */
export interface SegmentMemory {
  /** Null where nothing is known, or where the first segment is no longer as it was. */
  startOf(chain: ChainId): Promise<KnownStart | null>;
  /** To be called before a segment is read. */
  beforeReading(segment: SegmentInfo): Promise<void>;
}
