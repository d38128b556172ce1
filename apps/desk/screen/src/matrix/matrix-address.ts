// Addresses of the matrix: codes and ids alone. What has no State is written as a word, since an address takes no "?".
import type { MatrixRows } from "@tocsin/workspace";

export interface MatrixPlace {
  readonly by: MatrixRows;
  readonly row?: string;
  readonly commitment?: string;
}

const noState = "unknown";

/** `["matrix", "state", "FR", id]`; of a commitment alone `["matrix", "commitment", id]`. */
export function matrixAddress({ by, row, commitment }: MatrixPlace): readonly string[] {
  if (row === undefined && commitment === undefined) return by === "state" ? ["matrix"] : ["matrix", by];
  if (row === undefined) return ["matrix", "commitment", commitment ?? "", ...(by === "state" ? [] : [by])];
  const code = row === "?" ? noState : row;
  return ["matrix", by, code, ...(commitment === undefined ? [] : [commitment])];
}

/** What an address behind `matrix` means; null for the whole matrix. */
export function matrixPlace([first, second, third]: readonly (string | undefined)[]): MatrixPlace | null {
  if (second === undefined) return null;
  if (first === "commitment") return { by: third === "company" ? "company" : "state", commitment: second };
  const by = first === "company" ? "company" : "state";
  const row = second === noState ? "?" : second;
  return { by, row, ...(third === undefined ? {} : { commitment: third }) };
}
