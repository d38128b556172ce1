// The rows that one record has in the tables, made from its state alone: before a change to take them out, after it to
// put them in.
import { isWithdrawn, rowsOf, type RecordState, type Registry, type Rows } from "@tocsin/records";
import type { SqlRow } from "./sql.ts";
import { encodeState } from "./state-text.ts";

export interface TableRows {
  readonly record: SqlRow;
  readonly cells: readonly SqlRow[];
  readonly links: readonly SqlRow[];
  /** Null where the kind is not known, or everything was taken back: then the state is kept, and nothing is shown. */
  readonly rows: Rows | null;
}

/** The mark keeps out of every list what has no rows. */
export const unknownMark = "?";

/** Longer texts are found by search, not by filters. */
const maximumCell = 200;

export function tableRowsOf(registry: Registry, n: number, state: RecordState): TableRows {
  const kind = registry.kinds.get(state.kind);
  const rows = kind && !isWithdrawn(state) ? rowsOf(kind, state) : null;
  return { record: recordRow(n, state, rows), cells: cellRows(n, rows), links: linkRows(n, rows), rows };
}

export function stateRow(n: number, state: RecordState): SqlRow {
  return [n, state.id, encodeState(state)];
}

function recordRow(n: number, state: RecordState, rows: Rows | null): SqlRow {
  const { label = "", labelLang = "und", sort = state.created.at } = rows?.record ?? {};
  const kind = rows === null ? `${unknownMark}${state.kind}` : state.kind;
  return [n, state.id, kind, label, labelLang, sort, state.created.at, state.updated.at];
}

/** Facets that are only a part of a cell, such as the country of a place, get a cell of their own to be filtered by. */
function cellRows(n: number, rows: Rows | null): readonly SqlRow[] {
  if (rows === null) return [];
  const { kind, sort } = rows.record;
  const facets = rows.tallies.map(({ facet, value }) => ({ field: facet, text: value }));
  const cells = [...rows.cells, ...facets].filter(({ text }) => text.length <= maximumCell);
  return unique(cells.map(({ field, text }): SqlRow => [field, text, kind, sort, n]));
}

function linkRows(n: number, rows: Rows | null): readonly SqlRow[] {
  return unique(
    (rows?.links ?? []).map(({ field, to, brief }): SqlRow => [to, field, n, brief.alike, brief.own]),
  );
}

function unique(rows: readonly SqlRow[]): readonly SqlRow[] {
  return [...new Map(rows.map((row) => [`${row[0]}\0${row[1]}`, row])).values()];
}
