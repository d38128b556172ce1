// An operation patches one record: the unit that the vault seals. Its payload is canonical JSON.
import {
  encodeCanonical,
  isJsonObject,
  parseCanonical,
  parseId,
  type Json,
  type RecordId,
} from "@tocsin/core";
import { RecordsError } from "./errors.ts";
import { isName } from "./kind.ts";

/** What happens to one field. Sets take elements in and out; everything else is set or cleared. */
export type Change =
  | { readonly set: Json }
  | { readonly clear: true }
  | { readonly add?: readonly Json[]; readonly remove?: readonly Json[] };

export type Patch = Readonly<Record<string, Change>>;

export interface Operation {
  readonly kind: string;
  readonly version: number;
  readonly record: RecordId;
  /** The act of a person that it belongs to: the name of a command. */
  readonly act: string;
  readonly patch: Patch;
  /** A reader that does not understand every field must not publish. */
  readonly critical?: true;
}

const operationFormat = 1;

export function encodeOperation(operation: Operation): Uint8Array<ArrayBuffer> {
  const { kind, version, record, act, patch, critical } = operation;
  const body = { f: operationFormat, kind, version, record, act, patch: { ...patch } as Json };
  return encodeCanonical(critical ? { ...body, critical } : body);
}

/** Throws `records.bad-operation`, or core's errors on bytes that are not canonical. Unknown kinds and fields pass. */
export function parseOperation(bytes: Uint8Array): Operation {
  const value = parseCanonical(bytes);
  if (!isJsonObject(value) || value["f"] !== operationFormat) throw badOperation("unknown format");
  const { kind, version, record, act, patch, critical } = value;
  if (typeof kind !== "string" || typeof act !== "string" || typeof version !== "number")
    throw badOperation("no kind");
  return {
    kind,
    version,
    record: parseId(record),
    act,
    patch: parseChanges(patch),
    ...(critical === true ? { critical } : {}),
  };
}

/** The shape of changes only; `parsePatch` checks the values against a kind. */
export function parseChanges(value: unknown): Patch {
  if (!isJsonObject(value)) throw badOperation("patch is not an object");
  if (!Object.keys(value).every(isName)) throw badOperation("a field has a name that none can have");
  return Object.fromEntries(Object.entries(value).map(([name, change]) => [name, parseChange(change)]));
}

function parseChange(value: Json): Change {
  if (!isJsonObject(value)) throw badOperation("change is not an object");
  const keys = Object.keys(value);
  if (keys.length === 1 && "set" in value) return { set: value["set"] ?? null };
  if (keys.length === 1 && value["clear"] === true) return { clear: true };
  if (keys.length > 0 && keys.every((key) => key === "add" || key === "remove")) {
    const { add, remove } = value;
    return {
      ...(add === undefined ? {} : { add: listOf(add) }),
      ...(remove === undefined ? {} : { remove: listOf(remove) }),
    };
  }
  throw badOperation("change is neither set, clear, add nor remove");
}

function listOf(value: Json): readonly Json[] {
  if (!Array.isArray(value)) throw badOperation("a set takes lists");
  return value;
}

function badOperation(state: string): RecordsError {
  return new RecordsError("records.bad-operation", `Cannot read operation: ${state}`);
}
