// What the record of a release keeps of a matrix of codes, so that the next one can be held beside it.
import { isJsonObject, type Json, type RecordId } from "@tocsin/core";
import { valuesOf, type Release, type RecordState } from "@tocsin/records";
import { keptNumbers, encodeKept } from "../matrix/kept-numbers.ts";
import type { EarlierNumbers, ReleasedMatrix } from "../matrix/earlier.ts";
import type { CodedMatrix } from "./coded-matrix.ts";

export const codedMatrixMethod = "tocsin-coded-matrix";
export const codedMatrixVersion = 1;

export interface ReleasedCodes extends Pick<ReleasedMatrix, "version" | "threshold" | "numbers"> {
  readonly method: typeof codedMatrixMethod;
  readonly questionnaire: RecordId;
}

/** `matrix`: as it leaves. */
export function releasedCodes(
  matrix: CodedMatrix,
  { questionnaire, threshold }: Pick<ReleasedCodes, "questionnaire" | "threshold">,
): ReleasedCodes {
  const { rows, columns, groups, regions, cells } = matrix;
  const numbers: [string, number | null][] = [["*", matrix.contributors]];
  for (const { code, contributors } of [...rows, ...columns, ...groups]) numbers.push([code, contributors]);
  for (const { region, contributors } of regions) numbers.push([`* in ${region ?? ""}`, contributors]);
  for (const [y, { code: risk }] of rows.entries())
    for (const [x, { code: practice }] of columns.entries())
      numbers.push(...numbersOfCell(`${risk} ${practice}`, cells[y]?.[x], { regions, groups }));
  return {
    method: codedMatrixMethod,
    version: codedMatrixVersion,
    questionnaire,
    threshold,
    numbers: Object.fromEntries(numbers.map(([cell, count]) => [`${questionnaire} ${cell}`, count])),
  };
}

function numbersOfCell(
  name: string,
  cell: CodedMatrix["cells"][number][number] | undefined,
  { regions, groups }: Pick<CodedMatrix, "regions" | "groups">,
): readonly [string, number | null][] {
  if (cell === undefined) return [];
  const { contributors, byRegion, byGroup } = cell;
  return [
    [name, contributors],
    ...regions.map(({ region }, at): [string, number | null] => [
      `${name} in ${region ?? ""}`,
      byRegion[at] ?? null,
    ]),
    ...groups.map(({ code }, at): [string, number | null] => [`${name} of ${code}`, byGroup[at] ?? null]),
  ];
}

export function encodeReleasedCodes(released: ReleasedCodes): Pick<Release, "counts" | "countPieces"> {
  // The same shape but for its name, which `countsIn` keeps apart.
  const { counts, ...pieces } = encodeKept({ ...released, method: "tocsin-matrix", by: "code" });
  const kept = isJsonObject(counts ?? null) ? (counts as Readonly<Record<string, Json>>) : {};
  return { counts: { ...kept, method: codedMatrixMethod, questionnaire: released.questionnaire }, ...pieces };
}

/** Of one consultation, whoever they were for. */
export function earlierCodes(
  releases: readonly RecordState[],
  questionnaire: RecordId,
): readonly EarlierNumbers[] {
  return releases.flatMap((state) => {
    const values = valuesOf(state);
    const { counts } = values;
    if (!isJsonObject(counts) || counts["method"] !== codedMatrixMethod) return [];
    if (counts["questionnaire"] !== questionnaire) return [];
    // Nobody else writes the field under this name.
    const kept = counts as unknown as ReleasedCodes;
    const numbers = keptNumbers({ ...kept, method: "tocsin-matrix", by: "code" }, values);
    return [{ release: state.id, matrix: { threshold: kept.threshold, numbers } }];
  });
}
