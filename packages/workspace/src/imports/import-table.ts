// A table comes in by the real road: operations that the kinds accept, written as one act that counts whole or not at all.
// Where a row came from, and what of it is in no field, stands beside its records.
import {
  encodeBase32,
  encodeCanonicalText,
  encodeUtf8,
  parseHex,
  parseId,
  type Json,
  type RecordId,
} from "@tocsin/core";
import { tableLimits } from "@tocsin/formats";
import {
  create,
  isSetType,
  kindOf,
  parsePatch,
  tableKind,
  tableRowKind,
  valuesOf,
  type Change,
  type Kind,
  type Operation,
  type Patch,
  type RecordState,
} from "@tocsin/records";
import { allOf } from "../all-of.ts";
import { WorkspaceError } from "../errors.ts";
import { listIn, stringIn, textIn, objectIn } from "../values.ts";
import type { Workspace } from "../workspace.ts";
import { keptPieces } from "./kept-pieces.ts";
import type { MappedRow, RecordDraft } from "./mapped-rows.ts";
import type { TableMapping } from "./mapping.ts";
import { listedProblems, shownValue, type TableProblem } from "./problems.ts";
import { rowBatches, type ReadRows, type RowBatch } from "./row-batches.ts";

export interface ImportTableOptions {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mapping: TableMapping;
  /** Everything is gone through and nothing is written. */
  readonly dryRun: boolean;
  readonly sha256: (bytes: Uint8Array) => string;
  /** Reads the table somewhere else, such as in a thread; here where it is absent. */
  readonly read?: ReadRows;
  readonly onProgress?: (rows: number) => void;
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

const act = "table.import";

/**
 * Throws what `openTable` throws, `workspace.cell-too-long` unless it is a dry run, and what stops the vault from
 * writing; then nothing was taken in.
 */
export async function importTable(workspace: Workspace, options: ImportTableOptions): Promise<ImportedTable> {
  options.signal?.throwIfAborted();
  await workspace.settled(options.signal);
  const run = await beginImport(workspace, options);
  const operations = operationsOf(batchesOf(workspace, options), run, options);
  if (options.dryRun) {
    for await (const { kind } of operations) kindOf(workspace.registry, kind);
    return run.report(null);
  }
  const first = await operations.next();
  if (first.done === true) return run.report(null);
  await workspace.writeStep(
    chain([run.head, first.value], operations),
    options.signal ? { signal: options.signal } : {},
  );
  return run.report(run.table);
}

function batchesOf(
  { registry }: Workspace,
  { bytes, mapping, read, signal }: ImportTableOptions,
): AsyncIterable<RowBatch> | Iterable<RowBatch> {
  return read?.({ bytes, mapping }, signal) ?? rowBatches({ bytes, mapping }, registry);
}

interface Run {
  readonly table: RecordId;
  readonly salt: string;
  readonly known: ReadonlySet<RecordId>;
  readonly workspace: Workspace;
  readonly idOf: (text: string) => RecordId;
  readonly problem: (problem: TableProblem) => void;
  readonly counts: { rows: number; knownRows: number; keptCells: number; records: Record<string, number> };
  /** Values of records that more than one row can name, as far as they were met: as text, which takes a third of the room. */
  readonly met: Map<RecordId, string>;
  readonly head: Operation;
  report(table: RecordId | null): ImportedTable;
}

async function* chain<T>(first: readonly T[], rest: AsyncGenerator<T>): AsyncGenerator<T> {
  yield* first;
  yield* rest;
}

/** Identifiers come from a random salt that the vault keeps: who holds the file cannot tell its records from outside. */
async function beginImport(workspace: Workspace, options: ImportTableOptions): Promise<Run> {
  const { view, context, registry } = workspace;
  const { mapping } = options;
  const before = (await allOf(view, tableKind.name)).filter(
    (state) => textIn(valuesOf(state)["title"])?.text === mapping.name,
  );
  const salt = saltOf(before) ?? context.newId();
  const known = new Set<RecordId>();
  for (const { id } of before)
    for (const row of await view.linked(id, { kind: tableRowKind.name, field: "table" })) known.add(row.id);
  const file = options.sha256(options.bytes);
  const table = context.newId();
  const problems: TableProblem[] = [];
  const reasons: Record<string, number> = {};
  const counts: Run["counts"] = { rows: 0, knownRows: 0, keptCells: 0, records: {} };
  const head = create(
    tableKind,
    {
      title: { text: mapping.name, lang: "zxx" },
      file: options.fileName,
      sha256: file,
      mapping: structuredClone(mapping) as unknown as Json,
      salt: { salt },
      imported: new Date(context.now()).toISOString(),
    },
    { record: table, act, isCode: registry.isCode },
  );
  return {
    table,
    salt,
    known,
    workspace,
    counts,
    met: new Map(),
    head,
    idOf: (text) =>
      parseId(encodeBase32(parseHex(options.sha256(encodeUtf8(`${salt}\n${text}`)).slice(0, 32)))),
    problem(problem) {
      reasons[problem.reason] = (reasons[problem.reason] ?? 0) + 1;
      if (problems.length < listedProblems) problems.push(problem);
    },
    report: (id) => ({ table: id, sha256: file, ...counts, counts: reasons, problems }),
  };
}

function saltOf(before: readonly RecordState[]): string | undefined {
  return before.flatMap((state) => stringIn(objectIn(valuesOf(state)["salt"])["salt"]) ?? [])[0];
}

async function* operationsOf(
  batches: AsyncIterable<RowBatch> | Iterable<RowBatch>,
  run: Run,
  { dryRun, signal, onProgress }: ImportTableOptions,
): AsyncGenerator<Operation> {
  const seen = new Map<RecordId, number>();
  for await (const { rows, problems } of batches) {
    problems.forEach(run.problem);
    const cut = problems.find(({ reason }) => reason === "cut");
    if (cut !== undefined && !dryRun) throw tooLong(cut);
    for (const row of rows) {
      signal?.throwIfAborted();
      run.counts.rows += 1;
      const name = run.idOf(row.content);
      const count = (seen.get(name) ?? 0) + 1;
      // Most rows stand once: of them nothing more is remembered than their name.
      seen.set(name, count);
      const id = run.idOf(`row ${count} ${row.content}`);
      if (run.known.has(id)) run.counts.knownRows += 1;
      else for (const operation of await rowOperations(row, id, run)) yield operation;
      onProgress?.(run.counts.rows);
    }
  }
}

/** Only the beginning of such a cell was read: to write it would be to lose the rest. */
function tooLong({ sheet, row, column, heading }: TableProblem): WorkspaceError {
  const place = [
    ...(sheet === "" ? [] : [`sheet "${sheet.slice(0, 40)}"`]),
    `row ${row}`,
    `column ${column}`,
  ];
  return new WorkspaceError(
    "workspace.cell-too-long",
    `Cannot import table: a cell has more than ${tableLimits.cell} characters (${place.join(", ")})`,
    { details: { sheet, row, column, heading: heading.slice(0, shownValue), limit: tableLimits.cell } },
  );
}

async function rowOperations(row: MappedRow, id: RecordId, run: Run): Promise<readonly Operation[]> {
  const operations: Operation[] = [];
  const ids = new Map(
    row.drafts.map(({ as, key }) => [as, run.idOf(key === null ? `${id} ${as}` : `key ${key}`)]),
  );
  const nowhere = new Set<string>();
  for (const draft of row.drafts) {
    const record = ids.get(draft.as);
    if (record === undefined) continue;
    if (hangsOn(draft, nowhere, { row, run }) || (await isNowhere(draft, record, { row, run }))) {
      ids.delete(draft.as);
      nowhere.add(draft.as);
      continue;
    }
    const links = Object.entries(draft.links).flatMap(([field, as]) =>
      linkOf(kindOf(run.workspace.registry, draft.kind), field, ids.get(as)),
    );
    const values = { ...draft.values, ...Object.fromEntries(links) };
    const operation = await recordOperation(draft, values, { record, row, run });
    if (operation !== null) operations.push(operation);
  }
  const records = [...new Set(ids.values())];
  run.counts.keptCells += Object.keys(row.kept).length;
  return [...operations, ...keptOperations(row, { id, records, run })];
}

interface Keeping {
  readonly id: RecordId;
  readonly records: readonly RecordId[];
  readonly run: Run;
}

function keptOperations(row: MappedRow, { id, records, run }: Keeping): readonly Operation[] {
  return keptPieces(row.kept).map((kept, at) =>
    create(
      tableRowKind,
      {
        place: `${row.sheet}!${row.row}`,
        table: run.table,
        sheet: row.sheet === "" ? "-" : row.sheet,
        row: row.row,
        ...(at === 0 && records.length > 0 ? { records } : {}),
        ...(Object.keys(kept).length === 0 ? {} : { kept }),
      },
      { record: at === 0 ? id : run.idOf(`${id} ${at}`), act },
    ),
  );
}

function linkOf(
  { fields }: Kind,
  field: string,
  to: RecordId | undefined,
): readonly (readonly [string, Json])[] {
  if (to === undefined) return [];
  return [[field, fields[field]?.type === "links" ? [to] : to]];
}

/** Of a record that only adds to another there is none to add to: nothing links to it, and its cells stay with the row. */
async function isNowhere(
  { kind, lacks }: RecordDraft,
  record: RecordId,
  { row, run }: Omit<Target, "record">,
): Promise<boolean> {
  if (lacks === null || (await metBefore(record, run)) !== undefined) return false;
  const place = { sheet: row.sheet, row: row.row, column: "", heading: "", value: "" };
  run.problem({ ...place, field: `${kind}.${lacks}`, reason: "missing", effect: "record-left-out" });
  return true;
}

/** A record that links to one that was left out would say something of nobody: its values stay with the row. */
function hangsOn(
  { kind, links, values }: RecordDraft,
  nowhere: ReadonlySet<string>,
  { row, run }: Omit<Target, "record">,
): boolean {
  const lost = Object.entries(links).find(([, as]) => nowhere.has(as));
  if (lost === undefined) return false;
  for (const [name, value] of Object.entries(values))
    row.kept[`${kind}.${name}`] = encodeCanonicalText(value);
  const place = { sheet: row.sheet, row: row.row, column: "", heading: "", value: "" };
  run.problem({ ...place, field: `${kind}.${lost[0]}`, reason: "missing", effect: "record-left-out" });
  return true;
}

interface Target {
  readonly record: RecordId;
  readonly row: MappedRow;
  readonly run: Run;
}

/** A new record whole; of one that is there already only what it lacks. */
async function recordOperation(
  draft: RecordDraft,
  values: Readonly<Record<string, Json>>,
  target: Target,
): Promise<Operation | null> {
  const { record, run } = target;
  const { registry } = run.workspace;
  const kind = kindOf(registry, draft.kind);
  const before = draft.key === null ? undefined : await metBefore(record, run);
  if (before !== undefined) {
    const patch = patchOver(kind, { before, values }, target);
    run.met.set(record, JSON.stringify(before));
    if (Object.keys(patch).length === 0) return null;
    return {
      kind: kind.name,
      version: kind.version,
      record,
      act,
      patch: parsePatch(kind, patch, registry.isCode),
    };
  }
  run.counts.records[draft.kind] = (run.counts.records[draft.kind] ?? 0) + 1;
  if (draft.key !== null) run.met.set(record, JSON.stringify(values));
  return create(kind, values, { record, act, isCode: registry.isCode });
}

async function metBefore(record: RecordId, run: Run): Promise<Record<string, Json> | undefined> {
  const met = run.met.get(record);
  if (met !== undefined) return JSON.parse(met) as Record<string, Json>;
  if (run.known.size === 0) return undefined;
  const state = await run.workspace.view.read(record);
  if (state === undefined) return undefined;
  const values = { ...valuesOf(state) };
  run.met.set(record, JSON.stringify(values));
  return values;
}

interface Over {
  /** Grows by what is added. */
  readonly before: Record<string, Json>;
  readonly values: Readonly<Record<string, Json>>;
}

function patchOver(kind: Kind, { before, values }: Over, { row, run }: Target): Patch {
  const patch: Record<string, Change> = {};
  for (const [name, value] of Object.entries(values)) {
    const field = kind.fields[name];
    if (field === undefined) continue;
    const old = before[name];
    if (isSetType(field.type)) {
      const add = lackingIn(listIn(old), listIn(value));
      if (add.length > 0) patch[name] = { add };
      before[name] = [...listIn(old), ...add];
    } else if (old === undefined) {
      patch[name] = { set: value };
      before[name] = value;
    } else if (encodeCanonicalText(old) !== encodeCanonicalText(value)) {
      const place = {
        sheet: row.sheet,
        row: row.row,
        column: "",
        heading: "",
        field: `${kind.name}.${name}`,
      };
      const text = encodeCanonicalText(value);
      row.kept[place.field] = text;
      run.problem({ ...place, value: text.slice(0, shownValue), reason: "differs", effect: "kept" });
    }
  }
  return patch;
}

function lackingIn(there: readonly Json[], more: readonly Json[]): readonly Json[] {
  const known = new Set(there.map(encodeCanonicalText));
  return more.filter((each) => !known.has(encodeCanonicalText(each)));
}
