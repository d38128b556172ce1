// States by commitment: what was documented and assessed, out of counts that the tables keep; no record is read. A cell that
// is not there is empty: nothing was written down, which is not the same as nothing having happened.
import {
  encodeGridPlace,
  gridFacet,
  kindOf,
  parseGridPlace,
  query,
  RecordsError,
  link,
  string,
  type GridPlace,
  type RecordRow,
  type View,
} from "@tocsin/records";
import type { RecordId } from "@tocsin/core";

/** What is counted: an incident apart by how sure we are of it, which is never added up. */
export const matrixKinds = ["incident", "measure", "proceeding", "assessment"] as const;
export type MatrixKind = (typeof matrixKinds)[number];

export interface Matrix {
  /** In the order of their codes; "?" for records that name no country. */
  readonly states: readonly string[];
  /** Commitments that anything is held against, those that were asked about in most States first. */
  readonly commitments: readonly RecordId[];
  readonly cells: readonly MatrixCell[];
  /** How many cells of the matrix hold anything at all, of how many there are. */
  readonly coverage: { readonly filled: number; readonly of: number };
}

export interface MatrixCell {
  readonly state: string;
  readonly commitment: RecordId;
  /** By verification status; "?" where nobody said. */
  readonly incidents: Readonly<Record<string, number>>;
  readonly measures: number;
  readonly proceedings: number;
  readonly assessments: number;
}

export interface MatrixRecords {
  /** Newest first. */
  readonly rows: readonly RecordRow[];
  readonly total: number;
}

/** For records that name no country, and for incidents whose status nobody said. */
const unknown = "?";
const field = "commitments";
const listed = 200;
const countedTo = 1_000_000;

/**
 * An incident stands in the row of the State of origin where one is named, otherwise of the country where it happened: a
 * place in a table, and no attribution.
 */
export const matrix = query("matrix", {}, async (view): Promise<Matrix> => {
  const cells = new Map<string, Mutable>();
  for (const kind of matrixKinds) await addKind(view, kind, cells);
  const all = [...cells.values()];
  const states = [...new Set(all.map(({ state }) => state))].toSorted();
  const commitments = mostFirst(all.map(({ commitment }) => commitment));
  return {
    states,
    commitments,
    cells: all,
    coverage: { filled: all.length, of: states.length * commitments.length },
  };
});

interface Mutable extends MatrixCell {
  incidents: Record<string, number>;
  measures: number;
  proceedings: number;
  assessments: number;
}

async function addKind(view: View, kind: MatrixKind, cells: Map<string, Mutable>): Promise<void> {
  for (const [value, count] of await view.tally(kind, gridFacet(field))) {
    // Statuses of one cell share everything before the last tab: tens of thousands of values are read.
    const at = value.lastIndexOf("\t");
    const key = value.slice(0, at);
    const apart = value.slice(at + 1) || unknown;
    let cell = cells.get(key);
    if (cell === undefined) cells.set(key, (cell = emptyCell(placeOf(value))));
    if (kind === "incident") cell.incidents[apart] = (cell.incidents[apart] ?? 0) + count;
    else if (kind === "measure") cell.measures += count;
    else if (kind === "proceeding") cell.proceedings += count;
    else cell.assessments += count;
  }
}

function placeOf(value: string): Pick<GridPlace, "country" | "to"> {
  const { to, country } = parseGridPlace(value);
  return { to, country: country || unknown };
}

function emptyCell({ country, to }: Pick<GridPlace, "country" | "to">): Mutable {
  return { state: country, commitment: to, incidents: {}, measures: 0, proceedings: 0, assessments: 0 };
}

function mostFirst(ids: readonly RecordId[]): readonly RecordId[] {
  const counts = new Map<RecordId, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].toSorted(([a, some], [b, more]) => more - some || (a < b ? -1 : 1)).map(([id]) => id);
}

/** The records behind one number, as the matrix names it. `apart` is the status of incidents. Throws `records.bad-input` for another kind. */
export const matrixRecords = query(
  "matrix.records",
  {
    kind: string({ required: true }),
    commitment: link("commitment", { required: true }),
    state: string({ required: true }),
    apart: string(),
  },
  async (view, { kind, commitment, state, apart }, { registry }): Promise<MatrixRecords> => {
    if (!matrixKinds.some((each) => each === kind))
      throw new RecordsError(
        "records.bad-input",
        "Cannot list records of a matrix: they are of another kind",
      );
    const facet = gridFacet(field);
    const asked = { to: commitment, country: meant(state), apart: meant(apart ?? unknown) };
    // One value is looked up; all of a cell have to be looked for among the counts.
    const values =
      apart === undefined
        ? await valuesIn(view, kindOf(registry, kind).name, asked)
        : [encodeGridPlace(asked)];
    const pages = await Promise.all(
      values.map((value) =>
        view.list({ kind, where: [{ field: facet, value }], limit: listed, countTo: countedTo }),
      ),
    );
    return {
      rows: pages
        .flatMap(({ rows }) => rows)
        .toSorted((a, b) => b.sort - a.sort)
        .slice(0, listed),
      total: pages.reduce((sum, { total = 0 }) => sum + total, 0),
    };
  },
);

/** As the tables write what nobody said. */
function meant(shown: string): string {
  return shown === unknown ? "" : shown;
}

async function valuesIn(
  view: View,
  kind: string,
  { to, country }: Pick<GridPlace, "to" | "country">,
): Promise<readonly string[]> {
  const all = await view.tally(kind, gridFacet(field));
  return [...all.keys()].filter((value) => {
    const place = parseGridPlace(value);
    return place.to === to && place.country === country;
  });
}
