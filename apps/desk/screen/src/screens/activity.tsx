// What was done last in this vault, by whom, newest first.
import { useCallback } from "react";
import type { HistoryEntry, HomePage, RecordPage } from "@tocsin/workspace";
import { useAnswer } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { HistoryLine } from "../records/history.tsx";
import { addressOf } from "../router.ts";
import { ImportList } from "../tables/import-list.tsx";
import type { Api } from "../api/api.ts";

export function Activity() {
  const { words, api, version } = useDesk();
  const asked = useAnswer(
    useCallback(() => activityOf(api), [api]),
    version,
  );
  if (asked.value === null) return <Waiting error={asked.error} />;
  return (
    <article className="page">
      <h1>{words.t("desk.activity.title")}</h1>
      <p className="note">{words.t("desk.activity.note")}</p>
      <ol className="card plain activity">
        {asked.value.map(({ page, entry }) => (
          <li key={`${page.id} ${entry.commit}`}>
            <span>
              <HistoryLine kind={page.kind} entry={entry} />
            </span>
            <a href={addressOf(page.kind, page.id)}>
              <bdi>{page.label === "" ? words.t(`kind.${page.kind}.one`) : page.label}</bdi>
            </a>
          </li>
        ))}
      </ol>
      <ImportList />
    </article>
  );
}

interface ActivityLine {
  readonly page: RecordPage;
  readonly entry: HistoryEntry;
}

/** From the records that were written last: each brings its own history. */
async function activityOf(api: Api): Promise<readonly ActivityLine[]> {
  const { recent } = await api.ask<HomePage>("home", {});
  const pages = await Promise.all(recent.map(({ id }) => api.ask<RecordPage>("record.show", { record: id })));
  return pages
    .flatMap((page) => page.history.map((entry) => ({ page, entry })))
    .sort((a, b) => b.entry.at - a.entry.at)
    .slice(0, 100);
}
