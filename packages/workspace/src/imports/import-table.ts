// A table comes in by the real road: operations that the kinds accept, written as one act that counts whole or not at all.
import type { Json, RecordId } from "@tocsin/core";
import {
  create,
  encodeOperation,
  tableKind,
  tableRowKind,
  valuesOf,
  type Operation,
  type Page,
  type RecordState,
  type View,
} from "@tocsin/records";
import { allOf } from "../all-of.ts";
import type { TablesProgress } from "../fill-tables.ts";
import { objectIn, stringIn, textIn } from "../values.ts";
import type { Workspace } from "../workspace.ts";
import { tableAct } from "./compose-rows.ts";
import {
  composedBatches,
  payloadsIn,
  type ComposedBatch,
  type ComposeTable,
  type KnownRecord,
  type ReadKnown,
  type TableToCompose,
} from "./composed-batches.ts";
import type { TableMapping } from "./mapping.ts";
import { listedProblems, type TableProblem } from "./problems.ts";
import { tooLong } from "./survey-table.ts";
import type { TableFile } from "./table-files.ts";

export interface ImportTableOptions {
  /** One, or several that belong together: what one of them names can stand in any other. */
  readonly files: readonly TableFile[];
  readonly mapping: TableMapping;
  /** Everything is gone through and nothing is written. */
  readonly dryRun: boolean;
  /** Gone through by this mapping before, with nothing in it that stops an import: it is not looked for again. */
  readonly isChecked?: boolean;
  /** In hexadecimal; of a text as UTF-8. */
  readonly sha256: (value: Uint8Array | string) => string;
  /** Reads, maps and composes somewhere else, such as in a thread; here where it is absent. */
  readonly compose?: ComposeTable;
  readonly onProgress?: (rows: number) => void;
  /** From when the log has it all durably: how far the lists are that follow. Stopped then, they follow later. */
  readonly onTables?: (progress: TablesProgress) => void;
  readonly signal?: AbortSignal;
}

export interface ImportedTable {
  /** Null where nothing was written. */
  readonly table: RecordId | null;
  readonly sha256: string;
  readonly rows: number;
  /** Rows that were taken in before, by this mapping's name. */
  readonly knownRows: number;
  /** New records by kind. */
  readonly records: Readonly<Record<string, number>>;
  /** Cells that are in no field and kept word for word. */
  readonly keptCells: number;
  /** By reason; the list may be shorter. */
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly TableProblem[];
}

/**
 * Throws what `openTable` throws, `workspace.cell-too-long` unless it is a dry run, what a kind refuses, and what stops the
 * vault from writing; then nothing counts.
 */
export async function importTable(workspace: Workspace, options: ImportTableOptions): Promise<ImportedTable> {
  const { dryRun, signal, onTables } = options;
  signal?.throwIfAborted();
  await workspace.settled(signal);
  const { head, task, sha256 } = await beginImport(workspace, options);
  const tally = createTally();
  const payloads = payloadsOf(batchesOf(workspace, task, options), tally, options);
  try {
    const first = await payloads.next();
    if (first.done === true) return { table: null, sha256, ...tally.told() };
    if (dryRun) {
      for await (const payload of payloads) void payload;
      return { table: null, sha256, ...tally.told() };
    }
    await workspace.writeStep(chained(encodeOperation(head), chained(first.value, payloads)), {
      ...(signal ? { signal } : {}),
      ...(onTables ? { onProgress: onTables } : {}),
    });
    return { table: task.table, sha256, ...tally.told() };
  } finally {
    await payloads.return(undefined);
  }
}

function batchesOf(
  { registry, view }: Workspace,
  task: TableToCompose,
  { compose, sha256, signal }: ImportTableOptions,
): AsyncIterable<ComposedBatch> {
  const readKnown: ReadKnown = async (ids) => {
    const states = await Promise.all(ids.map((id) => view.read(id)));
    return states.flatMap((state) => state ?? []).map(knownRecord);
  };
  return compose?.(task, { readKnown, signal }) ?? composedBatches(task, { registry, sha256 }, readKnown);
}

function knownRecord(state: RecordState): KnownRecord {
  return { id: state.id, kind: state.kind, values: { ...valuesOf(state) } };
}

interface BegunImport {
  /** Begins the record of the table itself. */
  readonly head: Operation;
  readonly task: TableToCompose;
  readonly sha256: string;
}

/** The salt of identifiers is kept in the vault, so that rows are known again that come in once more. */
async function beginImport(workspace: Workspace, options: ImportTableOptions): Promise<BegunImport> {
  const { view, context, registry } = workspace;
  const { files, mapping, signal, dryRun, isChecked = false } = options;
  const before = (await allOf(view, tableKind.name, { signal })).filter(
    (state) => textIn(valuesOf(state)["title"])?.text === mapping.name,
  );
  const salt = saltOf(before) ?? context.newId();
  const knownRows = await knownRowsOf(view, before);
  const table = context.newId();
  const sha256 = digestOf(options);
  const values = {
    title: { text: mapping.name, lang: "zxx" },
    file: files
      .map(({ name }) => name)
      .join(", ")
      .slice(0, longestFile),
    sha256,
    mapping: structuredClone(mapping) as unknown as Json,
    salt: { salt },
    imported: new Date(context.now()).toISOString(),
  };
  const head = create(tableKind, values, { record: table, act: tableAct, isCode: registry.isCode });
  const isStrict = !dryRun && !isChecked;
  return { head, task: { files, mapping, table, salt, knownRows, isStrict }, sha256 };
}

const longestFile = 1000;

/** Of one file its own; of several that of the list of theirs, as `sha256sum` writes it. */
function digestOf({ files, sha256 }: ImportTableOptions): string {
  const [first] = files;
  if (first !== undefined && files.length === 1) return sha256(first.bytes);
  return sha256(files.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join(""));
}

/** Rows that were taken back with their table can come in again. */
async function knownRowsOf(view: View, tables: readonly RecordState[]): Promise<readonly RecordId[]> {
  const known: RecordId[] = [];
  for (const table of tables) {
    const gone = new Set<RecordId>();
    if (valuesOf(table)["withdrawn"] !== undefined)
      for await (const row of rowsOfTable(view, table.id, "withdrawnWith")) gone.add(row);
    for await (const row of rowsOfTable(view, table.id, "table")) if (!gone.has(row)) known.push(row);
  }
  return known;
}

const rowsOfPage = 1000;

async function* rowsOfTable(
  view: View,
  table: RecordId,
  field: "table" | "withdrawnWith",
): AsyncGenerator<RecordId> {
  const options = {
    kind: tableRowKind.name,
    where: [{ field, value: table }],
    order: "oldest",
    limit: rowsOfPage,
  } as const;
  let after: string | null = null;
  do {
    const page: Page = await view.list(after === null ? options : { ...options, after });
    for (const { id } of page.rows) yield id;
    after = page.next;
  } while (after !== null);
}

function saltOf(before: readonly RecordState[]): string | undefined {
  return before.flatMap((state) => stringIn(objectIn(valuesOf(state)["salt"])["salt"]) ?? [])[0];
}

/** What is told of an import, but for its name and its digest. */
type Told = Omit<ImportedTable, "table" | "sha256">;

interface Tally {
  add(batch: ComposedBatch): void;
  told(): Told;
}

function createTally(): Tally {
  const problems: TableProblem[] = [];
  const records: Record<string, number> = {};
  const counts: Record<string, number> = {};
  let [rows, knownRows, keptCells] = [0, 0, 0];
  return {
    add(batch) {
      rows += batch.rows;
      knownRows += batch.knownRows;
      keptCells += batch.keptCells;
      for (const [kind, count] of Object.entries(batch.records)) records[kind] = (records[kind] ?? 0) + count;
      for (const problem of batch.problems) {
        counts[problem.reason] = (counts[problem.reason] ?? 0) + 1;
        if (problems.length < listedProblems) problems.push(problem);
      }
    },
    told: () => ({ rows, knownRows, records, keptCells, counts, problems }),
  };
}

async function* payloadsOf(
  batches: AsyncIterable<ComposedBatch>,
  tally: Tally,
  { dryRun, signal, onProgress }: ImportTableOptions,
): AsyncGenerator<Uint8Array> {
  for await (const batch of batches) {
    signal?.throwIfAborted();
    const cut = batch.problems.find(({ reason }) => reason === "cut");
    if (cut !== undefined && !dryRun) throw tooLong(cut);
    tally.add(batch);
    yield* payloadsIn(batch);
    onProgress?.(tally.told().rows);
  }
}

/** One thing, then the others. */
async function* chained<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}
