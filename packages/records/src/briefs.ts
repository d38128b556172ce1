// What the tables keep of a record beside one of its links, in two texts. What many records say alike is one text for all of them,
// by which they are counted; what is a record's own stands apart. Written with the rows of the record, so that it is as new as they are.
import type { Json, RecordId } from "@tocsin/core";
import type { Field } from "./fields.ts";
import type { RecordState } from "./fold.ts";

export interface BriefText {
  /** `["kind",{values}]` */
  readonly alike: string;
  /** `["id",created,value…]` */
  readonly own: string;
}

/** One link: whence, when that record was made (milliseconds since 1970), and its own fields in their order, null where one is empty. */
export type Brief = readonly [id: RecordId, created: number, ...own: readonly (Json | undefined)[]];

/** Links of which the fields that are told alike hold the same. */
export interface BriefCount {
  /** Those of the fields that hold something. */
  readonly values: Readonly<Record<string, Json>>;
  readonly count: number;
}

export interface BriefGroup extends BriefCount {
  /** Reads them at each call; in no order. */
  readonly each: () => readonly Brief[];
}

export interface BriefTargets extends BriefCount {
  /** What these links lead to, one for each; in no order. */
  readonly to: readonly RecordId[];
}

interface OfRecord {
  readonly state: RecordState;
  readonly values: Readonly<Record<string, Json>>;
}

/** Two empty texts where the field keeps none. */
export function encodeBrief({ brief }: Field, { state, values }: OfRecord): BriefText {
  if (brief === undefined) return { alike: "", own: "" };
  const alike = brief.alike.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]]));
  const own = brief.own.map((name) => values[name] ?? null);
  return {
    alike: JSON.stringify([state.kind, Object.fromEntries(alike)]),
    own: JSON.stringify([state.id, state.created.at, ...own]),
  };
}

/** How what a kind tells alike begins. */
export function briefsOf(kind: string): string {
  return `[${JSON.stringify(kind)},`;
}

/** Reads what `encodeBrief` wrote, and nothing else. */
export function parseBriefCount(alike: string, count: number): BriefCount {
  const [, values] = JSON.parse(alike) as [kind: string, values: Readonly<Record<string, Json>>];
  return { values, count };
}

/** `own`: texts that `encodeBrief` wrote, parted by commas. */
export function parseBriefGroup(alike: string, { count, own }: { count: number; own: string }): BriefGroup {
  return { ...parseBriefCount(alike, count), each: () => JSON.parse(`[${own}]`) as Brief[] };
}

/** The oldest record first. */
export function compareBriefs(one: Brief, other: Brief): number {
  return one[1] - other[1] || (one[0] < other[0] ? -1 : 1);
}

/** Each with what it tells alike with others, the oldest record first. */
export function briefsInOrder(
  groups: readonly BriefGroup[],
): readonly { readonly brief: Brief; readonly values: BriefCount["values"] }[] {
  return groups
    .flatMap(({ values, each }) => each().map((brief) => ({ brief, values })))
    .sort((a, b) => compareBriefs(a.brief, b.brief));
}
