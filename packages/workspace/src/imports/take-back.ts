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
  const { view, registry, context } = workspace;
  await workspace.settled(signal);
  const look = async (): Promise<WholeImport> => {
    if (await isTakenBack(workspace, table)) throw refused("take back", "it was taken back already");
    return lookAtImport(view, registry, { table, changedToo, onProgress, signal });
  };
  const commits = context.commits();
  let whole = await look();
  if (dryRun) return whole.plan;
  const operations = async function* (): AsyncGenerator<Operation> {
    // Nobody else writes from here on; somebody can have written between the look and this.
    if (context.commits() !== commits) whole = await look();
    yield* takingBack(workspace, whole, options);
  };
  await write(workspace, operations(), options);
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
  const tally = { records: new Map<string, number>(), changed: 0 };
  const look = async (): Promise<BringingBack> => {
    if (!(await isTakenBack(workspace, table))) throw refused("bring back", "it was not taken back");
    const acts = await readWholeActs(workspace.view);
    const where = [
      { field: "table", value: table },
      { field: "withdrawnWith", value: table },
    ];
    const onRead = (done: number): void => onProgress?.({ step: "rows", done, total: null });
    return { table, acts, tally, rows: await readImportRows(workspace.view, where, { onRead, signal }) };
  };
  if (dryRun) for await (const each of restoring(workspace, await look(), options)) void each;
  else await write(workspace, bringingBack(workspace, look, options), options);
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
function* takingBack(
  workspace: Workspace,
  whole: WholeImport,
  options: TakeBackOptions,
): Generator<Operation> {
  const { table, rows, kept } = whole;
  const at = new Date(workspace.context.now()).toISOString();
  yield { ...patching(tableKind, { withdrawn: { set: at } }), record: table, act: takeBackAct };
  yield* undoing(workspace, whole, options);
  for (const [row, id] of rows.rowIds.entries())
    if (options.changedToo === true || !kept.isRowKept(row))
      yield rowOperation(id, takeBackAct, { set: table });
}

function* undoing(
  { registry }: Workspace,
  { rows, kept, backs }: WholeImport,
  { changedToo = false, onProgress, signal }: TakeBackOptions,
): Generator<Operation> {
  for (const [number, id] of rows.recordIds.entries()) {
    signal?.throwIfAborted();
    const back = !changedToo && kept.reasonOf(number) !== undefined ? null : backs.of(number);
    if (back === null) continue;
    yield { ...patching(kindOf(registry, back.kind), back.patch), record: id, act: takeBackAct };
    if (number % told === 0) onProgress?.({ step: "write", done: number, total: rows.recordIds.length });
  }
}

interface BringingBack {
  readonly table: RecordId;
  readonly acts: WholeActs;
  readonly rows: ImportRows;
  readonly tally: { readonly records: Map<string, number>; changed: number };
}

/** Looked at where nobody else writes. */
async function* bringingBack(
  workspace: Workspace,
  look: () => Promise<BringingBack>,
  options: Writing,
): AsyncGenerator<Operation> {
  const going = await look();
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
