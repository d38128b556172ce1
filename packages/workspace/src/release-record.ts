// The record of a release: what left, for whom, and who answered for it.
import { create, releaseKind, type CodeCheck, type Operation, type Release } from "@tocsin/records";
import type { RecordId } from "@tocsin/core";

/** An operation has a limit of size; longer lists are added to in further ones of the same act, so many at once. */
const atOnce = { records: 600, countPieces: 12, contents: 12 } as const;
/** So many withheld names a release keeps at most; one that keeps as many may have had more. */
export const mostWithheld = 400;

export interface ReleaseOptions {
  readonly record: RecordId;
  readonly act: string;
  readonly isCode: CodeCheck;
}

export function releaseOperations(values: Release, options: ReleaseOptions): readonly Operation[] {
  const { record, act } = options;
  const { name: kind, version } = releaseKind;
  const { records = [], countPieces = [], contents = [], ...rest } = values;
  const further = [
    ...slices(records.slice(atOnce.records), atOnce.records).map((add) => ({ records: { add } })),
    ...slices(countPieces, atOnce.countPieces).map((add) => ({ countPieces: { add } })),
    ...slices(contents, atOnce.contents).map((add) => ({ contents: { add } })),
  ];
  return [
    create(releaseKind, { ...rest, records: records.slice(0, atOnce.records) }, options),
    ...further.map((patch) => ({ kind, version, record, act, patch })),
  ];
}

function slices<Element>(list: readonly Element[], size: number): readonly (readonly Element[])[] {
  const count = Math.ceil(list.length / size);
  return Array.from({ length: count }, (_, at) => list.slice(at * size, (at + 1) * size));
}

/** Names that were held back, as many as fit: {person, reason}. */
export function withheldNames<Name extends { readonly person: RecordId; readonly reason: string }>(
  names: readonly Name[],
): readonly { readonly person: RecordId; readonly reason: string }[] {
  return names.slice(0, mostWithheld).map(({ person, reason }) => ({ person, reason }));
}
