// Bringing back an import that was taken back: all of it stands again, but for what somebody wrote over since.
import { useState } from "react";
import { useAction, useJob } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { StoppableWork } from "./stoppable-work.tsx";

export function BringBack({ table }: { readonly table: string }) {
  const { words, api, jobs } = useDesk();
  const [begun, setBegun] = useState<string | null>(null);
  const { run, isBusy } = useAction();
  const job = useJob(begun);
  const bring = async (): Promise<void> => {
    setBegun((await api.bringBackImport(table)).job);
    jobs.refresh();
  };
  return (
    <section aria-labelledby="bring-back">
      <h2 id="bring-back">{words.t("desk.import.bring-back.title")}</h2>
      <p className="note">{words.t("desk.import.bring-back.what")}</p>
      <p className="actions">
        <Action primary isDisabled={isBusy || job?.state === "running"} onPress={() => run(bring)}>
          {words.t("desk.import.bring-back.do")}
        </Action>
      </p>
      <StoppableWork job={job} />
    </section>
  );
}
