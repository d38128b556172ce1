// Undo and redo write new acts that put back what was there; nothing is taken out of the history.
import type { RecordId } from "@tocsin/core";
import {
  command,
  integer,
  kindOf,
  link,
  RecordsError,
  string,
  type Operation,
  type Patch,
  type Registry,
  type StampedOperation,
  type View,
} from "@tocsin/records";
import { actsIn, redoAct, undoAct, type Act } from "../acts-standing.ts";
import { foldAll, patchBackTo } from "../back-to.ts";
import { WorkspaceError } from "../errors.ts";
import { refuseFrozen } from "../letters/refusals.ts";

const input = {
  record: link("any", { required: true }),
  /** The newest commit that the person saw on it: where it is another one, nothing is written. */
  seen: string(),
  /** When the act was that is taken back, as its acknowledgement says: where another one is the newest, nothing is written. */
  at: integer(),
};

/**
 * Takes back the newest act on a record that still stands; undoing again goes further back. What the same act did to
 * other records stays. The act that began a record cannot be taken back: records are erased, not undone. Throws
 * `workspace.changed-meanwhile` where another act than `seen`, or than the one of `at`, is the newest.
 */
export const recordUndo = command(undoAct, input, async (view, { record, ...known }, { registry }) => {
  const history = await historySeen(view, record, known);
  return [operationOf(registry, history, { act: undoAct, patch: patchBackIn(history) })];
});

/** Takes back the newest undo that no other act followed. Throws as `record.undo` does. */
export const recordRedo = command(redoAct, input, async (view, { record, ...known }, { registry }) => {
  const history = await historySeen(view, record, known);
  const undo = actsIn(history).undos.at(-1);
  if (undo === undefined)
    throw new RecordsError("records.bad-input", "Cannot redo: the newest act is no undo");
  return [operationOf(registry, history, { act: redoAct, patch: patchBefore(history, undo) })];
});

/** What takes back the newest act on a record that still stands. Throws `records.bad-input` for the one that began it. */
export async function patchBackFrom(view: View, record: RecordId): Promise<Patch> {
  await refuseFrozen(view, record);
  return patchBackIn(await view.history(record));
}

function patchBackIn(newestFirst: readonly StampedOperation[]): Patch {
  const { standing } = actsIn(newestFirst);
  const newest = standing.at(-1);
  if (newest === undefined || standing.length < 2)
    throw new RecordsError("records.bad-input", "Cannot undo: this act began the record");
  return patchBefore(newestFirst, newest);
}

/** Brings the fields that an act touched back to what they were before it. */
function patchBefore(newestFirst: readonly StampedOperation[], { operations, older }: Act): Patch {
  const before = foldAll(older.toReversed());
  const now = foldAll(newestFirst.toReversed());
  return now === undefined ? {} : patchBackTo(before, now, operations);
}

/** What has a place of its own, which knows when it is closed. */
const writtenOnSheets: readonly string[] = ["rating", "answer", "settlement"];

async function historySeen(
  view: View,
  record: RecordId,
  { seen, at }: { readonly seen?: string; readonly at?: number },
): Promise<readonly StampedOperation[]> {
  await refuseFrozen(view, record);
  const history = await view.history(record);
  if (history.length === 0) throw new RecordsError("records.not-found", "Cannot undo: nothing has this id");
  if (history.some(({ operation }) => writtenOnSheets.includes(operation.kind)))
    throw new WorkspaceError("workspace.closed", "Cannot undo: it is changed on its assessment alone");
  const newest = history[0]?.stamp;
  const isOther = (seen !== undefined && newest?.commit !== seen) || (at !== undefined && newest?.at !== at);
  if (isOther)
    throw new WorkspaceError("workspace.changed-meanwhile", "Cannot undo: the record was changed since");
  return history;
}

function operationOf(
  registry: Registry,
  [newest]: readonly StampedOperation[],
  { act, patch }: Pick<Operation, "act" | "patch">,
): Operation {
  if (newest === undefined) throw new RecordsError("records.not-found", "Cannot undo: nothing has this id");
  const { name, version } = kindOf(registry, newest.operation.kind);
  return { kind: name, version, record: newest.operation.record, act, patch };
}
