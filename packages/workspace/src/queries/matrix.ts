// States, or companies, by commitment: what was documented and assessed. Of States out of counts that the tables keep; no
// record is read. A cell that is not there is empty: nothing was written down, which is not the same as nothing having happened.
import type { RecordId } from "@tocsin/core";
import { countingMethod, matrixRules, type CountingRule } from "@tocsin/cases";
import {
  encodeGridPlace,
  link,
  query,
  string,
  valuesOf,
  type RecordRow,
  type Registry,
  type View,
} from "@tocsin/records";
import { tiesOf } from "../matrix/company-ties.ts";
import { matrixKinds, type MatrixKind, type MatrixRows } from "../matrix/kinds.ts";
import {
  encodeUnknown,
  heldAt,
  matrixFacet,
  parseMatrixKind,
  parseRowsBy,
  unknownPlace,
  type MatrixPlace,
} from "../matrix/places.ts";
import { stringIn } from "../values.ts";
import { labelOf } from "../label-of.ts";

export interface Matrix {
  readonly by: MatrixRows;
  /** Codes of States in their order, "?" for records that name none; or ids of organisations, in the order of their names. */
  readonly rows: readonly string[];
  /** Of organisations. */
  readonly labels: Readonly<Record<string, string>>;
  /** Commitments that anything is held against, those that were asked about in most rows first. */
  readonly commitments: readonly MatrixCommitment[];
  readonly cells: readonly MatrixCell[];
  /** How many cells of the matrix hold anything at all, of how many there are. */
  readonly coverage: { readonly filled: number; readonly of: number };
  /** What stands beside the numbers. */
  readonly rules: readonly CountingRule[];
  readonly method: { readonly name: string; readonly version: number };
}

export interface MatrixCommitment {
  readonly record: RecordId;
  /** `C-SPY-1`; null for one without, or one that is not here. */
  readonly reference: string | null;
  readonly label: string;
  /** Whose promise it is, a code of `addressees`; null where nobody said. */
  readonly addressee: string | null;
}

export interface MatrixCell {
  readonly row: string;
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

const listed = 200;
const countedTo = 1_000_000;

/**
 * An incident stands in the row of the State of origin where one is named, otherwise of the country where it happened: a
 * place in a table, and no attribution.
 */
export const matrix = query(
  "matrix",
  { by: string() },
  async (view, { by: typed }, { registry }): Promise<Matrix> => {
    const by = parseRowsBy(typed);
    const { cells, rows, labels } = by === "state" ? await ofStates(view) : await ofCompanies(view, registry);
    const commitments = mostFirst(cells.map(({ commitment }) => commitment));
    return {
      by,
      rows,
      labels,
      commitments: await commitmentsOf(view, registry, commitments),
      cells,
      coverage: { filled: cells.length, of: rows.length * commitments.length },
      rules: matrixRules,
      method: { name: countingMethod.name, version: countingMethod.version },
    };
  },
);

interface Found extends Pick<Matrix, "rows" | "labels"> {
  readonly cells: readonly MatrixCell[];
}

interface Mutable extends MatrixCell {
  incidents: Record<string, number>;
  measures: number;
  proceedings: number;
  assessments: number;
}

async function ofStates(view: View): Promise<Found> {
  const cells = createCells();
  for (const kind of matrixKinds)
    for (const { to, country, apart, count } of await view.grid(kind, matrixFacet))
      cells.add({ row: country || unknownPlace, commitment: to, kind, apart: apart || unknownPlace, count });
  return { cells: cells.all(), rows: cells.rows().toSorted(), labels: {} };
}

async function ofCompanies(view: View, registry: Registry): Promise<Found> {
  const { ties, labels } = await tiesOf(view, registry);
  const cells = createCells();
  for (const { organisation, kind, apart, commitments } of ties)
    for (const commitment of commitments)
      cells.add({ row: organisation, commitment, kind, apart: apart || unknownPlace, count: 1 });
  const byName = [...labels].toSorted(([, a], [, b]) => (a < b ? -1 : 1));
  return { cells: cells.all(), rows: byName.map(([id]) => id), labels: Object.fromEntries(labels) };
}

interface Counted {
  readonly row: string;
  readonly commitment: RecordId;
  readonly kind: MatrixKind;
  readonly apart: string;
  readonly count: number;
}

/** Counts of one cell mostly come one after the other: tens of thousands are added. */
function createCells() {
  const byRow = new Map<string, Map<RecordId, Mutable>>();
  let last: Mutable | undefined;
  const cellAt = (row: string, commitment: RecordId): Mutable => {
    if (last?.row === row && last.commitment === commitment) return last;
    const own = byRow.get(row) ?? new Map<RecordId, Mutable>();
    byRow.set(row, own);
    const cell = own.get(commitment) ?? emptyCell(row, commitment);
    own.set(commitment, cell);
    return (last = cell);
  };
  return {
    add({ row, commitment, kind, apart, count }: Counted): void {
      const cell = cellAt(row, commitment);
      if (kind === "incident") cell.incidents[apart] = (cell.incidents[apart] ?? 0) + count;
      else if (kind === "measure") cell.measures += count;
      else if (kind === "proceeding") cell.proceedings += count;
      else cell.assessments += count;
    },
    rows: (): readonly string[] => [...byRow.keys()],
    all: (): readonly MatrixCell[] => [...byRow.values()].flatMap((own) => [...own.values()]),
  };
}

function emptyCell(row: string, commitment: RecordId): Mutable {
  return { row, commitment, incidents: {}, measures: 0, proceedings: 0, assessments: 0 };
}

function mostFirst(ids: readonly RecordId[]): readonly RecordId[] {
  const counts = new Map<RecordId, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].toSorted(([a, some], [b, more]) => more - some || (a < b ? -1 : 1)).map(([id]) => id);
}

async function commitmentsOf(
  view: View,
  registry: Registry,
  ids: readonly RecordId[],
): Promise<readonly MatrixCommitment[]> {
  const states = new Map((await view.glance(ids)).map((state) => [state.id, state]));
  return ids.map((record) => {
    const state = states.get(record);
    return {
      record,
      reference: state === undefined ? null : stringIn(valuesOf(state)["reference"]),
      label: state === undefined ? "" : labelOf(registry, state),
      addressee: state === undefined ? null : stringIn(valuesOf(state)["addressee"]),
    };
  });
}

/**
 * The records behind one number, as the matrix names it. `apart` is the status of incidents; without a row, or without a
 * commitment, of the whole column or row, each record once. Throws `records.bad-input`.
 */
export const matrixRecords = query(
  "matrix.records",
  {
    kind: string({ required: true }),
    by: string(),
    row: string(),
    commitment: link("commitment"),
    apart: string(),
  },
  async (
    view,
    { kind: typed, by: typedBy, row, commitment, apart },
    { registry },
  ): Promise<MatrixRecords> => {
    const [kind, by] = [parseMatrixKind(typed), parseRowsBy(typedBy)];
    // One value of the counts is looked up; several have to be looked for.
    if (by === "state" && row !== undefined && commitment !== undefined && apart !== undefined)
      return recordsOfCell(view, { kind, row, commitment, apart });
    const place: MatrixPlace = { by, row, commitment };
    const held = (await heldAt({ view, registry }, kind, place)).filter(
      (each) => apart === undefined || each.apart === apart,
    );
    return { rows: held.slice(0, listed).map((each) => each.row), total: held.length };
  },
);

interface OneCell {
  readonly kind: MatrixKind;
  readonly row: string;
  readonly commitment: RecordId;
  readonly apart: string;
}

async function recordsOfCell(view: View, { kind, row, commitment, apart }: OneCell): Promise<MatrixRecords> {
  const value = encodeGridPlace({ to: commitment, country: encodeUnknown(row), apart: encodeUnknown(apart) });
  const { rows, total = 0 } = await view.list({
    kind,
    where: [{ field: matrixFacet, value }],
    limit: listed,
    countTo: countedTo,
  });
  return { rows, total };
}
