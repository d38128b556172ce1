// Which records a bundle is about, and every operation on them, from the log.
import type { Audience } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { fold, RecordsError, type RecordState, type StampedOperation } from "@tocsin/records";
import type { OperationPlace } from "@tocsin/vault";
import { caseFileOf } from "./case-file.ts";
import { WorkspaceError } from "./errors.ts";
import { isBeyond } from "./publish-case.ts";
import { stateOf } from "./state-of.ts";
import { refuseKept, staysInside } from "./stays-inside.ts";
import type { Workspace } from "./workspace.ts";

export interface BundleChoice {
  /** What happened, who took part, findings and evidence of one case; what is about consents, sources and tasks stays. */
  readonly case?: RecordId;
  /** Or these pieces of evidence alone. */
  readonly evidence?: readonly RecordId[];
  readonly audience: Audience;
  /** What stays inside although it belongs to the choice. */
  readonly without?: BundleOmissions;
}

export interface BundleOmissions {
  readonly records?: readonly RecordId[];
  readonly operations?: readonly OperationPlace[];
}

export interface Chosen {
  /** As the chosen operations alone make them: what they leave out is not shown anywhere. */
  readonly records: readonly RecordState[];
  /** In the order of the log. */
  readonly operations: readonly StampedOperation[];
}

/** Throws `records.not-found`, `records.bad-input` for an empty choice, `workspace.newer-record`, `workspace.stays-inside`. */
export async function chooseForBundle(
  workspace: Workspace,
  choice: BundleChoice,
  signal?: AbortSignal,
): Promise<Chosen> {
  const left = new Set(choice.without?.records ?? []);
  const isLeaving = (state: RecordState): boolean =>
    !left.has(state.id) && !staysInside(workspace.registry, state);
  const records = (await recordsOf(workspace, choice)).filter(isLeaving);
  if (records.length === 0)
    throw new RecordsError("records.bad-input", "Cannot plan bundle: neither a case nor evidence is named");
  if (records.some((state) => isBeyond(workspace.registry, state)))
    throw new WorkspaceError(
      "workspace.newer-record",
      "Cannot bundle: a record was written by a newer version",
    );
  const without = new Set(choice.without?.operations?.map(placeKey) ?? []);
  const leaves = (each: StampedOperation): boolean =>
    !without.has(placeKey(each.stamp)) && !isOfInside(each.operation);
  const operations: StampedOperation[] = [];
  for (const { id } of records) {
    signal?.throwIfAborted();
    operations.push(...(await workspace.view.history(id)).filter(leaves));
  }
  operations.sort((a, b) => compareStamps(a.stamp, b.stamp));
  return { records: records.flatMap(({ id }) => foldOf(id, operations)), operations };
}

/** What was said of likenesses inside leads to records that have nothing to do with the case. */
function isOfInside({ patch }: StampedOperation["operation"]): boolean {
  const fields = Object.keys(patch);
  return fields.length > 0 && fields.every((field) => field === "notSame");
}

function foldOf(id: RecordId, operations: readonly StampedOperation[]): readonly RecordState[] {
  let state: RecordState | undefined;
  for (const { stamp, operation } of operations)
    if (operation.record === id) state = fold(state, stamp, operation);
  return state === undefined ? [] : [state];
}

function placeKey({ commit, index }: { readonly commit: string; readonly index: number }): string {
  return `${commit}:${index}`;
}

async function recordsOf(workspace: Workspace, choice: BundleChoice): Promise<readonly RecordState[]> {
  await refuseKept(workspace, choice.evidence ?? []);
  const evidence = await Promise.all(
    (choice.evidence ?? []).map((id) => stateOf(workspace.view, id, "evidence")),
  );
  if (choice.case === undefined) return evidence;
  const file = await caseFileOf(workspace.view, choice.case);
  const all = [
    file.case,
    ...file.incidents,
    ...file.involvements,
    ...file.people,
    ...file.findings,
    ...file.evidence,
    ...file.commitments,
    ...evidence,
  ];
  return [...new Map(all.map((state) => [state.id, state])).values()];
}

function compareStamps(a: StampedOperation["stamp"], b: StampedOperation["stamp"]): number {
  if (a.depth !== b.depth) return a.depth - b.depth;
  if (a.chain !== b.chain) return a.chain < b.chain ? -1 : 1;
  return a.sequence === b.sequence ? a.index - b.index : a.sequence - b.sequence;
}
