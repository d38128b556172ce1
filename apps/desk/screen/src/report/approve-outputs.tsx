// The last step before something is written and leaves: who answers for it, in which forms; then the files, to be fetched.
import { useState, type ReactNode } from "react";
import type { EarlierNotice } from "@tocsin/workspace";
import type { Approved } from "../api/contract/report.ts";
import type { Job, StartedJob } from "../api/contract/work.ts";
import { useAction, useJob } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import { Earlier } from "./earlier.tsx";
import { WorkState } from "../vault/work-state.tsx";

const documentForms: readonly string[] = ["pdf", "html", "json"];

interface ApproveOutputsProps<Written> {
  /** Forms to choose from; a single one was chosen elsewhere. */
  readonly forms?: readonly string[];
  /** Something else is to be decided on first. */
  readonly isBlocked?: boolean;
  /** What earlier releases and this one together reveal: nothing is written before a person accepts it. */
  readonly earlier?: readonly EarlierNotice[];
  readonly write: (approved: Approved) => Promise<StartedJob>;
  /** Draws what was written; our own server is taken at its word for it. */
  readonly result: (written: Written) => ReactNode;
}

export function ApproveOutputs<Written>({
  forms = documentForms,
  isBlocked = false,
  earlier = [],
  write,
  result,
}: ApproveOutputsProps<Written>) {
  const { words, jobs, session } = useDesk();
  const [approvedBy, setApprovedBy] = useState(session.settings.me);
  const [wanted, setWanted] = useState(forms);
  const [isAccepted, setAccepted] = useState(false);
  const [begun, setBegun] = useState<string | null>(null);
  const { run, isBusy } = useAction();
  const job = useJob(begun);
  const begin = async (): Promise<void> => {
    const differences = earlier.length === 0 ? {} : { acceptDifferences: isAccepted };
    const approved = { approvedBy: approvedBy.trim(), formats: wanted, ...differences };
    setBegun((await write(approved)).job);
    jobs.refresh();
  };
  const isDecided = earlier.length === 0 || isAccepted;
  const isReady = [approvedBy.trim() !== "", wanted.length > 0, !isBlocked, isDecided].every(Boolean);
  return (
    <section className="card fields no-print" aria-labelledby="approve-title">
      <h2 id="approve-title">{words.t("desk.release.approve")}</h2>
      <Earlier notices={earlier} isAccepted={isAccepted} accept={setAccepted} />
      <p className="waits">{words.t("desk.release.leaves")}</p>
      <FormField label={words.t("release.approvedBy")} value={approvedBy} change={setApprovedBy} required />
      {forms.length > 1 && <Formats forms={forms} wanted={wanted} change={setWanted} />}
      <Action primary isDisabled={isBusy || job?.state === "running" || !isReady} onPress={() => run(begin)}>
        {words.t("desk.release.approve")}
      </Action>
      <WorkState job={job} />
      <Result job={job} draw={result} />
    </section>
  );
}

interface ResultProps<Written> {
  readonly job: Job | undefined;
  readonly draw: (written: Written) => ReactNode;
}

function Result<Written>({ job, draw }: ResultProps<Written>) {
  return <>{job?.state === "done" && job.result !== undefined && draw(job.result as Written)}</>;
}

interface FormatsProps {
  readonly forms: readonly string[];
  readonly wanted: readonly string[];
  readonly change: (wanted: readonly string[]) => void;
}

function Formats({ forms, wanted, change }: FormatsProps) {
  const { words } = useDesk();
  const toggle = (format: string): void =>
    change(wanted.includes(format) ? wanted.filter((each) => each !== format) : [...wanted, format]);
  return (
    <fieldset className="checks">
      <legend>{words.t("desk.report.formats")}</legend>
      {forms.map((format) => (
        <label key={format} className="check">
          <input type="checkbox" checked={wanted.includes(format)} onChange={() => toggle(format)} />
          {words.t(`outputFormats.${format}.label`)}
        </label>
      ))}
    </fieldset>
  );
}
