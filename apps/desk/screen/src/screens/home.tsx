// What waits for a person: what is due, what was begun and is not finished, what was last written; and the four doors.
import type { HomePage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { useNow } from "../parts/now.ts";
import { Waiting } from "../parts/waiting.tsx";
import { TablesNotice } from "../records/tables-notice.tsx";
import { addressOf } from "../router.ts";
import { agoWords } from "../words/amounts.ts";
import { momentWords } from "../words/date-words.ts";
import { Doors } from "./doors.tsx";
import { UnsentForms } from "./unsent-forms.tsx";

export function Home() {
  const { words, session } = useDesk();
  const asked = useQuery<HomePage>("home", {});
  const page = asked.value;
  if (page === null) return <Waiting error={asked.error} />;
  const isIdle = page.due.length + page.unfinished.length + page.recent.length === 0;
  return (
    <article className="page">
      <h1>{words.t("desk.home.title")}</h1>
      {session.vault?.unchecked === true && <p className="waits">{words.t("desk.vault.unchecked")}</p>}
      {(session.vault?.problems ?? 0) > 0 && (
        <p className="danger">{words.t("desk.vault.problems", { count: session.vault?.problems ?? 0 })}</p>
      )}
      <TablesNotice />
      <UnsentForms />
      <LastCopy copy={page.lastCopy} />
      <EndedRetentions retentions={page.retentions} />
      {isIdle ? <p className="empty">{words.t("desk.home.empty")}</p> : <Lists page={page} />}
      <h2>{words.t("desk.doors")}</h2>
      <Doors />
    </article>
  );
}

/** Where nobody has made one, what is here is lost with this computer. */
function LastCopy({ copy }: { readonly copy: HomePage["lastCopy"] }) {
  const { words } = useDesk();
  const now = useNow(60_000);
  if (copy === null)
    return (
      <p className="waits">
        {words.t("desk.copy.none")} <a href={addressOf("vault")}>{words.t("desk.copies.make")}</a>
      </p>
    );
  const { at, label: place, commitsSince: count } = copy;
  return (
    <p className="note">
      {words.t("desk.copy.last", { ago: agoWords(words, (now - at) / 1000), place })}{" "}
      {words.t("desk.copy.since", { count })}
    </p>
  );
}

/** Nothing is erased by itself: each leads to what erasing it would mean. */
function EndedRetentions({ retentions }: { readonly retentions: HomePage["retentions"] }) {
  const { words } = useDesk();
  if (retentions.count === 0) return null;
  return (
    <section aria-labelledby="retentions-title">
      <h2 id="retentions-title">{words.t("kind.retention")}</h2>
      <p className="waits">{words.t("home.retentions.ended", { count: retentions.count })}</p>
      <ul className="card plain">
        {retentions.rows.map(({ record, label, of, keptBy }) => (
          <li key={record}>
            <a href={addressOf("erase", "retention", record)}>
              <bdi>{of === null || of.label === "" ? label : of.label}</bdi>
            </a>
            <small>{keptBy.length > 0 ? words.t("home.retentions.kept") : label}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lists({ page }: { readonly page: HomePage }) {
  const { words } = useDesk();
  return (
    <div className="cols even">
      <section aria-labelledby="due-title">
        <h2 id="due-title">{words.t("desk.home.due")}</h2>
        <Rows
          rows={page.due.map(({ id, kind, label, sort, marks = [] }) => ({
            id,
            kind,
            label,
            note: [
              momentWords(words, sort),
              ...(marks.includes("unconfirmed") ? [words.t("mark.unconfirmed")] : []),
            ].join(" · "),
          }))}
        />
        <h2>{words.t("desk.home.unfinished")}</h2>
        <Rows
          rows={page.unfinished.map(({ record, kind, label, why }) => ({
            id: record,
            kind,
            label,
            note: words.t(why),
          }))}
        />
      </section>
      <section aria-labelledby="recent-title">
        <h2 id="recent-title">{words.t("desk.home.recent")}</h2>
        <Rows
          rows={page.recent.map(({ id, kind, label, updated }) => ({
            id,
            kind,
            label,
            note: `${words.t(`kind.${kind}.one`)} · ${momentWords(words, updated)}`,
          }))}
        />
      </section>
    </div>
  );
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly note: string;
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const { words } = useDesk();
  return (
    <ul className="card plain">
      {rows.length === 0 && <li className="note">{words.t("state.none")}</li>}
      {rows.map(({ id, kind, label, note }) => (
        <li key={`${id} ${note}`}>
          <a href={addressOf(kind, id)}>
            <bdi>{label === "" ? words.t(`kind.${kind}.one`) : label}</bdi>
          </a>
          <small>{note}</small>
        </li>
      ))}
    </ul>
  );
}
