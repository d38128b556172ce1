// Records that were exported whole come in again: the same identifiers, the same values. What is there already is never
// written over.
import { encodeCanonicalText, type Json, type RecordId } from "@tocsin/core";
import { create, isSetType, valuesOf, type Kind, type Operation } from "@tocsin/records";
import { listIn } from "../values.ts";
import { parseWhole, type WholeRecord } from "../whole-form.ts";
import type { Workspace } from "../workspace.ts";

export interface ImportRecordsOptions {
  readonly bytes: Uint8Array;
  readonly dryRun: boolean;
  readonly onProgress?: (records: number) => void;
  readonly signal?: AbortSignal;
}

export interface ImportedRecords {
  readonly kind: string;
  readonly rows: number;
  readonly created: number;
  /** Records that are here already and say the same. */
  readonly known: number;
  /** Fields that say something else here: nothing of them was taken in. */
  readonly differing: readonly DifferingField[];
}

export interface DifferingField {
  readonly row: number;
  readonly record: RecordId;
  readonly field: string;
}

const act = "records.import";

/**
 * One act, which counts whole or not at all. Throws `records.bad-input` on another form, what a kind refuses, and what
 * stops the vault from writing; then nothing was taken in.
 */
export async function importRecords(
  workspace: Workspace,
  { bytes, dryRun, onProgress, signal }: ImportRecordsOptions,
): Promise<ImportedRecords> {
  const { kind, rows } = parseWhole(bytes, workspace.registry);
  await workspace.settled(signal);
  const operations: Operation[] = [];
  const differing: DifferingField[] = [];
  let known = 0;
  for (const [at, record] of rows.entries()) {
    signal?.throwIfAborted();
    const there = await workspace.view.read(record.id);
    if (there === undefined) operations.push(creation(kind, record, workspace));
    else {
      const fields =
        there.kind === kind.name ? differencesOf(kind, record, valuesOf(there)) : Object.keys(record.values);
      if (fields.length === 0) known += 1;
      differing.push(...fields.map((field) => ({ row: record.row, record: record.id, field })));
    }
    onProgress?.(at + 1);
  }
  if (!dryRun && operations.length > 0)
    await workspace.writeStep(eachOf(operations), signal ? { signal } : {});
  return { kind: kind.name, rows: rows.length, created: operations.length, known, differing };
}

function creation(kind: Kind, { id, values }: WholeRecord, { registry }: Workspace): Operation {
  return create(kind, values, { record: id, act, isCode: registry.isCode });
}

async function* eachOf(operations: readonly Operation[]): AsyncGenerator<Operation> {
  yield* operations;
}

/** The order of a set says nothing. */
function differencesOf(
  { fields }: Kind,
  { values }: WholeRecord,
  there: Readonly<Record<string, Json>>,
): readonly string[] {
  const asText = (name: string, value: Json | undefined): string => {
    const field = fields[name];
    if (value === undefined) return "";
    if (field === undefined || !isSetType(field.type)) return encodeCanonicalText(value);
    return listIn(value)
      .map((each) => encodeCanonicalText(each))
      .sort()
      .join("\n");
  };
  return Object.keys(values).filter((name) => asText(name, values[name]) !== asText(name, there[name]));
}
