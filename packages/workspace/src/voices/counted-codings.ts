// Which contribution tells of which code: by the links of codings that count, so that tens of thousands are read without opening
// one of them. What a machine suggested and nobody accepted has no such link, and what was taken away lost it. What an answer that
// was taken back tells does not count.
import type { RecordId } from "@tocsin/core";
import type { View } from "@tocsin/records";
import { linkIn } from "../values.ts";
import type { BookCode } from "./codebooks.ts";

export interface CountedCoding {
  readonly contribution: RecordId;
  /** The code that it counts for now. */
  readonly code: RecordId;
}

export async function countedCodings(
  view: View,
  {
    codes,
    contributions,
    takenBack,
  }: {
    readonly codes: readonly BookCode[];
    readonly contributions: readonly RecordId[];
    /** Codings that count for nothing. */
    readonly takenBack: ReadonlySet<RecordId>;
  },
): Promise<readonly CountedCoding[]> {
  const roots = new Map(codes.map(({ record, root }) => [record, root]));
  const counting = await view.briefTargets(contributions, {
    kind: "coding",
    field: "counts",
    without: takenBack,
  });
  return counting.flatMap(({ values, to }) => {
    const given = linkIn(values["code"]);
    const code = given === null ? undefined : roots.get(given);
    return code === undefined ? [] : to.map((contribution) => ({ contribution, code }));
  });
}
