// The record of a release: what left, for whom, and who answered for it.
import { create, releaseKind, type CodeCheck, type Operation, type Release } from "@tocsin/records";
import type { RecordId } from "@tocsin/core";

/** An operation has a limit of size; longer lists are added to in further ones of the same act. */
const idsAtOnce = 600;
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
  const ids = values.records ?? [];
  const first = create(releaseKind, { ...values, records: ids.slice(0, idsAtOnce) }, options);
  const operations: Operation[] = [first];
  for (let at = idsAtOnce; at < ids.length; at += idsAtOnce)
    operations.push({
      kind,
      version,
      record,
      act,
      patch: { records: { add: ids.slice(at, at + idsAtOnce) } },
    });
  return operations;
}

/** Names that were held back, as many as fit: {person, reason}. */
export function withheldNames<Name extends { readonly person: RecordId; readonly reason: string }>(
  names: readonly Name[],
): readonly { readonly person: RecordId; readonly reason: string }[] {
  return names.slice(0, mostWithheld).map(({ person, reason }) => ({ person, reason }));
}
