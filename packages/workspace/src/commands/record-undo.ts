// Undo writes a new act that puts back what was there; nothing is taken out of the history.
import { encodeCanonicalText, type Json } from "@tocsin/core";
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
} from "@tocsin/records";

/** Takes back the newest act on a record. The act that began it cannot be taken back: records are erased, not undone. */
export const recordUndo = command(
  "record.undo",
  { record: link("any", { required: true }) },
  async (view, { record }, { registry }) => {
    const newestFirst = await view.history(record);
    const [newest] = newestFirst;
    if (!newest) throw new RecordsError("records.not-found", "Cannot undo: nothing has this id");
    const undone = newestFirst.filter(({ stamp }) => stamp.commit === newest.stamp.commit);
    const before = foldAll(newestFirst.slice(undone.length).reverse());
    if (!before) throw new RecordsError("records.bad-input", "Cannot undo: this act began the record");
    const kind = kindOf(registry, newest.operation.kind);
    const now = foldAll([...newestFirst].reverse()) ?? before;
    const fields = new Set(undone.flatMap(({ operation }) => Object.keys(operation.patch)));
    const patch: Patch = Object.fromEntries([...fields].map((field) => [field, backTo(before, now, field)]));
    return [{ kind: kind.name, version: kind.version, record, act: "record.undo", patch }];
  },
);

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
