// The matrix laid out for one number: rows and columns in the order in which people read them, and what stands where they meet.
import { collator, type Translator } from "@tocsin/language";
import type { Matrix } from "@tocsin/workspace";
import { commitmentWords, rowWords } from "./matrix-words.ts";
import { numberIn, type ShownNumber } from "./shown-number.ts";

export interface LaidOut {
  readonly rows: readonly LaidOutRow[];
  readonly columns: readonly LaidOutColumn[];
}

export interface LaidOutRow {
  readonly row: string;
  readonly label: string;
  /** By column; null where nothing at all is recorded, 0 where something else is. */
  readonly numbers: readonly (number | null)[];
}

export interface LaidOutColumn {
  readonly commitment: string;
  readonly reference: string | null;
  readonly label: string;
}

/** Only the columns of whoever promised; rows that hold nothing there stay, since they are rows of the whole. */
export function addressedTo(matrix: Matrix, addressee: string): Matrix {
  if (addressee === "") return matrix;
  const commitments = matrix.commitments.filter((each) => each.addressee === addressee);
  const kept = new Set<string>(commitments.map(({ record }) => record));
  const cells = matrix.cells.filter(({ commitment }) => kept.has(commitment));
  const coverage = { filled: cells.length, of: matrix.rows.length * commitments.length };
  return { ...matrix, commitments, cells, coverage };
}

/** Rows by their names, who has none last; commitments by their references. */
export function laidOut(words: Translator, matrix: Matrix, shown: ShownNumber): LaidOut {
  const { compare } = collator(words.locale, { numeric: true });
  const columns = matrix.commitments
    .map(({ record, reference, label }) => ({
      commitment: record as string,
      reference,
      label: commitmentWords(words, { reference, label }),
    }))
    .toSorted((a, b) => compare(a.reference ?? a.label, b.reference ?? b.label));
  const cells = new Map(matrix.cells.map((cell) => [`${cell.row} ${cell.commitment}`, cell]));
  const rows = matrix.rows
    .map((row) => ({ row, label: rowWords(words, { by: matrix.by, row }, matrix.labels[row] ?? null) }))
    .toSorted((a, b) => Number(a.row === "?") - Number(b.row === "?") || compare(a.label, b.label));
  return {
    columns,
    rows: rows.map(({ row, label }) => ({
      row,
      label,
      numbers: columns.map(({ commitment }) => {
        const cell = cells.get(`${row} ${commitment}`);
        return cell === undefined ? null : numberIn(cell, shown);
      }),
    })),
  };
}

/** How dark a cell is drawn: 0 where something else is recorded, 1 to 4 for 1, 2 to 5, 6 to 20 and more. */
export function shadeOf(number: number): 0 | 1 | 2 | 3 | 4 {
  if (number === 0) return 0;
  if (number === 1) return 1;
  if (number <= 5) return 2;
  return number <= 20 ? 3 : 4;
}
