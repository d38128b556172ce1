// Reads fields of untrusted JSON: whatever is not what it should be becomes a note and a null, never an error.
import { isJsonObject, type JsonObject } from "@tocsin/core";
import { maximumEntries, maximumNotes } from "./limits.ts";

export type FieldProblem = "wrong-type" | "bad-base64" | "cut-off" | "bad-time";

/** A field that was not what the format says. The path names no index: `test_keys.queries[].failure`. */
export interface FieldNote {
  readonly path: string;
  readonly problem: FieldProblem;
}

export interface FieldNotes {
  add(path: string, problem: FieldProblem): void;
  /** Distinct notes in the order in which they came, at most `maximumNotes`. */
  list(): readonly FieldNote[];
}

export function createFieldNotes(): FieldNotes {
  const kept = new Map<string, FieldNote>();
  return {
    add(path, problem) {
      const key = `${path} ${problem}`;
      if (kept.size < maximumNotes && !kept.has(key)) kept.set(key, { path, problem });
    },
    list: () => [...kept.values()],
  };
}

/** Missing and null are both absent; only a wrong type is noted. */
export function readObject(value: unknown, path: string, notes: FieldNotes): JsonObject | null {
  if (value === undefined || value === null) return null;
  if (isJsonObject(value)) return value;
  notes.add(path, "wrong-type");
  return null;
}

export function readList(value: unknown, path: string, notes: FieldNotes): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    notes.add(path, "wrong-type");
    return [];
  }
  if (value.length <= maximumEntries) return value;
  notes.add(path, "cut-off");
  return value.slice(0, maximumEntries);
}

/** The objects of a list; other entries are noted and left out. */
export function readObjects(value: unknown, path: string, notes: FieldNotes): readonly JsonObject[] {
  const objects: JsonObject[] = [];
  for (const item of readList(value, path, notes)) {
    if (isJsonObject(item)) objects.push(item);
    else notes.add(`${path}[]`, "wrong-type");
  }
  return objects;
}

export function readString(value: unknown, path: string, notes: FieldNotes): string | null {
  if (typeof value === "string") return value;
  if (value !== undefined && value !== null) notes.add(path, "wrong-type");
  return null;
}

/** Some exporters write numbers as strings: those are noted, and read. */
export function readNumber(value: unknown, path: string, notes: FieldNotes): number | null {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (value !== undefined && value !== null) notes.add(path, "wrong-type");
  return typeof value === "string" && /^-?\d{1,15}$/.test(value) ? Number(value) : null;
}

export function readBoolean(value: unknown, path: string, notes: FieldNotes): boolean | null {
  if (typeof value === "boolean") return value;
  if (value !== undefined && value !== null) notes.add(path, "wrong-type");
  return null;
}

/** What `readFailure` gives for a failure that is no text: the step did not succeed, and nothing tells how. */
export const unreadableFailure = "unreadable_failure";

/**
 * A failure of df-007: null means success. Old probes wrote `false` for success; `true` or any other
 * type cannot be a success and is read as `unreadableFailure`.
 */
export function readFailure(value: unknown, path: string, notes: FieldNotes): string | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "string") return value;
  notes.add(path, "wrong-type");
  return value === false ? null : unreadableFailure;
}
