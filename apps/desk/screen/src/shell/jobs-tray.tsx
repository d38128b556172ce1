// Work under way: how far, how fast, what is left, what was found so far, and a way to stop it.
import { useState, useSyncExternalStore } from "react";
import type { Job } from "../api/contract/work.ts";
import { useAction } from "../asking.ts";
import { useDesk, useWords } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { ProgressLine } from "../parts/progress-line.tsx";
import { useNow } from "../parts/now.ts";
import type { Route } from "../router.ts";
import { errorText, textOr } from "../words/labels.ts";
import { progressWords } from "../words/progress-words.ts";
import { ApiError } from "../api/api.ts";

const shownAtMost = 4;

/** Finished work stays until somebody has seen it; the screen that shows it needs no second line for it. */
export function JobsTray({ route }: { readonly route: Route }) {
  const { words, jobs: store } = useDesk();
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const news = useSyncExternalStore(store.subscribe, store.news);
  const jobs = news.filter((job) => !dismissed.has(job.id) && !route.includes(job.id) && staysInTray(job));
  if (jobs.length === 0) return null;
  const dismiss = (id: string): void => setDismissed((last) => new Set([...last, id]));
  return (
    <section className="tray no-print" aria-label={words.t("desk.work.title")}>
      <h2>{words.t("desk.work.title")}</h2>
      <p className="note">{words.t("desk.work.goes-on")}</p>
      <ul>
        {jobs.slice(-shownAtMost).map((job) => (
          <li key={job.id}>
            <JobLine job={job} dismiss={() => dismiss(job.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is done and has no screen of its own was announced, and shows where it was begun. */
function staysInTray({ kind, state }: Job): boolean {
  return (
    state === "running" ||
    state === "failed" ||
    (state === "done" && (kind === "examine" || kind === "evidence"))
  );
}

export function JobLine({ job, dismiss }: { readonly job: Job; readonly dismiss?: () => void }) {
  const { words } = useDesk();
  const name = words.t(`desk.work.kind.${job.kind}`);
  if (job.state === "running") return <RunningJob job={job} name={name} />;
  const problem =
    job.error && new ApiError(job.error.code, job.error.message, { details: job.error.details ?? {} });
  return (
    <div className="job">
      <strong>{name}</strong>
      <span>{problem ? errorText(words, problem) : words.t(`desk.work.state.${job.state}`)}</span>
      {job.state === "done" && <ResultLink job={job} />}
      {dismiss && (
        <Action quiet label={words.t("desk.work.dismiss", { what: name })} onPress={dismiss}>
          {words.t("action.hide")}
        </Action>
      )}
    </div>
  );
}

function RunningJob({ job, name }: { readonly job: Job; readonly name: string }) {
  const { words, jobs } = useDesk();
  const { run, isBusy } = useAction();
  const { done = 0, total = null, at = "" } = job.progress ?? {};
  const { text, left } = progressWords(words, job, useNow(1000));
  return (
    <div className="job">
      <ProgressLine name={name} text={text} done={done} total={total} />
      {left !== null && <span>{left}</span>}
      {at !== "" && <small dir="auto">{textOr(words, at, at)}</small>}
      {job.found.findings + job.found.verdicts > 0 && (
        <span>{words.t("desk.work.found", { count: job.found.findings + job.found.verdicts })}</span>
      )}
      <Action isDisabled={isBusy} onPress={() => run(() => jobs.stop(job.id))}>
        {words.t("desk.work.stop")}
      </Action>
    </div>
  );
}

/** Where the result is shown, if it has a place of its own. */
function ResultLink({ job }: { readonly job: Job }) {
  const words = useWords();
  const result: object = typeof job.result === "object" && job.result !== null ? job.result : {};
  if ("evidence" in result && typeof result.evidence === "string")
    return <Go to={["evidence", result.evidence]}>{words.t("action.show")}</Go>;
  return job.kind === "examine" ? <Go to={["examination", job.id]}>{words.t("action.show")}</Go> : null;
}
