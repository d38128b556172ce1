// Records that were exported whole come in again: the same identifiers, the same values. What is there already is never
// written over.
import { encodeCanonicalText, type Json, type RecordId } from "@tocsin/core";
import { create, encodeOperation, isSetType, valuesOf, type Kind, type Operation } from "@tocsin/records";
import { refuseFrozenFor } from "../letters/refusals.ts";
import { listIn } from "../values.ts";
import { parseWhole, type WholeRecord, type WholeTable } from "../whole-form.ts";
import type { Workspace } from "../workspace.ts";

export interface ImportRecordsOptions {
  readonly bytes: Uint8Array;
  readonly dryRun: boolean;
  readonly onProgress?: ((records: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
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
 * One act, which counts whole or not at all. The records are gone through twice: once for whatever stops them, before
 * anything is written, since what was begun stays in the log for good. Throws `records.bad-input` on another form, `letters.frozen`, what
 * a kind refuses, and what stops the vault from writing.
 */
export async function importRecords(
  workspace: Workspace,
  { bytes, dryRun, onProgress, signal }: ImportRecordsOptions,
): Promise<ImportedRecords> {
  const table = parseWhole(bytes, workspace.registry);
  await workspace.settled(signal);
  const tally = newTally();
  for await (const payload of payloadsOf(table, workspace, { tally, onProgress, signal })) void payload;
  if (!dryRun && tally.created > 0) {
    const again = { tally: newTally(), onProgress, signal };
    await workspace.writeStep(payloadsOf(table, workspace, again), signal ? { signal } : {});
  }
  return { kind: table.kind.name, ...tally };
}

interface Tally {
  rows: number;
  created: number;
  known: number;
  readonly differing: DifferingField[];
}

function newTally(): Tally {
  return { rows: 0, created: 0, known: 0, differing: [] };
}

interface Going extends Pick<ImportRecordsOptions, "signal" | "onProgress"> {
  readonly tally: Tally;
}

/** Of the records that are not here yet; no more of them is held than the one that is asked for. */
async function* payloadsOf(
  { kind, rows }: WholeTable,
  workspace: Workspace,
  { tally, onProgress, signal }: Going,
): AsyncGenerator<Uint8Array> {
  for (const record of rows()) {
    signal?.throwIfAborted();
    const there = await workspace.view.read(record.id);
    tally.rows += 1;
    if (there === undefined) {
      await refuseFrozenFor(workspace.view, kind.name, record.values);
      tally.created += 1;
      yield encodeOperation(creation(kind, record, workspace));
    } else {
      const fields =
        there.kind === kind.name ? differencesOf(kind, record, valuesOf(there)) : Object.keys(record.values);
      if (fields.length === 0) tally.known += 1;
      tally.differing.push(...fields.map((field) => ({ row: record.row, record: record.id, field })));
    }
    onProgress?.(tally.rows);
  }
}

/** What was let out elsewhere stays inside here until a person of this vault lets it out. */
function creation(kind: Kind, { id, values }: WholeRecord, { registry }: Workspace): Operation {
  const staying = Object.entries(values).filter(([name]) => kind.fields[name]?.letsOut !== true);
  return create(kind, Object.fromEntries(staying), { record: id, act, isCode: registry.isCode });
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
