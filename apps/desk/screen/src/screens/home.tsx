// What waits for a person: what is due, new and not finished, copies that lie outside, the age of the last copy of the
// vault; and the four doors. A vault in which nothing is written has three.
import type { HomePage } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { useNow } from "../parts/now.ts";
import { Go } from "../parts/action.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { TablesNotice } from "../records/tables-notice.tsx";
import { LastRelease } from "../library/last-release.tsx";
import { labelOfRecord } from "../words/label-of-record.ts";
import { addressOf } from "../router.ts";
import { ClockAheadNotice } from "../shell/clock-notice.tsx";
import { agoWords } from "../words/amounts.ts";
import { ClearCopies } from "./clear-copies.tsx";
import { Doors, ThreeDoors } from "./doors.tsx";
import { HomeLists } from "./home-lists.tsx";
import { UnsentForms } from "./unsent-forms.tsx";

export function Home() {
  const { words, session } = useDesk();
  const { seen } = session.settings;
  const asked = useQuery<HomePage>("home", seen === null ? {} : { seen });
  const page = asked.value;
  if (page === null) return <Waiting error={asked.error} />;
  const isEmpty = page.isUnused && session.vault?.filling == null;
  return (
    <article className="page">
      <h1>{words.t("desk.home.title")}</h1>
      <Notices />
      <ClockAheadNotice ahead={page.ahead} />
      <UnsentForms />
      {isEmpty ? <ThreeDoors /> : <Waits page={page} />}
    </article>
  );
}

function Notices() {
  const { words, session } = useDesk();
  const { unchecked = false, problems = 0 } = session.vault ?? {};
  return (
    <>
      {unchecked && <p className="waits">{words.t("desk.vault.unchecked")}</p>}
      {problems > 0 && <p className="danger">{words.t("desk.vault.problems", { count: problems })}</p>}
      <TablesNotice />
    </>
  );
}

function Waits({ page }: { readonly page: HomePage }) {
  const { words } = useDesk();
  return (
    <>
      <LastCopy copy={page.lastCopy} />
      {page.library !== null && <LastRelease last={page.library} />}
      <ClearCopies copies={page.clear} />
      <EndedRetentions retentions={page.retentions} />
      <HomeLists page={page} />
      <h2>{words.t("desk.doors")}</h2>
      <Doors />
      <p className="actions">
        <Go to={["add"]}>{words.t("desk.door.evidence")}</Go>
      </p>
    </>
  );
}

/** Milliseconds after which a copy that lacks something is old. */
const oldCopy = 7 * 86_400_000;

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
  const isOld = count > 0 && now - at > oldCopy;
  return (
    <p className={isOld ? "waits" : "note"}>
      {words.t("desk.copy.last", { ago: agoWords(words, (now - at) / 1000), place })}{" "}
      {words.t("desk.copy.since", { count })}{" "}
      {count > 0 && <a href={addressOf("vault")}>{words.t("desk.copies.make")}</a>}
    </p>
  );
}

/** Nothing is erased by itself: each leads to what erasing it would mean. */
function EndedRetentions({ retentions }: { readonly retentions: HomePage["retentions"] }) {
  const desk = useDesk();
  const { words } = desk;
  if (retentions.count === 0) return null;
  return (
    <section aria-labelledby="retentions-title">
      <h2 id="retentions-title">{words.t("kind.retention")}</h2>
      <p className="waits">{words.t("home.retentions.ended", { count: retentions.count })}</p>
      <ul className="card plain">
        {retentions.rows.map(({ record, label, of, keptBy }) => {
          const what = of === null || of.label === "" ? label : labelOfRecord(desk, of);
          return (
            <li key={record}>
              <a href={addressOf("erase", "retention", record)}>
                <bdi>{what}</bdi>
              </a>
              {of !== null && <small>{words.t(`kind.${of.kind}.one`)}</small>}
              {keptBy.length > 0 ? (
                <small>{words.t("home.retentions.kept")}</small>
              ) : (
                label !== what && <small>{label}</small>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
