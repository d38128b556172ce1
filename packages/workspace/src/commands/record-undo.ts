// Undo writes a new act that puts back what was there; nothing is taken out of the history.
import { encodeCanonicalText, type Json, type RecordId } from "@tocsin/core";
import {
  command,
  fold,
  kindOf,
  link,
  RecordsError,
  valueOf,
  type Change,
  type Patch,
  type RecordState,
  type StampedOperation,
  type View,
} from "@tocsin/records";

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
  const fields = new Set(undone.flatMap(({ operation }) => Object.keys(operation.patch)));
  return Object.fromEntries([...fields].map((field) => [field, backTo(before, now, field)]));
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

function foldAll(oldestFirst: readonly StampedOperation[]): RecordState | undefined {
  let state: RecordState | undefined;
  for (const { stamp, operation } of oldestFirst) state = fold(state, stamp, operation);
  return state;
}

function backTo(before: RecordState, now: RecordState, field: string): Change {
  const was = valueOf(before.fields[field]);
  const present = now.fields[field];
  if (present && "elements" in present) return setDifference(listOf(was), listOf(valueOf(present)));
  return was === undefined ? { clear: true } : { set: was };
}

function setDifference(was: readonly Json[], is: readonly Json[]): Change {
  const keys = (values: readonly Json[]): ReadonlySet<string> =>
    new Set(values.map((value) => encodeCanonicalText(value)));
  const [wasKeys, isKeys] = [keys(was), keys(is)];
  return {
    add: was.filter((value) => !isKeys.has(encodeCanonicalText(value))),
    remove: is.filter((value) => !wasKeys.has(encodeCanonicalText(value))),
  };
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
