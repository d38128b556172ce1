// Whom the incidents struck, by the rules of SDG indicator 16.10.1: a table for each status, never added up, and who is in no
// category with the reason.
import { useEffect, useRef, useState } from "react";
import type { CountedList, MatrixPage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import type { MatrixPlace } from "./matrix-address.ts";
import { matrixStatusWords } from "./matrix-words.ts";
import { OpenNumber } from "./open-number.tsx";

type VictimCount = MatrixPage["victims"][number];

interface VictimsProps {
  readonly page: MatrixPage;
  readonly place: MatrixPlace;
}

export function Victims({ page: { victims }, place }: VictimsProps) {
  const { words } = useDesk();
  const [opened, setOpened] = useState<VictimCount | null>(null);
  const statuses = [...new Set(victims.map(({ status }) => status))];
  return (
    <section className="card" aria-labelledby="victims-title">
      <h2 id="victims-title">{words.t("desk.matrix.victims")}</h2>
      <p className="note">{words.t("desk.matrix.victims.why")}</p>
      {statuses.length === 0 && <p className="empty">{words.t("desk.matrix.victims.none")}</p>}
      {statuses.map((status) => (
        <StatusTable
          key={status}
          title={words.t("count.status", { status: matrixStatusWords(words, status) })}
          victims={victims.filter((each) => each.status === status)}
          open={setOpened}
        />
      ))}
      {opened !== null && <WhoTheyAre place={place} victims={opened} close={() => setOpened(null)} />}
    </section>
  );
}

interface StatusTableProps {
  readonly title: string;
  readonly victims: readonly VictimCount[];
  readonly open: (victims: VictimCount) => void;
}

function StatusTable({ title, victims, open }: StatusTableProps) {
  const { words } = useDesk();
  const ordered = victims.toSorted((a, b) => Number(b.isCounted) - Number(a.isCounted));
  return (
    <table className="counts">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t("count.by.category")}</th>
          <th scope="col">{words.t("desk.matrix.who")}</th>
          <th scope="col">{words.t("desk.counts.number")}</th>
        </tr>
      </thead>
      <tbody>
        {ordered.map((each) => {
          const [category, unit] = [
            words.t(`count.category.${each.category}`),
            words.t(`count.measure.${each.unit}`),
          ];
          return (
            <tr key={`${each.category} ${each.unit}`} className={each.isCounted ? "" : "apart"}>
              <th scope="row">
                {each.isCounted ? category : words.t("desk.matrix.not-counted", { reason: category })}
              </th>
              <td>{unit}</td>
              <td>
                <OpenNumber
                  count={each.count}
                  what={`${title}, ${category}, ${unit}`}
                  open={() => open(each)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface WhoTheyAreProps {
  readonly place: MatrixPlace;
  readonly victims: VictimCount;
  readonly close: () => void;
}

function WhoTheyAre({ place, victims: { status, category, unit }, close }: WhoTheyAreProps) {
  const { words } = useDesk();
  const { value, error } = useQuery<CountedList>("matrix.victims", { ...place, status, category, unit });
  const heading = useRef<HTMLHeadingElement>(null);
  const title = words.t("desk.counts.behind", {
    what: `${words.t(`count.measure.${unit}`)}, ${words.t(`count.category.${category}`)}`,
  });
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <section className="card no-print" aria-label={title}>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {value === null ? (
        <Waiting error={error} />
      ) : (
        <ul className="plain">
          {value.rows.map(({ record, kind, label, incident, incidentLabel }) => (
            <li key={`${record} ${incident}`}>
              <a href={addressOf(kind, record)}>
                <bdi>{label === "" ? words.t(`kind.${kind}.one`) : label}</bdi>
              </a>
              <a href={addressOf("incident", incident)}>
                <bdi>{incidentLabel === "" ? words.t("kind.incident.one") : incidentLabel}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
      {value !== null && value.total > value.rows.length && (
        <p className="note">
          {words.t("desk.counts.behind.more", { shown: value.rows.length, total: value.total })}
        </p>
      )}
      <Action onPress={close}>{words.t("action.close")}</Action>
    </section>
  );
}
