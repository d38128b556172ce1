// Undo writes a new act that puts back what was there; nothing is taken out of the history.
import type { RecordId } from "@tocsin/core";
import {
  command,
  kindOf,
  link,
  RecordsError,
  type Patch,
  type StampedOperation,
  type View,
} from "@tocsin/records";
import { foldAll, patchBackTo } from "../back-to.ts";

const act = "record.undo";

/**
 * Takes back the newest act on a record that still stands; undoing again goes further back. What the same act did to
 * other records stays. The act that began a record cannot be taken back: records are erased, not undone.
 */
export const recordUndo = command(
  act,
  { record: link("any", { required: true }) },
  async (view, { record }, { registry }) => {
    const [newest] = await view.history(record);
    if (!newest) throw new RecordsError("records.not-found", "Cannot undo: nothing has this id");
    const kind = kindOf(registry, newest.operation.kind);
    const patch = await patchBackFrom(view, record);
    return [{ kind: kind.name, version: kind.version, record, act, patch }];
  },
);

/** What takes back the newest act on a record that still stands. Throws `records.bad-input` for the one that began it. */
export async function patchBackFrom(view: View, record: RecordId): Promise<Patch> {
  const newestFirst = await view.history(record);
  const { undone, older } = newestStanding(newestFirst);
  const before = foldAll(older.toReversed());
  if (!before) throw new RecordsError("records.bad-input", "Cannot undo: this act began the record");
  const now = foldAll(newestFirst.toReversed()) ?? before;
  return patchBackTo(before, now, undone);
}

interface Standing {
  readonly undone: readonly StampedOperation[];
  readonly older: readonly StampedOperation[];
}

/** Each undo stands for the act before it: both are passed over. */
function newestStanding(newestFirst: readonly StampedOperation[]): Standing {
  let undos = 0;
  for (let from = 0; from < newestFirst.length;) {
    const commit = newestFirst[from]?.stamp.commit;
    const isOther = ({ stamp }: StampedOperation): boolean => stamp.commit !== commit;
    const length = newestFirst.slice(from).findIndex(isOther);
    const end = length === -1 ? newestFirst.length : from + length;
    if (newestFirst[from]?.operation.act === act) undos += 1;
    else if (undos > 0 && end < newestFirst.length) undos -= 1;
    else return { undone: newestFirst.slice(from, end), older: newestFirst.slice(end) };
    from = end;
  }
  return { undone: [], older: [] };
}
