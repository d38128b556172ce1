// Folding operations into the state of a record. Nothing is overwritten: a value goes behind only when whoever
// wrote the next one had seen it. Concurrent values all stay; sets are add-wins. Unknown kinds fold the same way.
import { encodeCanonicalText, type Json, type RecordId } from "@tocsin/core";
import type { Change, Operation } from "./operation.ts";

/** Where and by whom an operation was written. The clock is a claim and orders nothing. */
export interface Stamp {
  readonly chain: string;
  readonly sequence: number;
  readonly index: number;
  /** Depth of its commit in the graph of commits. */
  readonly depth: number;
  /** Hash of its commit, hexadecimal. */
  readonly commit: string;
  readonly device: string;
  /** Milliseconds since 1970 UTC, as the device claims. */
  readonly at: number;
}

/** A stamp with what its writer had seen: for each chain, the highest sequence (its own included). */
export interface SeenStamp extends Stamp {
  readonly seen: ReadonlyMap<string, number>;
}

export interface Head {
  /** Absent where the field was cleared. */
  readonly value?: Json;
  readonly stamp: Stamp;
}

export interface Element {
  readonly value: Json;
  /** Additions that no removal has seen, oldest first. */
  readonly stamps: readonly Stamp[];
}

interface Heads {
  /** Newest first. */
  readonly heads: readonly Head[];
}

interface Elements {
  /** By their canonical text. */
  readonly elements: Readonly<Record<string, Element>>;
}

/** Both where versions of a kind disagree on whether the field is a set: then what is newest counts. */
export type FieldState = Heads | Elements | (Heads & Elements);

export interface RecordState {
  readonly id: RecordId;
  readonly kind: string;
  readonly version: number;
  readonly created: Stamp;
  readonly updated: Stamp;
  /** How many operations made it. */
  readonly operations: number;
  /** A critical operation came from a newer version of the kind. */
  readonly critical: boolean;
  readonly fields: Readonly<Record<string, FieldState>>;
}

/** The state after one more operation; the first one begins the record. Independent of the order of concurrent ones. */
export function fold(state: RecordState | undefined, stamp: SeenStamp, operation: Operation): RecordState {
  const short = shortStamp(stamp);
  const before = state ?? beginning(operation, short);
  const isEarliest = compareStamps(short, before.created) < 0;
  const fields = { ...before.fields };
  for (const [name, change] of Object.entries(operation.patch))
    fields[name] = foldField(fields[name], stamp, change);
  return {
    ...before,
    kind: isEarliest ? operation.kind : before.kind,
    version: Math.max(before.version, operation.version),
    created: isEarliest ? short : before.created,
    updated: compareStamps(short, before.updated) > 0 ? short : before.updated,
    operations: before.operations + 1,
    critical: before.critical || operation.critical === true,
    fields,
  };
}

/** Order of operations: depth in the graph, then chain, then commit, then place in the commit. */
export function compareStamps(a: Stamp, b: Stamp): number {
  if (a.depth !== b.depth) return a.depth - b.depth;
  if (a.chain !== b.chain) return a.chain < b.chain ? -1 : 1;
  if (a.sequence !== b.sequence) return a.sequence - b.sequence;
  if (a.commit !== b.commit) return a.commit < b.commit ? -1 : 1;
  return a.index - b.index;
}

/** The values of a record by field: of a single value the newest, of a set all elements in a stable order. */
export function valuesOf(state: RecordState): Readonly<Record<string, Json>> {
  const values: Record<string, Json> = {};
  for (const [name, field] of Object.entries(state.fields)) {
    const value = valueOf(field);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

export function valueOf(field: FieldState | undefined): Json | undefined {
  if (field === undefined) return undefined;
  const head = "heads" in field ? field.heads[0] : undefined;
  const set = "elements" in field ? field.elements : {};
  const newest = Object.values(set).flatMap(({ stamps }) => stamps.slice(-1));
  if (head && newest.every((stamp) => compareStamps(stamp, head.stamp) < 0)) return head.value;
  const elements = Object.keys(set)
    .sort()
    .flatMap((key) => set[key]?.value ?? []);
  return elements.length === 0 ? undefined : elements;
}

/** Whether all that was ever written of a record was taken back: nothing of it stands, whoever wrote it. */
export function isWithdrawn({ fields }: RecordState): boolean {
  const all = Object.values(fields);
  return all.length > 0 && all.every((field) => !holdsAnything(field));
}

function holdsAnything(field: FieldState): boolean {
  if ("heads" in field && field.heads.some(({ value }) => value !== undefined)) return true;
  return "elements" in field && Object.keys(field.elements).length > 0;
}

/** Fields in which people wrote different things without having seen each other's. */
export function conflictsOf(state: RecordState): readonly string[] {
  return Object.entries(state.fields).flatMap(([name, field]) => {
    const heads = "heads" in field ? field.heads : [];
    const different = new Set(heads.map(({ value }) => value !== undefined && encodeCanonicalText(value)));
    return different.size > 1 ? [name] : [];
  });
}

function beginning(operation: Operation, stamp: Stamp): RecordState {
  const { record, kind, version } = operation;
  return {
    id: record,
    kind,
    version,
    created: stamp,
    updated: stamp,
    operations: 0,
    critical: false,
    fields: {},
  };
}

function foldField(field: FieldState | undefined, stamp: SeenStamp, change: Change): FieldState {
  if ("set" in change) return foldHead(field, stamp, { value: change.set, stamp: shortStamp(stamp) });
  if ("clear" in change) return foldHead(field, stamp, { stamp: shortStamp(stamp) });
  return foldElements(field, stamp, change);
}

function foldHead(field: FieldState | undefined, stamp: SeenStamp, head: Head): FieldState {
  const others = field && "heads" in field ? field.heads : [];
  const unseen = others.filter((other) => !hasSeen(stamp, other.stamp));
  return { ...field, heads: [...unseen, head].sort((a, b) => compareStamps(b.stamp, a.stamp)) };
}

function foldElements(
  field: FieldState | undefined,
  stamp: SeenStamp,
  change: { readonly add?: readonly Json[]; readonly remove?: readonly Json[] },
): FieldState {
  const elements: Record<string, Element> = field && "elements" in field ? { ...field.elements } : {};
  for (const value of change.remove ?? []) {
    const key = encodeCanonicalText(value);
    const stamps = elements[key]?.stamps.filter((added) => !hasSeen(stamp, added)) ?? [];
    if (stamps.length === 0) delete elements[key];
    else elements[key] = { value, stamps };
  }
  for (const value of change.add ?? []) {
    const key = encodeCanonicalText(value);
    const stamps = [...(elements[key]?.stamps ?? []), shortStamp(stamp)];
    elements[key] = { value, stamps: stamps.sort(compareStamps) };
  }
  return { ...field, elements };
}

function hasSeen(stamp: SeenStamp, other: Stamp): boolean {
  if (stamp.chain === other.chain && stamp.sequence === other.sequence) return other.index <= stamp.index;
  return (stamp.seen.get(other.chain) ?? -1) >= other.sequence;
}

function shortStamp({ chain, sequence, index, depth, commit, device, at }: Stamp): Stamp {
  return { chain, sequence, index, depth, commit, device, at };
}
