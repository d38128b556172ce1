// The incidents behind one mark of the map, or one number of its table.
import { useEffect, useRef } from "react";
import type { MapRecords } from "@tocsin/workspace";
import { useQuery } from "../../asking.ts";
import { useWords } from "../../desk.tsx";
import { Action } from "../../parts/action.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { addressOf } from "../../router.ts";
import type { Looked, MapQuestion } from "./map-question.ts";

interface BehindMarkProps {
  readonly question: MapQuestion;
  readonly looked: Looked;
  readonly close: () => void;
}

export function BehindMark({ question, looked: { label, keys }, close }: BehindMarkProps) {
  const words = useWords();
  const asked = useQuery<MapRecords>("map.records", { ...question, keys });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [keys]);
  const title = words.t("desk.counts.behind", { what: label });
  return (
    <section className="card no-print" aria-label={title}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {asked.value === null ? <Waiting error={asked.error} /> : <Rows found={asked.value} />}
      <Action onPress={close}>{words.t("action.close")}</Action>
    </section>
  );
}

function Rows({ found: { rows, total } }: { readonly found: MapRecords }) {
  const words = useWords();
  return (
    <>
      <ul className="plain">
        {rows.map(({ id, kind, label, labelLang }) => (
          <li key={id}>
            <a href={addressOf(kind, id)}>
              <bdi lang={labelLang}>{label === "" ? words.t(`kind.${kind}.one`) : label}</bdi>
            </a>
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <p className="note">{words.t("desk.counts.behind.more", { shown: rows.length, total })}</p>
      )}
    </>
  );
}
