// Tables of numbers that left, as the records of their releases keep them.
import type { ReleasedCounts } from "@tocsin/cases";
import { isJsonObject, type JsonObject } from "@tocsin/core";
import { valuesOf, type RecordState } from "@tocsin/records";
import { codedMatrixMethod } from "../voices/released-codes.ts";
import { matrixMethod, type EarlierMatrix, type ReleasedMatrix } from "./earlier.ts";
import { keptNumbers } from "./kept-numbers.ts";

interface EarlierReleases {
  readonly matrices: readonly EarlierMatrix[];
  readonly counts: readonly { readonly release: string; readonly counts: ReleasedCounts }[];
}

/** Both kinds of table that left before: the field is fixed, and nobody else writes it. */
export function countsIn(releases: readonly RecordState[]): EarlierReleases {
  const found = releases.flatMap((state) => {
    const values = valuesOf(state);
    const { counts } = values;
    return isJsonObject(counts) ? [{ release: state.id, counts, values }] : [];
  });
  const isMatrix = (counts: JsonObject): boolean => counts["method"] === matrixMethod;
  const isOfCodes = (counts: JsonObject): boolean => counts["method"] === codedMatrixMethod;
  return {
    matrices: found.flatMap(({ release, counts, values }) => {
      if (!isMatrix(counts)) return [];
      const matrix = counts as unknown as ReleasedMatrix;
      return [{ release, matrix: { ...matrix, numbers: keptNumbers(matrix, values) } }];
    }),
    counts: found.flatMap(({ release, counts }) =>
      isMatrix(counts) || isOfCodes(counts) ? [] : [{ release, counts: counts as unknown as ReleasedCounts }],
    ),
  };
}
