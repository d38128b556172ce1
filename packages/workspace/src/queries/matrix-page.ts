// The page of a State, of a company, of a commitment, or of one cell: what the matrix counts there, whom it struck, when,
// what it rests on, and what was assessed. Victims are counted here, when it is opened, and not kept counted by cell.
import { countingRules, matrixRules, victimsIn, type CountingRule, type VictimCount } from "@tocsin/cases";
import { isId } from "@tocsin/core";
import { link, query, RecordsError, string, valuesOf, type Registry, type View } from "@tocsin/records";
import { glancing } from "../glancing.ts";
import { labelOf } from "../label-of.ts";
import type { MatrixRows } from "../matrix/kinds.ts";
import {
  adoptedOn,
  assessmentsOf,
  momentsOf,
  quartersOf,
  restsOn,
  type MatrixAssessment,
  type MatrixClock,
  type QuarterCount,
  type RestsOn,
} from "../matrix/page-parts.ts";
import { heldAt, parseRowsBy, type HeldRecord, type MatrixPlace } from "../matrix/places.ts";
import { stringIn } from "../values.ts";
import { commitmentRow, type CommitmentRow } from "./case-page.ts";

export interface MatrixPage {
  readonly by: MatrixRows;
  readonly row: string | null;
  /** Name of an organisation; null for a State. */
  readonly rowLabel: string | null;
  readonly commitment: CommitmentRow | null;
  /** Each incident once, by status; "?" where nobody said. */
  readonly incidents: Readonly<Record<string, number>>;
  readonly measures: number;
  readonly proceedings: number;
  readonly victims: readonly VictimCount[];
  /** Newest first; the first two hundred. */
  readonly assessments: readonly MatrixAssessment[];
  /** How many there are. */
  readonly assessed: number;
  readonly quarters: Readonly<Record<MatrixClock, readonly QuarterCount[]>>;
  /** The day between before and after, as an ISO date. */
  readonly day: string;
  readonly restsOn: RestsOn;
  /** Cells of the row, of the column: the other side of each, with what it holds. Empty for one cell. */
  readonly parts: readonly MatrixPart[];
  readonly rules: readonly CountingRule[];
  readonly countingRules: readonly CountingRule[];
}

export interface MatrixPart {
  /** Code of a State, or id of an organisation or a commitment. */
  readonly of: string;
  readonly label: string | null;
  readonly reference: string | null;
  /** Of a commitment whose promise it is, a code of `addressees`. */
  readonly addressee: string | null;
  readonly incidents: Readonly<Record<string, number>>;
  readonly measures: number;
  readonly proceedings: number;
  readonly assessments: number;
}

const assessmentsShown = 200;

/** Throws `records.bad-input` without a row and a commitment. */
export const matrixPage = query(
  "matrix.page",
  { by: string(), row: string(), commitment: link("commitment") },
  async (view, { by: typed, row, commitment }, { registry }): Promise<MatrixPage> => {
    if (row === undefined && commitment === undefined)
      throw new RecordsError(
        "records.bad-input",
        "Cannot open a page of the matrix: no row and no commitment",
      );
    const place: MatrixPlace = { by: parseRowsBy(typed), row, commitment };
    const glance = glancing(view);
    const within = { view, registry };
    const [incidents, measures, proceedings, assessments] = [
      await heldAt(within, "incident", place),
      await heldAt(within, "measure", place),
      await heldAt(within, "proceeding", place),
      await heldAt(within, "assessment", place),
    ];
    const ids = incidents.map((each) => each.row.id);
    const [lines, states] = [await view.linesOf(ids), await view.glance(ids)];
    const moments = await momentsOf(view, { held: incidents, states, lines });
    return {
      ...(await faceOf(within, place)),
      incidents: byStatus(incidents),
      measures: measures.length,
      proceedings: proceedings.length,
      victims: victimsIn(lines),
      assessments: await assessmentsOf(glance, assessments.slice(0, assessmentsShown)),
      assessed: assessments.length,
      quarters: {
        happened: quartersOf(incidents, moments.happened),
        known: quartersOf(incidents, moments.known),
        written: quartersOf(incidents, moments.written),
      },
      day: adoptedOn,
      restsOn: restsOn(states),
      parts: await partsOf(within, place, { incidents, measures, proceedings, assessments }),
      rules: matrixRules,
      countingRules,
    };
  },
);

interface Within {
  readonly view: View;
  readonly registry: Registry;
}

async function faceOf(
  { view, registry }: Within,
  { by, row, commitment }: MatrixPlace,
): Promise<Pick<MatrixPage, "by" | "row" | "rowLabel" | "commitment">> {
  const [state] = commitment === undefined ? [] : await view.glance([commitment]);
  return {
    by,
    row: row ?? null,
    rowLabel:
      by === "company" && row !== undefined
        ? ((await nameOf(view, registry, [row])).get(row)?.label ?? "")
        : null,
    commitment: state === undefined ? null : commitmentRow(registry, state),
  };
}

function byStatus(held: readonly HeldRecord[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { apart } of held) counts[apart] = (counts[apart] ?? 0) + 1;
  return counts;
}

interface AllHeld {
  readonly incidents: readonly HeldRecord[];
  readonly measures: readonly HeldRecord[];
  readonly proceedings: readonly HeldRecord[];
  readonly assessments: readonly HeldRecord[];
}

/** Of a row its commitments, of a column its rows, those with most kinds of things first. */
async function partsOf(
  { view, registry }: Within,
  { by, row, commitment }: MatrixPlace,
  all: AllHeld,
): Promise<readonly MatrixPart[]> {
  if (row !== undefined && commitment !== undefined) return [];
  const keysOf = (each: HeldRecord): readonly string[] => (row === undefined ? each.rows : each.commitments);
  const having = (list: readonly HeldRecord[], key: string): readonly HeldRecord[] =>
    list.filter((each) => keysOf(each).includes(key));
  const keys = [
    ...new Set(
      Object.values<readonly HeldRecord[]>({ ...all })
        .flat()
        .flatMap(keysOf),
    ),
  ];
  const isNamed = row !== undefined || by === "company";
  const names = isNamed ? await nameOf(view, registry, keys) : new Map<string, Named>();
  const parts = keys.map((of): MatrixPart => ({
    of,
    label: names.get(of)?.label ?? null,
    reference: names.get(of)?.reference ?? null,
    addressee: names.get(of)?.addressee ?? null,
    incidents: byStatus(having(all.incidents, of)),
    measures: having(all.measures, of).length,
    proceedings: having(all.proceedings, of).length,
    assessments: having(all.assessments, of).length,
  }));
  return parts.toSorted((a, b) => ((a.reference ?? a.of) < (b.reference ?? b.of) ? -1 : 1));
}

interface Named {
  readonly label: string;
  readonly reference: string | null;
  readonly addressee: string | null;
}

async function nameOf(
  view: View,
  registry: Registry,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Named>> {
  const states = await view.glance(keys.filter(isId));
  return new Map(
    states.map((state) => {
      const { reference, addressee } = valuesOf(state);
      const said = { reference: stringIn(reference), addressee: stringIn(addressee) };
      return [state.id, { label: labelOf(registry, state), ...said }] as const;
    }),
  );
}
