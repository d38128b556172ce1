// How the record of a release keeps the numbers of a matrix: in one field where they fit, in pieces of it otherwise.
import { isJsonObject, type Json } from "@tocsin/core";
import type { Release } from "@tocsin/records";
import { codesIn, type Values } from "../values.ts";
import type { ReleasedMatrix } from "./earlier.ts";

/** UTF-16 units; a field of data holds somewhat more, a piece, which is a string, about 4,000. */
const wholeAtMost = 40_000;
const pieceAtMost = 4_000;

export function encodeKept(matrix: ReleasedMatrix): Pick<Release, "counts" | "countPieces"> {
  const pieces = piecesOf(matrix.numbers);
  const isWhole = pieces.length <= wholeAtMost / pieceAtMost;
  // Its type is plain data.
  const counts = (isWhole ? matrix : { ...matrix, numbers: {} }) as unknown as Json;
  return isWhole ? { counts } : { counts, countPieces: pieces };
}

/** Every key in one piece. */
function piecesOf(numbers: ReleasedMatrix["numbers"]): readonly string[] {
  const pieces: string[] = [];
  let entries: string[] = [];
  let size = 2;
  for (const [key, count] of Object.entries(numbers)) {
    const entry = `${JSON.stringify(key)}:${String(count)}`;
    if (size + entry.length > pieceAtMost && entries.length > 0) {
      pieces.push(`{${entries.join(",")}}`);
      [entries, size] = [[], 2];
    }
    entries.push(entry);
    size += entry.length + 1;
  }
  return entries.length === 0 ? pieces : [...pieces, `{${entries.join(",")}}`];
}

/** The numbers of one that `encodeKept` wrote; what is no piece is left out. */
export function keptNumbers(matrix: ReleasedMatrix, values: Values): ReleasedMatrix["numbers"] {
  const pieces = codesIn(values["countPieces"]).map(numbersIn);
  return pieces.length === 0 ? matrix.numbers : Object.assign({}, matrix.numbers, ...pieces);
}

function numbersIn(piece: string): ReleasedMatrix["numbers"] {
  const value = read(piece);
  if (!isJsonObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, count]) =>
      typeof count === "number" || count === null ? [[key, count] as const] : [],
    ),
  );
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
