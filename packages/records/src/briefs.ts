// What the tables keep of a record beside one of its links: the few fields that its kind names there, and by what it is ordered.
// Written with the rows of the record, so that it is as new as they are.
import { isId, isJsonObject, type Json, type RecordId } from "@tocsin/core";
import type { Field } from "./fields.ts";
import type { RecordState } from "./fold.ts";

/** One link of a record, with what stands beside it. */
export interface Brief {
  readonly to: RecordId;
  readonly id: RecordId;
  /** Those of the fields that hold something. */
  readonly values: Readonly<Record<string, Json>>;
}

/** `["kind","id",created,{values}]`; empty where the field keeps none. */
export function encodeBrief(
  { brief }: Field,
  { kind, id, created }: RecordState,
  values: Readonly<Record<string, Json | undefined>>,
): string {
  if (brief === undefined) return "";
  const kept = brief.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]]));
  return JSON.stringify([kind, id, created.at, Object.fromEntries(kept)]);
}

/** How the briefs of a kind begin. */
export function briefsOf(kind: string): string {
  return `[${JSON.stringify(kind)},`;
}

/** `listed`: a list of them as JSON, each with what it leads to in front. Oldest first. */
export function parseBriefs(listed: string): readonly Brief[] {
  const read: unknown = JSON.parse(listed);
  const rows = (Array.isArray(read) ? read : []).map((row) => rowIn(row as Json));
  return rows
    .flatMap((row) => row ?? [])
    .toSorted((a, b) => a.created - b.created || (a.brief.id < b.brief.id ? -1 : 1))
    .map(({ brief }) => brief);
}

function rowIn(row: Json): { readonly created: number; readonly brief: Brief } | null {
  if (!Array.isArray(row)) return null;
  const [to, , id, created, values] = row as readonly Json[];
  if (!isId(to) || !isId(id) || typeof created !== "number" || values === undefined || !isJsonObject(values))
    return null;
  return { created, brief: { to, id, values } };
}
