// Erasing: what it is about, and what it came to.
import type { OutOfReach } from "@tocsin/workspace";

/** What an erasure is about: one of the three. */
export interface ErasureSubjectInput {
  readonly consent?: string;
  readonly retention?: string;
  /** Taken in by mistake. */
  readonly record?: string;
}

/** Result of the work "erase". */
export interface ErasedResult {
  /** The record of the erasure, which stays. */
  readonly record: string;
  readonly records: number;
  readonly operations: number;
  readonly evidence: number;
  readonly outOfReach: readonly OutOfReach[];
}
