// The lists of the first screen: each heading says how many, and leads to all of them.
import type { ReactNode } from "react";
import type { Translator } from "@tocsin/language";
import type { HomePage } from "@tocsin/workspace";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { addressOf } from "../router.ts";
import { dateWords, momentWords } from "../words/date-words.ts";
import { labelOfRecord } from "../words/label-of-record.ts";

interface HomePart {
  readonly page: HomePage;
}

export function HomeLists({ page }: HomePart) {
  return (
    <div className="cols even">
      <div>
        <Due page={page} />
        <Unfinished page={page} />
        <Consents page={page} />
        <Awaited page={page} />
      </div>
      <div>
        <Fresh page={page} />
        <Recent page={page} />
      </div>
    </div>
  );
}

function Due({ page: { due, counts } }: HomePart) {
  const { words } = useDesk();
  const rows = due.map(({ id, kind, label, day, zone, marks = [] }) => ({
    id,
    kind,
    label,
    note: [
      words.t(`kind.${kind}.one`),
      dateWords(words, day),
      ...(zone === null ? [] : [zone]),
      ...(marks.includes("unconfirmed") ? [words.t("mark.unconfirmed")] : []),
    ].join(" · "),
  }));
  return (
    <Section name="due" title={words.t("desk.home.due")} rows={rows}>
      <p className="actions">
        {["task", "deadline"].map((kind) => (
          <a key={kind} href={addressOf("list", kind)}>
            {words.t("desk.home.all", { kind: words.t(`kind.${kind}`), count: counts[kind] ?? 0 })}
          </a>
        ))}
        <a href={addressOf("do", "cycle.begin")}>{words.t("command.cycle.begin")}</a>
      </p>
    </Section>
  );
}

function Unfinished({ page: { unfinished } }: HomePart) {
  const { words } = useDesk();
  const rows = unfinished.map(({ record, kind, label, why }) => ({
    id: record,
    kind,
    label,
    note: `${words.t(`kind.${kind}.one`)} · ${words.t(why)}`,
  }));
  return <Section name="unfinished" title={words.t("desk.home.unfinished")} rows={rows} />;
}

function Consents({ page: { consents } }: HomePart) {
  const { words } = useDesk();
  if (consents.length === 0) return null;
  const rows = consents.map(({ record, label, until, isOver }) => ({
    id: record,
    kind: "consent",
    label,
    note: words.t(isOver ? "desk.home.consent.over" : "desk.home.consent.soon", {
      date: dateWords(words, until),
    }),
  }));
  return <Section name="consents" title={words.t("desk.home.consents")} rows={rows} list="consent" />;
}

function Awaited({ page: { awaited } }: HomePart) {
  const { words } = useDesk();
  if (awaited.length === 0) return null;
  const rows = awaited.map(({ id, kind, label }) => ({ id, kind, label, note: words.t(`kind.${kind}.one`) }));
  return <Section name="awaited" title={words.t("desk.home.awaited")} rows={rows} list="action" />;
}

/** New is what was written since whoever works here last said that they had seen what there was. */
function Fresh({ page: { fresh, recent } }: HomePart) {
  const { words, api, session, setSession, announce } = useDesk();
  const { run, isBusy } = useAction();
  const latest = recent.reduce((last, { updated }) => Math.max(last, updated), 0);
  const seen = fresh?.until ?? (latest === 0 ? null : new Date(latest).toISOString());
  const note = (): void =>
    run(async () => {
      if (seen === null) return;
      setSession(await api.changeSettings({ seen }));
      announce(words.t("state.saved"));
    });
  return (
    <section aria-labelledby="fresh-title">
      <h2 id="fresh-title">{words.t("desk.home.new")}</h2>
      <p>
        {fresh === null
          ? words.t("desk.home.new.never")
          : words.t(fresh.more ? "desk.home.new.more" : "desk.home.new.since", {
              count: fresh.count,
              when: momentWords(words, session.settings.seen ?? 0),
            })}
      </p>
      {fresh !== null && fresh.rows.length > 0 && (
        <Rows rows={fresh.rows.map((row) => writtenRow(words, row))} />
      )}
      {seen !== null && fresh?.count !== 0 && (
        <Action isDisabled={isBusy} onPress={note}>
          {words.t("desk.home.new.seen")}
        </Action>
      )}
    </section>
  );
}

function Recent({ page: { recent } }: HomePart) {
  const { words } = useDesk();
  const rows = recent.map((row) => writtenRow(words, row));
  return <Section name="recent" title={words.t("desk.home.recent")} rows={rows} />;
}

function writtenRow(words: Translator, { id, kind, label, updated }: HomePage["recent"][number]): Row {
  return { id, kind, label, note: `${words.t(`kind.${kind}.one`)} · ${momentWords(words, updated)}` };
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly note: string;
}

interface SectionProps {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly Row[];
  /** Kind whose whole list the heading leads to. */
  readonly list?: string;
  readonly children?: ReactNode;
}

function Section({ name, title, rows, list, children }: SectionProps) {
  return (
    <section aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>
        {list === undefined ? title : <a href={addressOf("list", list)}>{title}</a>}
      </h2>
      <Rows rows={rows} />
      {children}
    </section>
  );
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const desk = useDesk();
  const { words } = desk;
  return (
    <ul className="card plain">
      {rows.length === 0 && <li className="note">{words.t("state.none")}</li>}
      {rows.map(({ id, kind, label, note }) => (
        <li key={`${id} ${note}`}>
          <a href={addressOf(kind, id)}>
            <bdi>{labelOfRecord(desk, { kind, label })}</bdi>
          </a>
          <small>{note}</small>
        </li>
      ))}
    </ul>
  );
}
