// Hearings and deadlines of a proceeding in their order, with what can be done about each; and the same as a table.
import type { Translator } from "@tocsin/language";
import type { ProceedingPage } from "@tocsin/workspace";
import { useDesk } from "../../../desk.tsx";
import { useNow } from "../../../parts/now.ts";
import { addressOf } from "../../../router.ts";
import { dateWords } from "../../../words/date-words.ts";
import { dayClass, dayState, leftWords, zoneWords } from "../day-words.ts";
import { DayActs, isUnconfirmed, type CourtDay } from "./day-acts.tsx";
import { waitingDays } from "./next-day.tsx";

export function CourtDays({ found: { days, daysTotal } }: { readonly found: ProceedingPage }) {
  const { words } = useDesk();
  const now = useNow(60_000);
  // What can be done about the next one stands above, where it is large.
  const [next] = waitingDays(days, now);
  return (
    <section aria-labelledby="days-title">
      <h2 id="days-title">{words.t("special.days")}</h2>
      {days.length === 0 ? (
        <p className="empty">{words.t("special.days.none")}</p>
      ) : (
        <>
          <ol className="timeline">
            {days.map((day) => (
              <DayEntry key={day.record} day={day} now={now} hasActs={day !== next} />
            ))}
          </ol>
          {days.length < daysTotal && (
            <p className="note">{words.t("desk.list.shown", { shown: days.length, count: daysTotal })}</p>
          )}
          <details className="as-table">
            <summary>{words.t("pictures.table")}</summary>
            <DayTable days={days} now={now} />
          </details>
        </>
      )}
    </section>
  );
}

interface DayProps {
  readonly day: CourtDay;
  readonly now: number;
  readonly hasActs: boolean;
}

function DayEntry({ day, now, hasActs }: DayProps) {
  const { words } = useDesk();
  const state = dayState(day, now);
  return (
    <li className={`on-${day.kind}`}>
      <span className="when">{dateWords(words, day.day)}</span>
      <p>
        {words.t(`kind.${day.kind}.one`)}:{" "}
        <a href={addressOf(day.kind, day.record)}>
          <bdi>{day.label}</bdi>
        </a>{" "}
        <strong className={dayClass(state)}>{leftWords(words, day, now)}</strong>
      </p>
      {besides(words, day).map((part) => (
        <p key={part} className={part === words.t("mark.unconfirmed") ? "waits" : "note"}>
          <bdi>{part}</bdi>
        </p>
      ))}
      {hasActs && <DayActs day={day} />}
    </li>
  );
}

/** Its zone, whether anybody confirmed it, and what came of it. */
function besides(words: Translator, day: CourtDay): readonly string[] {
  return [zoneWords(words, day.zone), ...surenessOf(words, day), ...resultOf(words, day)];
}

function surenessOf(words: Translator, day: CourtDay): readonly string[] {
  if (isUnconfirmed(day)) return [words.t("mark.unconfirmed")];
  return day.confirmedBy === null ? [] : [words.t("special.day.confirmed", { who: day.confirmedBy })];
}

function resultOf(words: Translator, { kind, result, observed }: CourtDay): readonly string[] {
  if (kind !== "hearing") return [];
  return [...(observed === true ? [words.t("hearing.observed")] : []), ...(result === null ? [] : [result])];
}

interface DayTableProps {
  readonly days: readonly CourtDay[];
  readonly now: number;
}

function DayTable({ days, now }: DayTableProps) {
  const { words } = useDesk();
  const [when, what, kind, left, zone, sure, result] = [
    "pictures.column.when",
    "pictures.column.what",
    "pictures.column.kind",
    "special.column.left",
    "hearing.zone",
    "special.column.sure",
    "hearing.result",
  ].map((key) => words.t(key));
  return (
    <div className="scroll">
      <table className="records">
        <caption className="hidden">{words.t("special.days")}</caption>
        <thead>
          <tr>
            {[when, what, kind, left, zone, sure, result].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.record}>
              <td data-label={when}>{dateWords(words, day.day)}</td>
              {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
              <th scope="row">
                <a href={addressOf(day.kind, day.record)}>
                  <bdi>{day.label}</bdi>
                </a>
              </th>
              <td data-label={kind}>{words.t(`kind.${day.kind}.one`)}</td>
              <td data-label={left}>{leftWords(words, day, now)}</td>
              <td data-label={zone}>{zoneWords(words, day.zone)}</td>
              <Cell label={sure} parts={surenessOf(words, day)} />
              <Cell label={result} parts={resultOf(words, day)} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ label, parts }: { readonly label: string | undefined; readonly parts: readonly string[] }) {
  return (
    <td data-label={label} data-empty={parts.length === 0}>
      {parts.join(" · ")}
    </td>
  );
}
