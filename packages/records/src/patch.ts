// The one door for what comes in: desk, command line, import. It gives changes that a kind allows.
import { encodeCanonicalText, isJsonObject, type Json, type RecordId } from "@tocsin/core";
import { RecordsError } from "./errors.ts";
import { isSetType, type Field, type Need } from "./fields.ts";
import { parseFieldValue, type CodeCheck } from "./field-values.ts";
import type { Kind, RecordOf } from "./kind.ts";
import { parseChanges, type Change, type Operation, type Patch } from "./operation.ts";

const everyCode: CodeCheck = () => true;

/**
 * A date given in another calendar sets the date that it comes to, unless the patch says that one too. Throws
 * `records.unknown-field` and what `parseFieldValue` throws, with the field in `details`.
 */
export function parsePatch(kind: Kind, value: unknown, isCode: CodeCheck = everyCode): Patch {
  const changes = Object.entries(parseChanges(value));
  const patch: Patch = Object.fromEntries(
    changes.map(([name, change]) => {
      const field = fieldOf(kind, name);
      return [name, withPlace(kind, name, () => parseFieldChange(field, change, isCode))];
    }),
  );
  return { ...convertedDates(kind, patch), ...patch };
}

function convertedDates(kind: Kind, patch: Patch): Patch {
  const converted: Record<string, Change> = {};
  for (const name of Object.keys(patch)) {
    const field = kind.fields[name];
    const change = patch[name];
    if (field?.type !== "given" || field.of === undefined || change === undefined) continue;
    const edtf = "set" in change && isJsonObject(change.set) ? change.set["edtf"] : undefined;
    if (edtf !== undefined) converted[field.of] = { set: edtf };
  }
  return converted;
}

/**
 * Whether every field that needs another one has it, once `patch` is on top of `before`; looked at where the patch
 * touches either. Throws `records.missing-field`.
 */
export function checkNeeds(kind: Kind, patch: Patch, before: Readonly<Record<string, Json>>): void {
  for (const name of Object.keys(kind.fields)) {
    const needs = kind.fields[name]?.needs;
    if (needs === undefined) continue;
    if (!Object.hasOwn(patch, name) && !Object.hasOwn(patch, needs.field)) continue;
    const value = changedTo(patch[name], before[name]);
    if (!lacksNeed(needs, value, changedTo(patch[needs.field], before[needs.field]))) continue;
    throw new RecordsError(
      "records.missing-field",
      `Cannot write ${kind.name}: "${name}" stands only with "${needs.field}"`,
      { details: { kind: kind.name, field: needs.field } },
    );
  }
}

/** Whether a value stands without the one that it needs. */
export function lacksNeed({ when }: Need, value: Json | undefined, needed: Json | undefined): boolean {
  const values = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return (
    needed === undefined &&
    values.some((each) => when === undefined || (typeof each === "string" && when.includes(each)))
  );
}

function changedTo(change: Change | undefined, before: Json | undefined): Json | undefined {
  if (change === undefined) return before;
  if ("set" in change) return change.set;
  if ("clear" in change) return undefined;
  const gone = new Set((change.remove ?? []).map(encodeCanonicalText));
  const kept = (Array.isArray(before) ? before : []).filter((each) => !gone.has(encodeCanonicalText(each)));
  const all = [...kept, ...(change.add ?? [])];
  return all.length === 0 ? undefined : all;
}

/** Values of a new record as changes. Throws `records.missing-field` where one that is required or needed is absent. */
export function patchOf(
  kind: Kind,
  values: Readonly<Record<string, unknown>>,
  isCode: CodeCheck = everyCode,
): Patch {
  for (const name of Object.keys(kind.fields))
    if (kind.fields[name]?.required && isAbsent(values[name]))
      throw new RecordsError(
        "records.missing-field",
        `Cannot create ${kind.name}: field "${name}" is required`,
        {
          details: { kind: kind.name, field: name },
        },
      );
  const patch: Record<string, Change> = {};
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (isAbsent(value)) continue;
    const field = fieldOf(kind, name);
    patch[name] = withPlace(kind, name, () => changeTo(field, value, isCode));
  }
  const whole = { ...convertedDates(kind, patch), ...patch };
  checkNeeds(kind, whole, {});
  return whole;
}

function changeTo(field: Field, value: unknown, isCode: CodeCheck): Change {
  if (!isSetType(field.type)) return { set: parseFieldValue(field, value, isCode) };
  if (!Array.isArray(value)) return refuse("a set takes a list");
  return { add: value.map((each: unknown) => parseFieldValue(field, each, isCode)) };
}

/** Throws `records.unknown-field`. */
function fieldOf(kind: Kind, name: string): Field {
  const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
  if (field !== undefined) return field;
  throw new RecordsError("records.unknown-field", `Cannot read ${kind.name}: no field "${name}"`, {
    details: { kind: kind.name, field: name },
  });
}

export interface CreateOptions {
  readonly record: RecordId;
  readonly act: string;
  readonly isCode?: CodeCheck;
}

/** The operation that begins a record. */
export function create<K extends Kind>(kind: K, values: RecordOf<K>, options: CreateOptions): Operation {
  const { record, act, isCode } = options;
  return { kind: kind.name, version: kind.version, record, act, patch: patchOf(kind, { ...values }, isCode) };
}

function isAbsent(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function parseFieldChange(field: Field, change: Change, isCode: CodeCheck): Change {
  if ("clear" in change) return isSetType(field.type) ? refuse("a set is emptied by removing") : change;
  if ("set" in change)
    return isSetType(field.type)
      ? refuse("a set takes add and remove")
      : { set: parseFieldValue(field, change.set, isCode) };
  if (!isSetType(field.type)) return refuse("only a set takes add and remove");
  const parseAll = (values: readonly Json[]): readonly Json[] =>
    values.map((value) => parseFieldValue(field, value, isCode));
  return {
    ...(change.add ? { add: parseAll(change.add) } : {}),
    ...(change.remove ? { remove: change.remove } : {}),
  };
}

function refuse(state: string): never {
  throw new RecordsError("records.bad-value", `Cannot read change: ${state}`);
}

function withPlace<T>(kind: Kind, field: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    const code = cause instanceof RecordsError ? cause.code : "records.bad-value";
    const state = cause instanceof Error ? cause.message : "bad value";
    throw new RecordsError(code, `Cannot read ${kind.name}.${field}: ${state}`, {
      cause,
      details: { kind: kind.name, field },
    });
  }
}
