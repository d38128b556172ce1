// How a piece of work stands, with a way to stop it beside it.
import type { Job } from "../api/contract/work.ts";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { WorkState } from "../vault/work-state.tsx";

export function StoppableWork({ job }: { readonly job: Job | undefined }) {
  const { words, jobs } = useDesk();
  const { run, isBusy } = useAction();
  return (
    <>
      <WorkState job={job} />
      {job?.state === "running" && (
        <p className="actions">
          <Action isDisabled={isBusy} onPress={() => run(() => jobs.stop(job.id))}>
            {words.t("desk.work.stop")}
          </Action>
        </p>
      )}
    </>
  );
}
