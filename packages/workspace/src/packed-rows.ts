// Rows of a table that leaves, some at a time, held as bytes until all of them are known: where only the last row says how
// wide the table is, holding them as values would take several times as much.
import { encodeUtf8, parseUtf8 } from "@tocsin/core";
import type { Cell } from "@tocsin/publish";

export type TableCells = readonly Cell[];

export interface PackedRows {
  add(rows: readonly TableCells[]): void;
  /** As they were added, from the first. */
  pages(): Iterable<readonly TableCells[]>;
  /** One by one, from the first each time. */
  readonly rows: Iterable<TableCells>;
}

export function createPackedRows(): PackedRows {
  const packed: Uint8Array[] = [];
  function* pages(): Generator<readonly TableCells[]> {
    for (const page of packed) yield JSON.parse(parseUtf8(page)) as readonly TableCells[];
  }
  return {
    add: (rows) => void packed.push(encodeUtf8(JSON.stringify(rows))),
    pages,
    rows: {
      *[Symbol.iterator]() {
        for (const page of pages()) yield* page;
      },
    },
  };
}
