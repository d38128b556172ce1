// A table of one status, totals included: every number leads to what stands behind it, where somebody may look.
import type { ReactNode } from "react";
import type { Translator } from "@tocsin/language";
import type { CountedTable } from "../api/contract/counts.ts";
import { useWords } from "../desk.tsx";
import { numberWords } from "../words/amounts.ts";
import { breakdownWords } from "./count-words.ts";
import { axisOf, numberAt, type AxisValue } from "./table-axes.ts";

/** A number of the table; without a row or a column it is a total. */
export interface NumberPlace {
  readonly row?: string;
  readonly column?: string;
  /** What it counts, in words. */
  readonly label: string;
}

interface CountTableProps {
  readonly table: CountedTable;
  readonly by: readonly string[];
  readonly caption: string;
  /** Absent for a table as it would leave. */
  readonly look?: (place: NumberPlace) => void;
}

export function CountTable({ table, by, caption, look }: CountTableProps) {
  const words = useWords();
  const { head, rows, hasUnknown } = laidOut(words, table, by);
  return (
    <>
      {/* A wide table without links could be scrolled by a mouse alone. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role */}
      <div className="scroll" tabIndex={0} role="group" aria-label={caption}>
        <table className="counts">
          <caption className="hidden">{caption}</caption>
          <thead>
            <tr>
              {head.map((label, at) => (
                // Two values can share a label.
                // oxlint-disable-next-line react/no-array-index-key
                <th key={at} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label, className, numbers }) => (
              <tr key={key} className={className}>
                <th scope="row">
                  <bdi>{label}</bdi>
                </th>
                {numbers.map(({ place, value }) => (
                  <td key={place.column ?? "total"}>
                    <NumberCell place={place} value={value} {...(look === undefined ? {} : { look })} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasUnknown && <p className="note">{words.t("desk.counts.unknown")}</p>}
    </>
  );
}

interface NumberCellProps {
  readonly place: NumberPlace;
  readonly value: number | null;
  readonly look?: (place: NumberPlace) => void;
}

/** Nothing stands behind a zero, and what is hidden is not looked into from here. */
function NumberCell({ place, value, look }: NumberCellProps): ReactNode {
  const words = useWords();
  if (value === null) return <i>{words.t("count.hidden")}</i>;
  const shown = numberWords(words, value);
  if (look === undefined || value === 0) return shown;
  return (
    <button
      type="button"
      className="number-link"
      aria-label={words.t("desk.counts.look", { number: shown, what: place.label })}
      onClick={() => look(place)}
    >
      {shown}
    </button>
  );
}

interface LaidOutRow {
  readonly key: string;
  readonly label: string;
  readonly className: string;
  readonly numbers: readonly { readonly place: NumberPlace; readonly value: number | null }[];
}

interface LaidOut {
  readonly head: readonly string[];
  readonly rows: readonly LaidOutRow[];
  readonly hasUnknown: boolean;
}

function laidOut(words: Translator, table: CountedTable, by: readonly string[]): LaidOut {
  const total = words.t("count.total");
  const [first, second] = by;
  const rows = first === undefined ? [] : axisOf(words, first, table.rows);
  const columns = second === undefined ? [] : axisOf(words, second, table.columns);
  const isList = second === undefined;
  const headOf = first === undefined ? "" : breakdownWords(words, first);
  return {
    head: [
      isList ? headOf : `${headOf} / ${breakdownWords(words, second)}`,
      ...columns.map(({ label }) => label),
      ...(isList ? [words.t("desk.counts.number")] : [total]),
    ],
    rows: [...rows.map((row) => rowOf(table, row, columns)), totalsOf(table, columns, total)],
    hasUnknown: [...rows, ...columns].some(({ isUnknown }) => isUnknown),
  };
}

function rowOf(table: CountedTable, row: AxisValue, columns: readonly AxisValue[]): LaidOutRow {
  const { value: name, label, at, isUnknown } = row;
  return {
    key: `row ${name}`,
    label,
    className: isUnknown ? "apart" : "",
    numbers: [
      ...columns.map((column) => ({
        place: { row: name, column: column.value, label: `${label}, ${column.label}` },
        value: numberAt(table, at, column.at),
      })),
      { place: { row: name, label }, value: numberAt(table, at, columns.length === 0 ? 0 : null) },
    ],
  };
}

function totalsOf(table: CountedTable, columns: readonly AxisValue[], total: string): LaidOutRow {
  return {
    key: "total",
    label: total,
    className: "total",
    numbers: [
      ...columns.map(({ value, label, at }) => ({
        place: { column: value, label },
        value: table.columnTotals[at] ?? null,
      })),
      { place: { label: total }, value: table.total },
    ],
  };
}
