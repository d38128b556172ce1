import { ApiError } from "../api/api.ts";
import type { Job } from "../api/contract/work.ts";
import { useDesk } from "../desk.tsx";
import { errorText } from "../words/labels.ts";
import { progressWords } from "../words/progress-words.ts";
import { useNow } from "../parts/now.ts";

/** How a piece of work stands, where it was begun; the tray shows it on every screen, with a way to stop it. */
export function WorkState({ job }: { readonly job: Job | undefined }) {
  if (job === undefined || job.state === "done") return null;
  return job.state === "running" ? <Running job={job} /> : <Ended job={job} />;
}

function Running({ job }: { readonly job: Job }) {
  const { words } = useDesk();
  const { text, left } = progressWords(words, job, useNow(1000));
  return (
    <p className="note">
      {words.t(`desk.work.kind.${job.kind}`)}: {text} {left}
    </p>
  );
}

function Ended({ job: { state, error } }: { readonly job: Job }) {
  const { words } = useDesk();
  if (error === undefined) return <p className="note">{words.t(`desk.work.state.${state}`)}</p>;
  const problem = new ApiError(error.code, error.message, { details: error.details ?? {} });
  return (
    <p className="danger" role="alert">
      {errorText(words, problem)}
    </p>
  );
}
