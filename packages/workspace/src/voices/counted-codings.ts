// Which contribution tells of which code: by the links of codings that count, so that tens of thousands are read without opening
// one of them. What a machine suggested and nobody accepted has no such link, and what was taken away lost it. What an answer that
// was taken back tells does not count.
import type { RecordId } from "@tocsin/core";
import type { View } from "@tocsin/records";
import type { BookCode } from "./codebooks.ts";

export interface CountedCoding {
  readonly coding: RecordId;
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
  const [toCodes, toContributions] = [
    await view.leadingTo(codes.map(({ record }) => record)),
    await view.leadingTo(contributions),
  ];
  const contributionOf = new Map(
    toContributions.filter(({ kind }) => kind === "coding").map(({ from, to }) => [from, to]),
  );
  return toCodes.flatMap(({ from, to, kind }) => {
    const contribution = kind === "coding" ? contributionOf.get(from) : undefined;
    const code = roots.get(to);
    return contribution === undefined || code === undefined || takenBack.has(from)
      ? []
      : [{ coding: from, contribution, code }];
  });
}
