// Quarters before and after the day of the resolution, by one of three clocks: bars for the eye, and a table that says the
// same, status by status.
import { useState } from "react";
import type { MatrixClock, MatrixPage, QuarterCount } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { numberWords } from "../words/amounts.ts";
import { dateWords } from "../words/date-words.ts";
import { matrixStatusWords, quarterWords } from "./matrix-words.ts";

const clocks: readonly MatrixClock[] = ["happened", "known", "written"];

export function Quarters({ page: { quarters, day } }: { readonly page: MatrixPage }) {
  const { words } = useDesk();
  const [clock, setClock] = useState<MatrixClock>("happened");
  const counts = quarters[clock];
  const statuses = [...new Set(counts.flatMap(({ incidents }) => Object.keys(incidents)))].toSorted();
  const caption = words.t("desk.matrix.quarters.of", { clock: words.t(`desk.matrix.clock.${clock}`) });
  return (
    <section className="card" aria-labelledby="quarters-title">
      <h2 id="quarters-title">{words.t("desk.matrix.quarters", { day: dateWords(words, day) })}</h2>
      <SelectField
        label={words.t("desk.matrix.clock")}
        value={clock}
        choices={clocks.map((id) => ({ id, label: words.t(`desk.matrix.clock.${id}`) }))}
        choose={(id) => setClock(clocks.find((each) => each === id) ?? "happened")}
        canBeEmpty={false}
      />
      {counts.length === 0 ? (
        <p className="note">{words.t("desk.matrix.no-incidents")}</p>
      ) : (
        <>
          {statuses.map((status) => (
            <Bars key={status} status={status} counts={counts} day={day} />
          ))}
          {/* A wide table without links could be scrolled by a mouse alone. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role */}
          <div className="scroll" tabIndex={0} role="group" aria-label={caption}>
            <QuarterTable counts={counts} statuses={statuses} day={day} caption={caption} />
          </div>
        </>
      )}
    </section>
  );
}

interface BarsProps {
  readonly status: string;
  readonly counts: readonly QuarterCount[];
  readonly day: string;
}

function Bars({ status, counts, day }: BarsProps) {
  const { words } = useDesk();
  const most = Math.max(1, ...counts.map(({ incidents }) => incidents[status] ?? 0));
  return (
    <div className="count-picture quarter-bars" aria-hidden="true">
      <p className="bar-group">{matrixStatusWords(words, status)}</p>
      {counts.map(({ key, side, isQuarter, incidents }) => (
        <div key={key} className={isQuarter ? `bar-line side-${side}` : "bar-line apart"}>
          <span>{quarterWords(words, key, day)}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false">
            <rect
              className={`count-bar status-${status === "?" ? "unknown" : status}`}
              width={((incidents[status] ?? 0) / most) * 100}
              height="10"
            />
          </svg>
          <span className="number">{numberWords(words, incidents[status] ?? 0)}</span>
        </div>
      ))}
    </div>
  );
}

interface QuarterTableProps {
  readonly counts: readonly QuarterCount[];
  readonly statuses: readonly string[];
  readonly day: string;
  readonly caption: string;
}

function QuarterTable({ counts, statuses, day, caption }: QuarterTableProps) {
  const { words } = useDesk();
  return (
    <table className="counts cards">
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t("count.by.quarter")}</th>
          <th scope="col">{words.t("desk.matrix.side")}</th>
          {statuses.map((status) => (
            <th key={status} scope="col">
              {matrixStatusWords(words, status)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.map(({ key, side, isQuarter, incidents }) => (
          <tr key={key} className={isQuarter ? "" : "apart"}>
            <th scope="row">{quarterWords(words, key, day)}</th>
            <td data-label={words.t("desk.matrix.side")}>{words.t(`desk.matrix.side.${side}`)}</td>
            {statuses.map((status) => (
              <td key={status} data-label={matrixStatusWords(words, status)}>
                {numberWords(words, incidents[status] ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
