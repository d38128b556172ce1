import { flag, query, valuesOf, type View } from "@tocsin/records";
import type { RecordId } from "@tocsin/core";
import { integerIn, linkIn, stringIn, textIn } from "../values.ts";

export interface ClearCopyFound {
  readonly record: RecordId;
  /** Name of the file or folder. */
  readonly title: string;
  /** Full path; null where a browser put it wherever that puts downloads. */
  readonly where: string | null;
  /** ISO 8601 in UTC. */
  readonly made: string | null;
  readonly by: string | null;
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly release: RecordId | null;
  /** When a person said that it was deleted. */
  readonly gone: string | null;
}

export interface ClearCopies {
  readonly rows: readonly ClearCopyFound[];
  /** There are more than these. */
  readonly more: boolean;
}

const shown = 100;

/** Readable copies that nobody said were deleted, newest first; `all`: the others too. */
export const clearCopies = query("clear.copies", { all: flag() }, (view, { all }) =>
  clearCopiesOf(view, { all: all === true, limit: shown }),
);

export async function clearCopiesOf(
  view: View,
  { all, limit }: { readonly all: boolean; readonly limit: number },
): Promise<ClearCopies> {
  const where = all ? [] : [{ field: "lies", value: "yes" }];
  const { rows, next } = await view.list({ kind: "clearCopy", where, limit });
  const states = await Promise.all(rows.map(({ id }) => view.read(id)));
  const found = states.flatMap((state): readonly ClearCopyFound[] => {
    if (state === undefined) return [];
    const values = valuesOf(state);
    return [
      {
        record: state.id,
        title: stringIn(values["title"]) ?? "",
        where: stringIn(values["where"]),
        made: stringIn(values["made"]),
        by: textIn(values["by"])?.text ?? null,
        sha256: stringIn(values["sha256"]),
        bytes: integerIn(values["bytes"]),
        release: linkIn(values["release"]),
        gone: stringIn(values["gone"]),
      },
    ];
  });
  return { rows: found, more: next !== null };
}
