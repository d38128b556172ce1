// Carries out a plan of an erasure, and no other than the one that a person confirmed.
import type { RecordId } from "@tocsin/core";
import type { ErasureProgress, ErasureReport } from "@tocsin/vault";
import { WorkspaceError } from "../errors.ts";
import type { WatchOptions } from "../fill-tables.ts";
import type { HeldWorkspace, Workspace } from "../workspace.ts";
import { confirmErasure, type ConfirmedErasure } from "./confirm.ts";
import type { MentionOptions } from "./mentions.ts";
import { addedSince, type PlanEntry, type Sha256 } from "./plan-digest.ts";
import { planInFull, type ErasureChoice, type ErasurePlan, type PlanInFull } from "./plan.ts";
import type { OutOfReach } from "./reach.ts";
import type { ErasureSubject } from "./subject.ts";

/** What a person confirmed. */
export interface ErasureOrder extends ErasureChoice {
  readonly subject: ErasureSubject;
  /** Of the plan that they looked at. */
  readonly digest: string;
  /** What goes, where it was chosen from the list of the plan; otherwise what the plan says. */
  readonly chosen?: ReadonlySet<RecordId>;
}

export interface EraseOptions {
  readonly sha256: Sha256;
  readonly onPlan?: MentionOptions["onProgress"];
  /** From here on it can be stopped, and not undone. */
  readonly onBegin?: () => void;
  readonly onErase?: (progress: ErasureProgress) => void;
  readonly onRebuild?: WatchOptions["onProgress"];
  readonly signal?: AbortSignal;
}

export interface Erased {
  /** The record of the erasure, which stays. */
  readonly record: RecordId;
  readonly records: number;
  readonly operations: number;
  readonly evidence: number;
  readonly outOfReach: readonly OutOfReach[];
}

/**
 * Plans once more while nobody else writes, and erases where that gives the plan that was confirmed; then the tables are
 * made anew under a new key. Stopped on its way it counts all the same, and is gone on with at the next opening.
 * Throws `workspace.plan-changed` with what was added, `workspace.not-over`, `records.bad-input`; then nothing was erased.
 */
export async function carryOutErasure(
  workspace: Workspace,
  order: ErasureOrder,
  options: EraseOptions,
): Promise<Erased> {
  const { signal } = options;
  // Makes damaged tables anew before others have to wait.
  await workspace.settled(signal);
  return workspace.alone(async (held) => {
    const planned = await planInFull(held, order.subject, planning(order, options));
    checkConfirmed(planned, order.digest);
    checkOver(planned.plan);
    const chosen = order.chosen ?? chosenIn(planned.plan);
    const confirmed = await confirmErasure(held, planned, chosen);
    signal?.throwIfAborted();
    options.onBegin?.();
    const { operations, evidence } = await erase(held, confirmed, options);
    const { record } = confirmed;
    return { record, records: chosen.size, operations, evidence, outOfReach: planned.plan.outOfReach };
  });
}

/** Whatever becomes of it, nobody reads from the tables of before, and no act is composed over them. */
async function erase(
  { vault, rebuild }: HeldWorkspace,
  confirmed: ConfirmedErasure,
  { onErase, onRebuild, signal }: EraseOptions,
): Promise<ErasureReport> {
  const watch = signal ? { signal } : {};
  const renew = (): Promise<void> =>
    rebuild("erased", { ...watch, ...(onRebuild ? { onProgress: onRebuild } : {}) });
  const erasing = vault.erase(confirmed, { ...watch, ...(onErase ? { onProgress: onErase } : {}) });
  await erasing.catch(() => renew().catch(() => undefined));
  const report = await erasing;
  await renew();
  return report;
}

function planning(
  { with: more, without }: ErasureOrder,
  { sha256, onPlan, signal }: EraseOptions,
): ErasureChoice & MentionOptions & { readonly sha256: Sha256 } {
  return {
    sha256,
    ...(more ? { with: more } : {}),
    ...(without ? { without } : {}),
    ...(onPlan ? { onProgress: onPlan } : {}),
    ...(signal ? { signal } : {}),
  };
}

function chosenIn({ records, mentions }: ErasurePlan): ReadonlySet<RecordId> {
  return new Set([...records, ...mentions].filter(({ chosen }) => chosen).map(({ id }) => id));
}

function checkOver({ obstacle }: ErasurePlan): void {
  if (obstacle === "not-withdrawn")
    throw new WorkspaceError("workspace.not-over", "Cannot erase: the consent was not withdrawn");
  if (obstacle === "not-ended")
    throw new WorkspaceError("workspace.not-over", "Cannot erase: the retention has not ended");
}

function checkConfirmed({ plan, entries, digests }: PlanInFull, digest: string): void {
  if (plan.digest === digest) return;
  const added = addedSince(digests, entries, digest);
  if (added === null)
    throw new WorkspaceError(
      "workspace.plan-changed",
      "Cannot erase: this is not the plan that was confirmed",
    );
  throw grown(added);
}

/** As many as a line can hold; the counts say how many there are. */
const shownRecords = 10;

function grown(added: readonly PlanEntry[]): WorkspaceError {
  const records = [...new Set(added.map(({ record }) => record))];
  const details = {
    entries: added.length,
    records: records.length,
    added: records.slice(0, shownRecords).join(" "),
  };
  const message = `Cannot erase: since the plan was made, ${details.entries} entries were written on records of it: ${details.added}`;
  return new WorkspaceError("workspace.plan-changed", message, { details });
}
