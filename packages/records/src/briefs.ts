// What the tables keep of a record beside one of its links: the few fields that its kind names there, and by what it is ordered.
// Written with the rows of the record, so that it is as new as they are.
import type { Json, RecordId } from "@tocsin/core";
import type { Field } from "./fields.ts";
import type { RecordState } from "./fold.ts";

/** One link of a record, with what stands beside it. */
export interface Brief {
  readonly to: RecordId;
  readonly id: RecordId;
  /** Those of the fields that hold something. */
  readonly values: Readonly<Record<string, Json>>;
}

/** `["kind","to","id",created,{values}]`; empty where the field keeps none. */
export function encodeBrief(
  { brief }: Field,
  to: string,
  { state, values }: { readonly state: RecordState; readonly values: Readonly<Record<string, Json>> },
): string {
  if (brief === undefined) return "";
  const kept = brief.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]]));
  return JSON.stringify([state.kind, to, state.id, state.created.at, Object.fromEntries(kept)]);
}

/** How the briefs of a kind begin. */
export function briefsOf(kind: string): string {
  return `[${JSON.stringify(kind)},`;
}

type Listed = readonly [
  kind: string,
  to: RecordId,
  id: RecordId,
  created: number,
  values: Readonly<Record<string, Json>>,
];

/** Reads a list of what `encodeBrief` wrote, parted by commas, and nothing else. Oldest first. */
export function parseBriefs(listed: string): readonly Brief[] {
  const rows = JSON.parse(`[${listed}]`) as Listed[];
  rows.sort((a, b) => a[3] - b[3] || (a[2] < b[2] ? -1 : 1));
  return rows.map(([, to, id, , values]) => ({ to, id, values }));
}
