// The timeline of the whole vault: incidents by month, each status by itself, and every column opens what it counts.
import { useState } from "react";
import type { CountPage } from "@tocsin/workspace";
import type { CountedTable } from "../../api/contract/counts.ts";
import { useQuery } from "../../asking.ts";
import { BehindNumber } from "../../counts/behind-number.tsx";
import { CountTable, type NumberPlace } from "../../counts/count-table.tsx";
import { statusWords } from "../../counts/count-words.ts";
import { axisOf, numberAt } from "../../counts/table-axes.ts";
import { useDesk } from "../../desk.tsx";
import { PrintAction } from "../../parts/action.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { TablesNotice } from "../../records/tables-notice.tsx";
import { numberWords } from "../../words/amounts.ts";
import { dateWords } from "../../words/date-words.ts";
import { useWalk } from "../picture-walk.ts";
import { Walked } from "../walked.tsx";
import { monthCells, type MonthCell } from "./months.ts";

const question = { measure: "incidents", scope: "all", by: ["month"] } as const;

export function MonthsScreen() {
  const { words } = useDesk();
  const asked = useQuery<CountPage>("count", question);
  const page = asked.value;
  return (
    <article className="page wide">
      <div className="title-line">
        <h1>{words.t("pictures.months.title")}</h1>
        <PrintAction>{words.t("action.print")}</PrintAction>
      </div>
      <p className="note">{words.t("pictures.months.why")}</p>
      <TablesNotice />
      {page === null ? (
        <Waiting error={asked.error} />
      ) : page.tables.length === 0 ? (
        <p className="empty">{words.t("kind.incident.empty")}</p>
      ) : (
        page.tables.map((table) => <OfStatus key={table.status} table={table} most={mostOf(page.tables)} />)
      )}
    </article>
  );
}

/** One measure for the columns of all statuses: they are looked at beside each other. */
function mostOf(tables: readonly CountedTable[]): number {
  return Math.max(1, ...tables.flatMap((table) => table.rows.map((_, row) => numberAt(table, row, 0) ?? 0)));
}

interface OfStatusProps {
  readonly table: CountedTable;
  readonly most: number;
}

function OfStatus({ table, most }: OfStatusProps) {
  const { words } = useDesk();
  const [place, setPlace] = useState<NumberPlace | null>(null);
  const title = words.t("count.status", { status: statusWords(words, table.status) });
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <Columns table={table} most={most} look={setPlace} />
      {place !== null && (
        <BehindNumber question={question} status={table.status} place={place} close={() => setPlace(null)} />
      )}
      <details>
        <summary>{words.t("pictures.table")}</summary>
        <CountTable table={table} by={question.by} caption={title} look={setPlace} />
      </details>
    </section>
  );
}

interface ColumnsProps extends OfStatusProps {
  readonly look: (place: NumberPlace) => void;
}

function Columns({ table, most, look }: ColumnsProps) {
  const { words } = useDesk();
  const cells = monthCells(table.rows);
  const months = cells.flatMap((cell) =>
    cell.sort === "month" && cell.row !== null ? [{ key: cell.month, row: cell.row }] : [],
  );
  const walk = useWalk(months);
  return (
    <figure className="picture" aria-label={words.t("pictures.months.title")}>
      <Walked className="months" label={words.t("pictures.timeline.walk")} around={walk.around}>
        {cells.map((cell, at) =>
          cell.sort === "fold" ? (
            // oxlint-disable-next-line react/no-array-index-key
            <span key={`fold ${at}`} className="month-fold">
              {words.t("pictures.months.fold", { count: cell.months })}
            </span>
          ) : (
            <span key={cell.month} className="month">
              {cell.row !== null && (
                <Column
                  month={cell.month}
                  value={numberAt(table, cell.row, 0) ?? 0}
                  most={most}
                  status={table.status}
                  look={look}
                  walked={walk.of({ key: cell.month, row: cell.row })}
                />
              )}
              <small>{monthWords(words.locale, cell.month)}</small>
              <small className="year">{beginsYear(cells, at) ? cell.month.slice(0, 4) : ""}</small>
            </span>
          ),
        )}
      </Walked>
      <OfNoMonth table={table} look={look} />
    </figure>
  );
}

/** The first month of a year, or the first one behind a fold. */
function beginsYear(cells: readonly MonthCell[], at: number): boolean {
  const cell = cells[at];
  return cell?.sort === "month" && (at === 0 || cell.month.endsWith("-01") || cells[at - 1]?.sort === "fold");
}

interface ColumnProps {
  readonly month: string;
  readonly value: number;
  readonly most: number;
  readonly status: string;
  readonly look: (place: NumberPlace) => void;
  readonly walked: ReturnType<ReturnType<typeof useWalk>["of"]>;
}

function Column({ month, value, most, status, look, walked }: ColumnProps) {
  const { words } = useDesk();
  const label = dateWords(words, month);
  const number = numberWords(words, value);
  return (
    <button
      type="button"
      onClick={() => look({ row: `m${month}`, label })}
      aria-label={words.t("desk.counts.look", { number, what: label })}
      {...walked}
    >
      {number}
      <span className={`month-bar status-${status}`} style={{ blockSize: `${(value / most) * 7}rem` }} />
    </button>
  );
}

/** What is known to a year at the most is in no month. */
function OfNoMonth({ table, look }: Omit<ColumnsProps, "most">) {
  const { words } = useDesk();
  const unknown = axisOf(words, "month", table.rows).filter(({ isUnknown }) => isUnknown);
  if (unknown.length === 0) return null;
  return (
    <div className="no-day">
      <h3>{words.t("pictures.no-day")}</h3>
      <ul className="plain">
        {unknown.map(({ value, label, at }) => {
          const number = numberWords(words, numberAt(table, at, 0) ?? 0);
          return (
            <li key={value}>
              <span>{label}</span>
              <button
                type="button"
                className="number-link"
                aria-label={words.t("desk.counts.look", { number, what: label })}
                onClick={() => look({ row: value, label })}
              >
                {number}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function monthWords(locale: string, month: string): string {
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    month: "short",
    calendar: "gregory",
    timeZone: "UTC",
  }).format(Date.parse(`${month}-01T00:00:00Z`));
}
