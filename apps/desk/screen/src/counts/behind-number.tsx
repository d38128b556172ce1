// The records that stand behind one number, each with the incident that it was counted in.
import { useEffect, useRef } from "react";
import type { CountedList } from "@tocsin/workspace";
import type { CountInput } from "../api/contract/counts.ts";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { addressOf } from "../router.ts";
import type { NumberPlace } from "./count-table.tsx";

interface BehindNumberProps {
  readonly question: CountInput;
  readonly status: string;
  readonly place: NumberPlace;
  readonly close: () => void;
}

export function BehindNumber({ question, status, place: { label, ...place }, close }: BehindNumberProps) {
  const { words } = useDesk();
  const asked = useQuery<CountedList>("counted.list", { ...question, status, ...place });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [label]);
  const title = words.t("desk.counts.behind", { what: label });
  return (
    <section className="card no-print" aria-label={title}>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {asked.value === null ? <Waiting error={asked.error} /> : <Rows found={asked.value} />}
      <Action onPress={close}>{words.t("action.close")}</Action>
    </section>
  );
}

function Rows({ found: { rows, total } }: { readonly found: CountedList }) {
  const { words } = useDesk();
  return (
    <>
      <ul className="plain">
        {rows.map(({ record, kind, label, incident, incidentLabel }) => (
          <li key={`${record} ${incident}`}>
            <a href={addressOf(kind, record)}>
              <bdi>{label === "" ? words.t(`kind.${kind}.one`) : label}</bdi>
            </a>
            {incident !== record && (
              <a href={addressOf("incident", incident)}>
                <bdi>{incidentLabel === "" ? words.t("kind.incident.one") : incidentLabel}</bdi>
              </a>
            )}
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <p className="note">{words.t("desk.counts.behind.more", { shown: rows.length, total })}</p>
      )}
    </>
  );
}
