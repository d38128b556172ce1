// A whole import of a table is taken back by one act, and comes back by another: what was there before stands again.
// Nothing is erased by it.
import type { RecordId } from "@tocsin/core";
import {
  encodeOperation,
  isWithdrawn,
  kindOf,
  RecordsError,
  tableKind,
  tableRowKind,
  valuesOf,
  type Change,
  type Kind,
  type Operation,
  type Patch,
} from "@tocsin/records";
import { foldAll, patchBackTo } from "../back-to.ts";
import type { TablesProgress } from "../fill-tables.ts";
import { stateOf } from "../state-of.ts";
import type { Workspace } from "../workspace.ts";
import { readImportRows, type ImportRows } from "./import-rows.ts";
import {
  importedRecord,
  lookAtImport,
  type TakeBackPlan,
  type TakeBackProgress,
  type WholeImport,
} from "./plan-take-back.ts";
import { bringBackAct, readWholeActs, takeBackAct, type WholeActs } from "./whole-acts.ts";

export interface TakeBackOptions {
  /** The record of the import. */
  readonly table: RecordId;
  /** Everything is gone through and nothing is written. */
  readonly dryRun: boolean;
  /** Those records too that were changed or linked since, with what was changed. */
  readonly changedToo?: boolean;
  readonly onProgress?: ((progress: TakeBackProgress) => void) | undefined;
  /** From when the log has it all durably: how far the lists are that follow. Stopped then, they follow later. */
  readonly onTables?: ((progress: TablesProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What was done, or would be. Stopped before it is all in the log, none of it counts. Throws `records.not-found`, and
 * `records.bad-input` where the import was taken back already.
 */
export async function takeBackImport(workspace: Workspace, options: TakeBackOptions): Promise<TakeBackPlan> {
  const { table, dryRun, changedToo = false, onProgress, signal } = options;
  await workspace.settled(signal);
  if (await isTakenBack(workspace, table)) throw refused("take back", "it was taken back already");
  const { view, registry } = workspace;
  const whole = await lookAtImport(view, registry, { table, changedToo, onProgress, signal });
  if (!dryRun) await write(workspace, takingBack(workspace, whole, options), options);
  return whole.plan;
}

export interface BroughtBack {
  /** Records that stand again, by kind. */
  readonly records: Readonly<Record<string, number>>;
  /** Records that somebody wrote something else of since: they stay as they are. */
  readonly changed: number;
}

/** As it was before the import was taken back. Throws `records.bad-input` where it was not. */
export async function bringBackImport(
  workspace: Workspace,
  options: Omit<TakeBackOptions, "changedToo">,
): Promise<BroughtBack> {
  const { table, dryRun, onProgress, signal } = options;
  await workspace.settled(signal);
  if (!(await isTakenBack(workspace, table))) throw refused("bring back", "it was not taken back");
  const acts = await readWholeActs(workspace.view);
  const where = [
    { field: "table", value: table },
    { field: "withdrawnWith", value: table },
  ];
  const onRead = (done: number): void => onProgress?.({ step: "rows", done, total: null });
  const rows = await readImportRows(workspace.view, where, { onRead, signal });
  const tally = { records: new Map<string, number>(), changed: 0 };
  const going = { table, acts, rows, tally };
  if (dryRun) for await (const each of restoring(workspace, going, options)) void each;
  else await write(workspace, bringingBack(workspace, going, options), options);
  return { records: Object.fromEntries(tally.records), changed: tally.changed };
}

async function isTakenBack({ view }: Workspace, table: RecordId): Promise<boolean> {
  return valuesOf(await stateOf(view, table, tableKind.name))["withdrawn"] !== undefined;
}

type Writing = Pick<TakeBackOptions, "onProgress" | "onTables" | "signal">;

async function write(
  workspace: Workspace,
  operations: AsyncIterable<Operation>,
  { onTables, signal }: Writing,
): Promise<void> {
  await workspace.writeStep(encoded(operations), {
    ...(signal ? { signal } : {}),
    ...(onTables ? { onProgress: onTables } : {}),
  });
}

async function* encoded(operations: AsyncIterable<Operation>): AsyncGenerator<Uint8Array> {
  for await (const each of operations) yield encodeOperation(each);
}

/** The table first: by it the act is known again. */
async function* takingBack(
  workspace: Workspace,
  whole: WholeImport,
  options: TakeBackOptions,
): AsyncGenerator<Operation> {
  const { table, rows, kept } = whole;
  const at = new Date(workspace.context.now()).toISOString();
  yield { ...patching(tableKind, { withdrawn: { set: at } }), record: table, act: takeBackAct };
  yield* undoing(workspace, whole, options);
  for (const [row, id] of rows.rowIds.entries())
    if (options.changedToo === true || !kept.isRowKept(row))
      yield rowOperation(id, takeBackAct, { set: table });
}

async function* undoing(
  { view, registry }: Workspace,
  { table, acts, rows, kept }: WholeImport,
  { changedToo = false, onProgress, signal }: TakeBackOptions,
): AsyncGenerator<Operation> {
  for (const [number, id] of rows.recordIds.entries()) {
    signal?.throwIfAborted();
    if (!changedToo && kept.reasonOf(number) !== undefined) continue;
    const found = importedRecord(await view.history(id), table, acts);
    // Somebody can have written between the look and this.
    if (found === null || (found.isChanged && !changedToo)) continue;
    const patch = patchBackTo(found.before, found.now, found.since);
    yield { ...patching(kindOf(registry, found.now.kind), patch), record: id, act: takeBackAct };
    if (number % told === 0) onProgress?.({ step: "write", done: number, total: rows.recordIds.length });
  }
}

interface BringingBack {
  readonly table: RecordId;
  readonly acts: WholeActs;
  readonly rows: ImportRows;
  readonly tally: { readonly records: Map<string, number>; changed: number };
}

async function* bringingBack(
  workspace: Workspace,
  going: BringingBack,
  options: Writing,
): AsyncGenerator<Operation> {
  const patched = patching(tableKind, { withdrawn: { clear: true } });
  yield { ...patched, record: going.table, act: bringBackAct };
  yield* restoring(workspace, going, options);
  for (const id of going.rows.rowIds) yield rowOperation(id, bringBackAct, { clear: true });
}

/** Only where nothing was written since: what was written is not undone by this. */
async function* restoring(
  { view, registry }: Workspace,
  { table, acts, rows, tally }: BringingBack,
  { onProgress, signal }: Writing,
): AsyncGenerator<Operation> {
  for (const [number, id] of rows.recordIds.entries()) {
    signal?.throwIfAborted();
    const oldestFirst = [...(await view.history(id))].reverse();
    const first = oldestFirst.findLastIndex((each) => acts.tableOf(takeBackAct, each) === table);
    if (first === -1) continue;
    const [before, now] = [foldAll(oldestFirst.slice(0, first)), foldAll(oldestFirst)];
    if (first !== oldestFirst.length - 1 || before === undefined || now === undefined) {
      tally.changed += 1;
      continue;
    }
    if (isWithdrawn(now)) tally.records.set(now.kind, (tally.records.get(now.kind) ?? 0) + 1);
    const patch = patchBackTo(before, now, oldestFirst.slice(first));
    yield { ...patching(kindOf(registry, now.kind), patch), record: id, act: bringBackAct };
    if (number % told === 0) onProgress?.({ step: "write", done: number, total: rows.recordIds.length });
  }
}

const told = 200;

function rowOperation(id: RecordId, act: string, withdrawnWith: Change): Operation {
  return { ...patching(tableRowKind, { withdrawnWith }), record: id, act };
}

function patching({ name, version }: Kind, patch: Patch): Pick<Operation, "kind" | "version" | "patch"> {
  return { kind: name, version, patch };
}

function refused(what: string, state: string): RecordsError {
  return new RecordsError("records.bad-input", `Cannot ${what} import: ${state}`);
}
