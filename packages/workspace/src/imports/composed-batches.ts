// A table from its bytes to the payloads that the vault seals, some rows at a time: what a thread that reads hands over.
// Of the rows before nothing is held but what tells theirs and their records' names and values again.
import { concatBytes, type RecordId } from "@tocsin/core";
import { encodeOperation } from "@tocsin/records";
import type { Values } from "../values.ts";
import {
  createRowComposer,
  type ComposingParts,
  type NamedRow,
  type RowComposer,
  type TableIdentity,
} from "./compose-rows.ts";
import type { TableMapping } from "./mapping.ts";
import type { TableProblem } from "./problems.ts";
import { rowBatches } from "./row-batches.ts";
import { surveyTable } from "./survey-table.ts";
import { openTableFiles, type TableFile } from "./table-files.ts";

/** Plain data, for a thread to be given. */
export interface TableToCompose extends TableIdentity {
  readonly files: readonly TableFile[];
  readonly mapping: TableMapping;
  /** Stops before anything is composed where a cell is too long: what was begun to be written stays in the log. */
  readonly isStrict: boolean;
}

export interface ComposedBatch {
  /** One behind the other. */
  readonly payloads: Uint8Array<ArrayBuffer>;
  readonly lengths: readonly number[];
  readonly rows: number;
  readonly knownRows: number;
  readonly keptCells: number;
  /** New records by kind. */
  readonly records: Readonly<Record<string, number>>;
  readonly problems: readonly TableProblem[];
}

export interface KnownRecord {
  readonly id: RecordId;
  readonly kind: string;
  readonly values: Values;
}

/** Those of the records that the vault holds. */
export type ReadKnown = (ids: readonly RecordId[]) => Promise<readonly KnownRecord[]>;

export interface ComposePorts {
  readonly readKnown: ReadKnown;
  readonly signal?: AbortSignal | undefined;
}

/** Composes a table somewhere, batch by batch, no further than it is asked to. Throws what `openTable` throws. */
export type ComposeTable = (table: TableToCompose, ports: ComposePorts) => AsyncIterable<ComposedBatch>;

/** Throws what `openTable` throws, `workspace.cell-too-long` where it is strict, and what a kind refuses. */
export async function* composedBatches(
  table: TableToCompose,
  parts: ComposingParts,
  readKnown: ReadKnown,
): AsyncGenerator<ComposedBatch> {
  const { files, mapping, isStrict } = table;
  const { registry } = parts;
  const opened = openTableFiles(files, mapping);
  const { ambiguous } = surveyTable(opened, mapping, { isStrict });
  const composer = createRowComposer(table, parts, ambiguous);
  const isAgain = table.knownRows.length > 0;
  for (const { rows, problems } of rowBatches(opened, mapping, { registry, ambiguous })) {
    const named = rows.map(composer.name);
    const fresh = named.filter(({ isKnown }) => !isKnown);
    const unmet = isAgain ? composer.unmetIn(fresh) : [];
    if (unmet.length > 0)
      for (const { id, kind, values } of await readKnown(unmet)) composer.meet(id, kind, values);
    const knownRows = named.length - fresh.length;
    yield { ...composeAll(fresh, composer, problems), rows: named.length, knownRows };
  }
}

/** Each row's operations become bytes at once: nothing of it is left for the collector to carry on. */
function composeAll(
  rows: readonly NamedRow[],
  { compose }: RowComposer,
  found: readonly TableProblem[],
): Omit<ComposedBatch, "rows" | "knownRows"> {
  const payloads: Uint8Array[] = [];
  const problems = [...found];
  const records: Record<string, number> = {};
  let keptCells = 0;
  for (const row of rows) {
    const composed = compose(row);
    for (const operation of composed.operations) payloads.push(encodeOperation(operation));
    for (const kind of composed.created) records[kind] = (records[kind] ?? 0) + 1;
    problems.push(...composed.problems);
    keptCells += composed.keptCells;
  }
  const lengths = payloads.map(({ length }) => length);
  return { payloads: concatBytes(...payloads), lengths, keptCells, records, problems };
}

/** Views, not copies. */
export function* payloadsIn({ payloads, lengths }: ComposedBatch): Generator<Uint8Array> {
  let at = 0;
  for (const length of lengths) {
    yield payloads.subarray(at, at + length);
    at += length;
  }
}
