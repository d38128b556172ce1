// What a matrix and earlier releases tell together: a number that moved a little, one that one hides and the other shows, a
// cell that is nearly the whole of an earlier count.
import { claimsOf, type Claim, type Notice, type ReleasedCounts } from "@tocsin/cases";
import type { ShownNumber } from "./numbers.ts";

/** What stands in the record of a release: numbers by what is counted, null where one is hidden. */
export interface ReleasedMatrix {
  readonly method: typeof matrixMethod;
  readonly version: number;
  readonly by: string;
  readonly threshold: number;
  readonly numbers: Readonly<Record<string, number | null>>;
}

export const matrixMethod = "tocsin-matrix";
export const matrixVersion = 1;

export interface EarlierMatrix {
  readonly release: string;
  readonly matrix: ReleasedMatrix;
}

/** Numbers by what each of them counts, however they were made. */
export type KeptNumbers = Pick<ReleasedMatrix, "threshold" | "numbers">;

export interface EarlierNumbers {
  readonly release: string;
  readonly matrix: KeptNumbers;
}

export function keyOfNumber({ row, commitment, counted, status, category }: ShownNumber): string {
  return [row, commitment, counted, status, category].join(" ").trimEnd();
}

export function noticeMoved(fresh: KeptNumbers, earlier: readonly EarlierNumbers[]): readonly Notice[] {
  return earlier.flatMap(({ release, matrix }) => {
    const threshold = Math.max(fresh.threshold, matrix.threshold);
    return Object.entries(fresh.numbers).flatMap(([cell, value]): readonly Notice[] => {
      const before = matrix.numbers[cell];
      if (before === undefined || before === value) return [];
      if (before === null || value === null) return [{ kind: "shown", release, cell }];
      const count = Math.abs(value - before);
      return count < threshold ? [{ kind: "moved", release, cell, count }] : [];
    });
  });
}

/** `counts` of a release beside numbers of a matrix, whichever of both is the earlier one. */
export function noticeBeside(
  matrix: ReleasedMatrix,
  { release, counts }: { readonly release: string; readonly counts: ReleasedCounts },
): readonly Notice[] {
  const claims = claimsOf(counts);
  const threshold = Math.max(matrix.threshold, counts.threshold);
  return Object.entries(matrix.numbers).flatMap(([cell, value]) =>
    value === null
      ? []
      : wholesOf(cell).flatMap((key): readonly Notice[] => {
          const count = differenceOf(claims.get(key), value);
          return count === null || count <= 0 || count >= threshold
            ? []
            : [{ kind: "remainder", release, cell: `${key} − ${cell}`, count }];
        }),
  );
}

function differenceOf(claim: Claim | undefined, value: number): number | null {
  const whole = claim?.value ?? null;
  return whole === null ? null : whole - value;
}

/** Keys of counts, as `claimsOf` makes them, that a cell of the matrix is a part of. */
function wholesOf(cell: string): readonly string[] {
  const [row = "", , counted = "", status = "", category = ""] = cell.split(" ");
  if (status === "") return [];
  const scopes = category === "" ? ["all"] : ["indicator", "all"];
  const values = ["", ` country=${row}`, ...(category === "" ? [] : [` category=${category}`])];
  return scopes.flatMap((scope) => values.map((value) => `${counted} ${scope} ${status} *${value}`));
}
