// One act on many records: the same change to each, or a task for each; and the way back from all of it at once.
import { encodeCanonicalText, type Json, type RecordId } from "@tocsin/core";
import {
  checkNeeds,
  command,
  create,
  data,
  integer,
  kindOf,
  links,
  parsePatch,
  query,
  RecordsError,
  taskKind,
  text,
  date,
  valuesOf,
  type Change,
  type Operation,
  type Patch,
  type RecordState,
  type Registry,
  type View,
} from "@tocsin/records";
import { checkChanges } from "./record-change.ts";
import { patchBackFrom } from "./record-undo.ts";
import { stateOf } from "../state-of.ts";
import { mostAtOnce } from "../queries/record-list.ts";

/** Changes the same fields of many records of one kind, in one act; those that are so already stay untouched. */
export const recordsChange = command(
  "records.change",
  { records: links("any", { required: true }), patch: data({ required: true }) },
  async (view, { records, patch }, { registry }) => {
    const found = await statesOf(view, records);
    return found.flatMap((state) => operationOn(registry, state, patch) ?? []);
  },
);

export interface PlannedChanges {
  /** How many records it would change; the others are so already. */
  readonly changing: number;
  readonly already: number;
  /** Of those that would change: by field, how many hold a value that would go behind. */
  readonly replaced: Readonly<Record<string, number>>;
}

/** What `records.change` would do, said beforehand. */
export const plannedChanges = query(
  "records.plan",
  { records: links("any", { required: true }), patch: data({ required: true }) },
  async (view, { records, patch }, { registry }): Promise<PlannedChanges> => {
    const found = await statesOf(view, records);
    const replaced: Record<string, number> = {};
    let changing = 0;
    for (const state of found) {
      const operation = operationOn(registry, state, patch);
      if (operation === null) continue;
      changing += 1;
      for (const [name, change] of Object.entries(operation.patch))
        if (("set" in change || "clear" in change) && valuesOf(state)[name] !== undefined)
          replaced[name] = (replaced[name] ?? 0) + 1;
    }
    return { changing, already: found.length - changing, replaced };
  },
);

/** Makes a task about each of the records, in one act. */
export const recordsTask = command(
  "records.task",
  {
    records: links("any", { required: true }),
    title: text({ required: true }),
    who: text(),
    due: date(),
  },
  async (view, { records, ...values }, { registry, newId }) => {
    const found = await statesOf(view, records);
    return found.map((state) => {
      const { case: caseId } = valuesOf(state);
      const ofCase = state.kind === "case" ? state.id : caseId;
      const inCase = typeof ofCase === "string" ? { case: ofCase as RecordId } : {};
      return create(
        taskKind,
        { ...values, about: state.id, ...inCase },
        { record: newId(), act: "records.task", isCode: registry.isCode },
      );
    });
  },
);

/**
 * Takes back one act on many records: each goes back to what it was before. Records that somebody changed since stay as
 * they are, and tasks that the act made are ticked off: records are erased, not undone.
 */
export const recordsUndo = command(
  "records.undo",
  {
    records: links("any", { required: true }),
    /** When the act was, as its acknowledgement says. */
    at: integer({ required: true }),
  },
  async (view, { records, at }, { registry, now }) => {
    const operations: Operation[] = [];
    for (const id of bounded(records)) {
      const [newest, ...older] = await view.history(id);
      if (newest?.stamp.at !== at) continue;
      const { name, version } = kindOf(registry, newest.operation.kind);
      const back: Patch | null =
        older.length === 0
          ? name === taskKind.name
            ? { done: { set: new Date(now()).toISOString() } }
            : null
          : await patchBackFrom(view, id);
      if (back !== null)
        operations.push({ kind: name, version, record: id, act: "record.undo", patch: back });
    }
    return operations;
  },
);

function bounded(records: readonly RecordId[]): readonly RecordId[] {
  if (records.length > mostAtOnce)
    throw new RecordsError(
      "records.bad-input",
      `Cannot act on many records: more than ${mostAtOnce} at once`,
    );
  return [...new Set(records)];
}

async function statesOf(view: View, records: readonly RecordId[]): Promise<readonly RecordState[]> {
  const states: RecordState[] = [];
  for (const id of bounded(records)) states.push(await stateOf(view, id));
  return states;
}

function operationOn(registry: Registry, state: RecordState, patch: Json): Operation | null {
  const kind = kindOf(registry, state.kind);
  const values = valuesOf(state);
  const changes = Object.fromEntries(
    Object.entries(parsePatch(kind, patch, registry.isCode)).filter(([name, change]) =>
      isNews(change, values[name]),
    ),
  );
  if (Object.keys(changes).length === 0) return null;
  checkChanges(kind, changes);
  checkNeeds(kind, changes, values);
  return { kind: kind.name, version: kind.version, record: state.id, act: "records.change", patch: changes };
}

function isNews(change: Change, value: Json | undefined): boolean {
  if ("clear" in change) return value !== undefined;
  if ("set" in change) return value === undefined || textOf(change.set) !== textOf(value);
  const held = new Set((Array.isArray(value) ? value : []).map(textOf));
  return (
    (change.add ?? []).some((each) => !held.has(textOf(each))) ||
    (change.remove ?? []).some((each) => held.has(textOf(each)))
  );
}

const textOf = (value: Json): string => encodeCanonicalText(value);
