// What somebody takes part in, in the order in which it happened, with their roles; a page at a time.
import { useState } from "react";
import type { HappenedPage } from "@tocsin/workspace";
import { useAction, useQuery } from "../../../asking.ts";
import { useDesk } from "../../../desk.tsx";
import { Action } from "../../../parts/action.tsx";
import { Waiting } from "../../../parts/waiting.tsx";
import { addressOf } from "../../../router.ts";
import { dateWords } from "../../../words/date-words.ts";
import { codeLabel } from "../../../words/labels.ts";
import type { SpecialProps } from "../special-props.ts";

type Row = HappenedPage["rows"][number];

export function Happened({ page: { id, kind, linked } }: SpecialProps) {
  const { words } = useDesk();
  const asked = useQuery<HappenedPage>("somebody.happened", { somebody: id });
  const parts = linked.find((group) => group.kind === "involvement" && group.field === kind)?.total ?? 0;
  return (
    <section aria-labelledby="happened-title">
      <h2 id="happened-title">{words.t("special.happened")}</h2>
      {asked.value === null ? (
        <Waiting error={asked.error} />
      ) : (
        <Pages id={id} first={asked.value} parts={parts} />
      )}
    </section>
  );
}

interface More extends HappenedPage {
  readonly behind: HappenedPage;
}

interface PagesProps {
  readonly id: string;
  readonly first: HappenedPage;
  /** How many parts they have in all. */
  readonly parts: number;
}

/** Further pages begin anew when the first one does. */
function Pages({ id, first, parts }: PagesProps) {
  const { words, api } = useDesk();
  const { run, isBusy } = useAction();
  const [read, setRead] = useState<More | null>(null);
  const { rows, more } = read?.behind === first ? read : first;
  const loadMore = (): void =>
    run(async () => {
      const next = await api.ask<HappenedPage>("somebody.happened", { somebody: id, after: rows.length });
      setRead({ behind: first, rows: [...rows, ...next.rows], more: next.more });
    });
  if (rows.length === 0) return <p className="note">{words.t("special.happened.none")}</p>;
  return (
    <>
      <ol className="timeline">
        {eventsIn(rows).map((event) => (
          <Event key={event[0]?.in?.record ?? event[0]?.part} event={event} />
        ))}
      </ol>
      {more && (
        <p className="actions no-print">
          <span className="note">
            {words.t("special.happened.part", { shown: rows.length, count: parts })}
          </span>
          <Action quiet isDisabled={isBusy} onPress={loadMore}>
            {words.t("action.show-more")}
          </Action>
        </p>
      )}
    </>
  );
}

/** All parts in one incident together, by its day; EDTF sorts as it reads, and what has no day comes last. */
function eventsIn(rows: readonly Row[]): readonly (readonly Row[])[] {
  const events = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row.in?.record ?? row.part;
    events.set(key, [...(events.get(key) ?? []), row]);
  }
  const dayOf = ([first]: readonly Row[]): string => first?.date?.replace(/^(?:\.\.)?\//, "") ?? "~";
  return [...events.values()].toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
}

function Event({ event }: { readonly event: readonly Row[] }) {
  const { words } = useDesk();
  const [first] = event;
  if (first === undefined) return null;
  const { in: where, acts, status } = first;
  const roles = [...new Map(event.map((row) => [row.role, row])).values()];
  return (
    <li className={`on-${where?.kind ?? "incident"}`}>
      <span className="when">{dateWords(words, first.date)}</span>
      <p>
        {where === null ? (
          words.t("special.happened.nowhere")
        ) : (
          <a href={addressOf(where.kind, where.record)}>
            <bdi>{where.label === "" ? words.t(`kind.${where.kind}.one`) : where.label}</bdi>
          </a>
        )}
        {where !== null && where.kind !== "incident" && <small> · {words.t(`kind.${where.kind}.one`)}</small>}
        {acts.map((code) => (
          <small key={code}> · {codeLabel(words, "acts", code)}</small>
        ))}
        {status !== null && <small> · {codeLabel(words, "verification", status)}</small>}
      </p>
      <p className="note">
        {words.t("special.happened.as")}{" "}
        {roles.map(({ part, role }, index) => (
          <span key={part}>
            {index > 0 && " · "}
            <a href={addressOf("involvement", part)}>
              {role === null ? words.t("kind.involvement.one") : codeLabel(words, "roles", role)}
            </a>
          </span>
        ))}
      </p>
    </li>
  );
}
