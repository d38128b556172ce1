// The numbers of a table as bars, for the eye. The table below it says the same to everybody.
import { Fragment } from "react";
import type { Translator } from "@tocsin/language";
import type { CountedTable } from "../api/contract/counts.ts";
import { useWords } from "../desk.tsx";
import { numberWords } from "../words/amounts.ts";
import { axisOf, numberAt, type AxisValue } from "./table-axes.ts";

interface CountPictureProps {
  readonly table: CountedTable;
  readonly by: readonly string[];
}

interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  readonly isUnknown: boolean;
}

interface BarGroup {
  readonly title: string | null;
  readonly bars: readonly Bar[];
}

/** More bars than these are no picture any more: then it shows the totals of rows. */
const barsAtMost = 60;

export function CountPicture({ table, by }: CountPictureProps) {
  const words = useWords();
  const isWhole = table.rows.length * Math.max(table.columns.length, 1) <= barsAtMost;
  const groups = groupsOf(words, table, { by, isWhole });
  const most = Math.max(1, ...groups.flatMap(({ bars }) => bars.map(({ value }) => value ?? 0)));
  return (
    <figure className="count-picture">
      <div aria-hidden="true">
        {groups.map(({ title: group, bars }) => (
          <Fragment key={group ?? ""}>
            {group !== null && <p className="bar-group">{group}</p>}
            {bars.map((bar) => (
              <BarLine key={bar.key} bar={bar} most={most} status={table.status} />
            ))}
          </Fragment>
        ))}
      </div>
      {!isWhole && <figcaption className="note">{words.t("desk.counts.picture.totals")}</figcaption>}
    </figure>
  );
}

interface BarLineProps {
  readonly bar: Bar;
  readonly most: number;
  readonly status: string;
}

function BarLine({ bar: { label, value, isUnknown }, most, status }: BarLineProps) {
  const words = useWords();
  return (
    <div className={isUnknown ? "bar-line apart" : "bar-line"}>
      <span>
        <bdi>{label}</bdi>
      </span>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {value !== null && value > 0 && (
          <rect className={`count-bar status-${status}`} width={(value / most) * 100} height="10" />
        )}
      </svg>
      <span className="number">{value === null ? words.t("count.hidden") : numberWords(words, value)}</span>
    </div>
  );
}

interface Drawn {
  readonly by: readonly string[];
  readonly isWhole: boolean;
}

function groupsOf(words: Translator, table: CountedTable, { by, isWhole }: Drawn): readonly BarGroup[] {
  const [first = "", second] = by;
  const total = { key: "", label: words.t("count.total"), value: table.total, isUnknown: false };
  if (by.length === 0) return [{ title: null, bars: [total] }];
  const rows = axisOf(words, first, table.rows);
  const barOf = ({ value, label, isUnknown }: AxisValue, number: number | null): Bar => ({
    key: value,
    label,
    value: number,
    isUnknown,
  });
  if (second === undefined || !isWhole) {
    const column = second === undefined ? 0 : null;
    return [{ title: null, bars: rows.map((row) => barOf(row, numberAt(table, row.at, column))) }];
  }
  const columns = axisOf(words, second, table.columns);
  return rows.map((row) => ({
    title: row.label,
    bars: columns.map((column) => barOf(column, numberAt(table, row.at, column.at))),
  }));
}
