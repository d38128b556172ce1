// When a retention has ended, and what stands against erasing. Nothing here erases: a person decides.
import type { RecordId } from "@tocsin/core";
import { hasEnded, hasSurelyEnded } from "./ends.ts";

/** A retention as its record holds it. */
export interface RetentionOnFile {
  readonly id: RecordId;
  readonly of?: RecordId;
  readonly until?: string;
  readonly afterwards?: string;
  readonly settled?: string;
}

/** `erase` and `review`: it has ended, and what was to happen then; without a word about it a person reviews. */
export type RetentionStanding = "running" | "erase" | "review" | "settled";

export function standingOfRetention(
  { until, afterwards, settled }: RetentionOnFile,
  now: number,
): RetentionStanding {
  if (settled !== undefined) return "settled";
  if (!hasEnded(until, now)) return "running";
  return afterwards === "erase" ? "erase" : "review";
}

/**
 * Retentions by which one of `records` may still have to be kept: a duty to keep that an erasure would break. One without
 * an end, or with a vague one, is among them as long as it can be.
 */
export function dutiesToKeep(
  records: ReadonlySet<RecordId>,
  retentions: readonly RetentionOnFile[],
  now: number,
): readonly RetentionOnFile[] {
  return retentions.filter(
    ({ of, until, settled }) =>
      of !== undefined && records.has(of) && settled === undefined && !hasSurelyEnded(until, now),
  );
}
