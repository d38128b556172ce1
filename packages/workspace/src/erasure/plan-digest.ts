// A digest that names a plan, so that nobody carries out another one than was looked at. It is a chain of hashes over the
// entries in the order of the log: where a plan has only grown, the digest of before stands in the middle of the chain, and
// tells what was added since.
import { encodeCanonicalText, encodeUtf8, type Json, type RecordId } from "@tocsin/core";
import { compareStamps, type Stamp } from "@tocsin/records";

export type Sha256 = (bytes: Uint8Array) => string;

/** One operation on a record that the plan names. */
export interface PlanEntry {
  readonly record: RecordId;
  readonly stamp: Stamp;
  /** Whether it goes, is offered, or stands there because somebody is named in it. */
  readonly part: "goes" | "offered" | "mention";
}

/** The digests of the plan with none of the entries, with the first, and so on; the last one names the whole plan. */
export function planDigests(sha256: Sha256, subject: Json, entries: readonly PlanEntry[]): readonly string[] {
  let last = sha256(encodeUtf8(`tocsin erasure plan 1\n${encodeCanonicalText(subject)}\n`));
  const digests = [last];
  for (const { record, stamp, part } of inOrder(entries)) {
    last = sha256(encodeUtf8(`${last} ${part} ${record} ${stamp.commit}:${stamp.index}\n`));
    digests.push(last);
  }
  return digests;
}

/** What a plan has beyond the one of this digest; null where it has not only grown since. */
export function addedSince(
  digests: readonly string[],
  entries: readonly PlanEntry[],
  digest: string,
): readonly PlanEntry[] | null {
  const at = digests.indexOf(digest);
  return at === -1 ? null : inOrder(entries).slice(at);
}

function inOrder(entries: readonly PlanEntry[]): readonly PlanEntry[] {
  return [...entries].sort((a, b) => compareStamps(a.stamp, b.stamp));
}
