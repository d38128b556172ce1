// The numbers as they are inside the vault, small ones included: a table for each status, never added up.
import { useState } from "react";
import type { CountPage } from "@tocsin/workspace";
import type { CountedTable, CountInput } from "../api/contract/counts.ts";
import { useDesk } from "../desk.tsx";
import { numberWords } from "../words/amounts.ts";
import { BehindNumber } from "./behind-number.tsx";
import { CountPicture } from "./count-picture.tsx";
import { CountTable, type NumberPlace } from "./count-table.tsx";
import { breakdownWords, statusWords } from "./count-words.ts";

interface CountedInsideProps {
  readonly page: CountPage;
  /** One status alone; all where it is empty. */
  readonly status: string;
}

export function CountedInside({ page: { question, tables, notCounted }, status }: CountedInsideProps) {
  const { words } = useDesk();
  const isMeant = (each: { readonly status: string }): boolean => status === "" || each.status === status;
  const shown = tables.filter(isMeant);
  return (
    <section aria-labelledby="inside-title">
      <h2 id="inside-title">{words.t("desk.counts.inside")}</h2>
      <p>
        <b>{useQuestionWords(question)}</b>
      </p>
      <p className="waits">{words.t("desk.counts.inside.why")}</p>
      {shown.length === 0 && <p className="empty">{words.t("desk.counts.none")}</p>}
      {shown.map((table) => (
        <StatusSection key={table.status} table={table} question={question} />
      ))}
      {question.scope === "indicator" && <NotCounted question={question} rows={notCounted.filter(isMeant)} />}
    </section>
  );
}

function useQuestionWords({ measure, scope, by, period }: CountInput): string {
  const { words } = useDesk();
  return [
    words.t(`count.measure.${measure}`),
    ...by.map((each) => breakdownWords(words, each)),
    period ?? words.t("desk.counts.ever"),
    words.t(`count.scope.${scope}`),
  ].join(" · ");
}

interface StatusSectionProps {
  readonly table: CountedTable;
  readonly question: CountInput;
}

function StatusSection({ table, question }: StatusSectionProps) {
  const { words } = useDesk();
  const [place, setPlace] = useState<NumberPlace | null>(null);
  const title = words.t("count.status", { status: statusWords(words, table.status) });
  return (
    <section className="card" aria-label={title}>
      <h3>{title}</h3>
      <CountPicture table={table} by={question.by} />
      <CountTable table={table} by={question.by} caption={title} look={setPlace} />
      {place !== null && (
        <BehindNumber question={question} status={table.status} place={place} close={() => setPlace(null)} />
      )}
    </section>
  );
}

interface NotCountedProps {
  readonly question: CountInput;
  readonly rows: CountPage["notCounted"];
}

/** Who is in no category of the indicator, and why: they are not nobody. */
function NotCounted({ question: { measure, period }, rows }: NotCountedProps) {
  const { words } = useDesk();
  const [looked, setLooked] = useState<{ readonly status: string; readonly place: NumberPlace } | null>(null);
  if (rows.length === 0) return null;
  const whole = { measure, scope: "all", by: ["category"], ...(period === undefined ? {} : { period }) };
  return (
    <section className="card" aria-labelledby="not-counted-title">
      <h3 id="not-counted-title">{words.t("count.not-counted")}</h3>
      <ul className="plain numbers">
        {rows.map(({ status, reason, count }) => {
          const label = `${words.t(`count.category.${reason}`)} (${statusWords(words, status)})`;
          const number = numberWords(words, count);
          return (
            <li key={`${status} ${reason}`}>
              <span>{label}</span>
              <button
                type="button"
                className="number-link"
                aria-label={words.t("desk.counts.look", { number, what: label })}
                onClick={() => setLooked({ status, place: { row: reason, label } })}
              >
                {number}
              </button>
            </li>
          );
        })}
      </ul>
      {looked !== null && <BehindNumber question={whole} {...looked} close={() => setLooked(null)} />}
    </section>
  );
}
