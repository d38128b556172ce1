// How the record of a release keeps the numbers of a matrix: in one field where they fit, in pieces of it otherwise.
import type { Json } from "@tocsin/core";
import type { Release } from "@tocsin/records";
import { fromPieces, inPieces, pieceAtMost } from "../pieces.ts";
import { codesIn, type Values } from "../values.ts";
import type { ReleasedMatrix } from "./earlier.ts";

/** UTF-16 units; a field of data holds somewhat more. */
const wholeAtMost = 40_000;

export function encodeKept(matrix: ReleasedMatrix): Pick<Release, "counts" | "countPieces"> {
  const pieces = inPieces(matrix.numbers);
  const isWhole = pieces.length <= wholeAtMost / pieceAtMost;
  // Its type is plain data.
  const counts = (isWhole ? matrix : { ...matrix, numbers: {} }) as unknown as Json;
  return isWhole ? { counts } : { counts, countPieces: pieces };
}

/** The numbers of one that `encodeKept` wrote; what is no piece is left out. */
export function keptNumbers(matrix: ReleasedMatrix, values: Values): ReleasedMatrix["numbers"] {
  const pieces = codesIn(values["countPieces"]);
  if (pieces.length === 0) return matrix.numbers;
  const numbers = [...fromPieces(pieces)].flatMap(([key, count]) =>
    typeof count === "number" || count === null ? [[key, count] as const] : [],
  );
  return { ...matrix.numbers, ...Object.fromEntries(numbers) };
}
