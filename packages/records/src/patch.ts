// The one door for what comes in: desk, command line, import. It gives changes that a kind allows.
import type { Json, RecordId } from "@tocsin/core";
import { RecordsError } from "./errors.ts";
import { isSetType, type Field } from "./fields.ts";
import { parseFieldValue, type CodeCheck } from "./field-values.ts";
import type { Kind, RecordOf } from "./kind.ts";
import { parseChanges, type Change, type Operation, type Patch } from "./operation.ts";

const everyCode: CodeCheck = () => true;

/** Throws `records.unknown-field` and what `parseFieldValue` throws, with the field in `details`. */
export function parsePatch(kind: Kind, value: unknown, isCode: CodeCheck = everyCode): Patch {
  const changes = Object.entries(parseChanges(value));
  return Object.fromEntries(
    changes.map(([name, change]) => {
      const field = kind.fields[name];
      if (!field)
        throw new RecordsError("records.unknown-field", `Cannot read ${kind.name}: no field "${name}"`, {
          details: { kind: kind.name, field: name },
        });
      return [name, withPlace(kind, name, () => parseFieldChange(field, change, isCode))];
    }),
  );
}

/** Values of a new record as changes. Throws `records.missing-field` where a required one is absent. */
export function patchOf(
  kind: Kind,
  values: Readonly<Record<string, unknown>>,
  isCode: CodeCheck = everyCode,
): Patch {
  for (const [name, field] of Object.entries(kind.fields))
    if (field.required && isAbsent(values[name]))
      throw new RecordsError(
        "records.missing-field",
        `Cannot create ${kind.name}: field "${name}" is required`,
        {
          details: { kind: kind.name, field: name },
        },
      );
  const changes = Object.entries(values)
    .filter(([, value]) => !isAbsent(value))
    .map(([name, value]) => {
      const field = kind.fields[name];
      if (!field || !isSetType(field.type)) return [name, { set: value }];
      return [
        name,
        { add: Array.isArray(value) ? value : withPlace(kind, name, () => refuse("a set takes a list")) },
      ];
    });
  return parsePatch(kind, Object.fromEntries(changes), isCode);
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
