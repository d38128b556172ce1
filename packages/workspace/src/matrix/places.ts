// Where records stand in a matrix: in the row of a State, or of a company or another organisation that acts, and in the
// column of every commitment that they are held against.
import type { RecordId } from "@tocsin/core";
import {
  encodeGridPlace,
  gridFacet,
  kindOf,
  RecordsError,
  rowsOf,
  type GridPart,
  type RecordRow,
  type Registry,
  type RowHaving,
  type View,
} from "@tocsin/records";
import { tiesOf, type Tie } from "./company-ties.ts";
import { matrixKinds, matrixRows, type MatrixKind, type MatrixRows } from "./kinds.ts";

/** A cell, a whole row, or a whole column. */
export interface MatrixPlace {
  readonly by: MatrixRows;
  /** Code of a State, "?" for records that name none; or the id of an organisation. */
  readonly row?: string | undefined;
  readonly commitment?: RecordId | undefined;
}

/** A record of the matrix, once, in however many cells it stands. */
export interface HeldRecord {
  readonly row: RecordRow;
  /** Of an incident its status; "?" where nobody said. Empty for other kinds. */
  readonly apart: string;
  /** Rows and columns in which it stands. */
  readonly rows: readonly string[];
  readonly commitments: readonly RecordId[];
}

/** For records that name no country, and for incidents whose status nobody said. */
export const unknownPlace = "?";
const matrixField = "commitments";
export const matrixFacet = gridFacet(matrixField);

/** Throws `records.bad-input`. */
export function parseRowsBy(typed: string | undefined): MatrixRows {
  const by = matrixRows.find((each) => each === (typed ?? "state"));
  if (by === undefined) throw badPlace("rows are state or company");
  return by;
}

/** Throws `records.bad-input`. */
export function parseMatrixKind(typed: string): MatrixKind {
  const kind = matrixKinds.find((each) => each === typed);
  if (kind === undefined) throw badPlace("they are of another kind");
  return kind;
}

function badPlace(why: string): RecordsError {
  return new RecordsError("records.bad-input", `Cannot list records of a matrix: ${why}`);
}

/** As the tables write what nobody said. */
export function encodeUnknown(shown: string): string {
  return shown === unknownPlace ? "" : shown;
}

/** The records of a kind at a place, newest first. */
export async function heldAt(
  { view, registry }: { readonly view: View; readonly registry: Registry },
  kind: MatrixKind,
  place: MatrixPlace,
): Promise<readonly HeldRecord[]> {
  const held =
    place.by === "state"
      ? await heldByState(view, kind, place)
      : await heldByCompany(view, registry, { kind, place });
  return held.toSorted((a, b) => b.row.sort - a.row.sort || (a.row.id < b.row.id ? -1 : 1));
}

async function heldByState(view: View, kind: MatrixKind, place: MatrixPlace): Promise<readonly HeldRecord[]> {
  const cells = await view.grid(kind, matrixFacet, partOf(place));
  const byValue = new Map(cells.map((cell) => [encodeGridPlace(cell), cell]));
  const found = await view.rowsHaving(kind, matrixFacet, [...byValue.keys()]);
  return joined(
    found.flatMap(({ row, value }: RowHaving): readonly HeldRecord[] => {
      const cell = byValue.get(value);
      if (cell === undefined) return [];
      const apart = kind === "incident" ? cell.apart || unknownPlace : "";
      return [{ row, apart, rows: [cell.country || unknownPlace], commitments: [cell.to] }];
    }),
  );
}

function partOf({ row, commitment }: MatrixPlace): GridPart {
  return {
    ...(commitment === undefined ? {} : { to: commitment }),
    ...(row === undefined ? {} : { country: encodeUnknown(row) }),
  };
}

async function heldByCompany(
  view: View,
  registry: Registry,
  { kind, place }: { readonly kind: MatrixKind; readonly place: MatrixPlace },
): Promise<readonly HeldRecord[]> {
  const { ties } = await tiesOf(view, registry, place.row);
  const own = ties.filter(
    (tie) =>
      tie.kind === kind &&
      (place.row === undefined || tie.organisation === place.row) &&
      (place.commitment === undefined || tie.commitments.includes(place.commitment)),
  );
  return joined(own.map((tie) => heldOf(registry, tie, place)));
}

function heldOf(registry: Registry, tie: Tie, { commitment }: MatrixPlace): HeldRecord {
  const { record } = rowsOf(kindOf(registry, tie.kind), tie.state);
  const commitments = commitment === undefined ? tie.commitments : [commitment];
  return { row: record, apart: tie.apart, rows: [tie.organisation], commitments };
}

function joined(all: readonly HeldRecord[]): readonly HeldRecord[] {
  const found = new Map<
    RecordId,
    { row: RecordRow; apart: string; rows: string[]; commitments: RecordId[] }
  >();
  for (const { row, apart, rows, commitments } of all) {
    const known = found.get(row.id);
    if (known === undefined) {
      found.set(row.id, { row, apart, rows: [...rows], commitments: [...commitments] });
      continue;
    }
    known.rows.push(...rows.filter((each) => !known.rows.includes(each)));
    known.commitments.push(...commitments.filter((each) => !known.commitments.includes(each)));
  }
  return [...found.values()];
}
