// Moving through a grid with the keys that ARIA's pattern of a grid asks for: one cell of it is in the order of Tab at a time.

/** Row and column, both from 0; headings are cells of it too. */
export interface GridSpot {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export interface GridKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  /** In a script that is written from right to left the arrows to the sides mean the other way. */
  readonly isRtl: boolean;
}

const page = 10;

/** Where the key leads; null for a key that is none of the grid's. */
export function spotAfter(from: GridSpot, { rows, columns }: GridSize, pressed: GridKey): GridSpot | null {
  const { key, ctrlKey, isRtl } = pressed;
  const [forward, back] = isRtl ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  const to = (row: number, column: number): GridSpot => ({
    row: Math.min(Math.max(row, 0), rows - 1),
    column: Math.min(Math.max(column, 0), columns - 1),
  });
  if (key === forward) return to(from.row, from.column + 1);
  if (key === back) return to(from.row, from.column - 1);
  if (key === "ArrowDown") return to(from.row + 1, from.column);
  if (key === "ArrowUp") return to(from.row - 1, from.column);
  if (key === "PageDown") return to(from.row + page, from.column);
  if (key === "PageUp") return to(from.row - page, from.column);
  if (key === "Home") return to(ctrlKey ? 0 : from.row, 0);
  if (key === "End") return to(ctrlKey ? rows - 1 : from.row, columns - 1);
  return null;
}
