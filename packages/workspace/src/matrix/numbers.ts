// The numbers of a matrix, or of a row, a column or a cell of it, each with the records that it counts: for what leaves.
import { victimLines, victimsIn, type Audience } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import type { CountLine, Registry, View } from "@tocsin/records";
import { matrixKinds, type MatrixKind } from "./kinds.ts";
import { heldAt, type HeldRecord, type MatrixPlace } from "./places.ts";

/** `people` and the other units are victims; never added up with each other. */
export type MatrixCounted =
  | "incidents"
  | "measures"
  | "proceedings"
  | "assessments"
  | "people"
  | "organisations"
  | "groups"
  | "unnamed";

export interface MatrixNumber {
  readonly row: string;
  readonly commitment: RecordId;
  readonly counted: MatrixCounted;
  /** Of incidents and victims; empty for other numbers. */
  readonly status: string;
  /** Of victims: a letter of the indicator, or why they count in none. */
  readonly category: string;
  readonly count: number;
  /** What it counts; of victims the incidents in which they were struck. */
  readonly records: readonly RecordId[];
}

/** A number as it leaves: null where it is hidden, and then with nothing behind it. */
export interface ShownNumber extends Omit<MatrixNumber, "count"> {
  readonly count: number | null;
}

const countedOf: Readonly<Record<MatrixKind, MatrixCounted>> = {
  incident: "incidents",
  measure: "measures",
  proceeding: "proceedings",
  assessment: "assessments",
};

/** In the order of rows and commitments. */
export async function numbersAt(
  within: { readonly view: View; readonly registry: Registry },
  place: MatrixPlace,
): Promise<readonly MatrixNumber[]> {
  const cells = new Map<string, Cell>();
  for (const kind of matrixKinds)
    for (const held of await heldAt(within, kind, place)) addTo(cells, kind, held);
  const all = [...cells.values()].toSorted((a, b) =>
    a.row === b.row ? compare(a.commitment, b.commitment) : compare(a.row, b.row),
  );
  const lines = await linesByEvent(within.view, all);
  return all.flatMap((cell) => [...countedIn(cell), ...victimsOf(cell, lines)]);
}

interface Cell {
  readonly row: string;
  readonly commitment: RecordId;
  readonly held: ReadonlyMap<MatrixKind, HeldRecord[]>;
}

function addTo(cells: Map<string, Cell>, kind: MatrixKind, held: HeldRecord): void {
  for (const row of held.rows)
    for (const commitment of held.commitments) {
      const key = `${row} ${commitment}`;
      const cell = cells.get(key) ?? {
        row,
        commitment,
        held: new Map(matrixKinds.map((each) => [each, []])),
      };
      cell.held.get(kind)?.push(held);
      cells.set(key, cell);
    }
}

function countedIn({ row, commitment, held }: Cell): readonly MatrixNumber[] {
  return matrixKinds.flatMap((kind) => {
    const byStatus = new Map<string, RecordId[]>();
    for (const each of held.get(kind) ?? [])
      byStatus.set(each.apart, [...(byStatus.get(each.apart) ?? []), each.row.id]);
    return [...byStatus]
      .toSorted(([a], [b]) => compare(a, b))
      .map(([status, records]) => ({
        row,
        commitment,
        counted: countedOf[kind],
        status,
        category: "",
        count: records.length,
        records,
      }));
  });
}

type Lines = ReadonlyMap<string, readonly CountLine[]>;

async function linesByEvent(view: View, cells: readonly Cell[]): Promise<Lines> {
  const events = new Set(cells.flatMap(({ held }) => (held.get("incident") ?? []).map(({ row }) => row.id)));
  const found = new Map<string, CountLine[]>();
  for (const line of await view.linesOf([...events])) {
    const own = found.get(line.event);
    if (own === undefined) found.set(line.event, [line]);
    else own.push(line);
  }
  return found;
}

function victimsOf({ row, commitment, held }: Cell, all: Lines): readonly MatrixNumber[] {
  const lines = (held.get("incident") ?? []).flatMap((each) => all.get(each.row.id) ?? []);
  return victimsIn(lines).map(({ status, category, unit, count }) => ({
    row,
    commitment,
    counted: unit,
    status,
    category,
    count,
    records: [...new Set(victimLines(lines, { status, category, unit }).map(({ event }) => event))],
  }));
}

/** What States and companies do is nobody's secret; how many were struck, or stand before a court, can tell who. */
const open: ReadonlySet<MatrixCounted> = new Set<MatrixCounted>(["measures", "assessments"]);

export interface HidingNumbers {
  readonly audience: Audience;
  readonly threshold: number;
  /** Records that left for this audience before: only those are named outside. */
  readonly released: ReadonlySet<RecordId>;
}

/** No totals are shown, so that a hidden number cannot be worked out from those beside it. */
export function hideNumbers(
  numbers: readonly MatrixNumber[],
  { audience, threshold, released }: HidingNumbers,
): readonly ShownNumber[] {
  return numbers.map((number) => {
    const isHidden = number.count < threshold && !open.has(number.counted);
    if (isHidden) return { ...number, count: null, records: [] };
    if (audience === "internal") return number;
    return { ...number, records: number.records.filter((id) => released.has(id)) };
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a === b ? 0 : 1;
}
