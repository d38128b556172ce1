// Taking a whole import back: gone through first, so that a person sees what would go and what stays, and only then written.
import { useState } from "react";
import type { TakeBackPlan } from "@tocsin/workspace";
import type { Job } from "../api/contract/work.ts";
import { useAction, useJob } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { addressOf } from "../router.ts";
import { numberWords } from "../words/amounts.ts";
import { StoppableWork } from "./stoppable-work.tsx";

export function TakeBack({ table }: { readonly table: string }) {
  const { words, api, jobs } = useDesk();
  const [changedToo, setChangedToo] = useState(false);
  const [begun, setBegun] = useState<string | null>(null);
  const { run, isBusy } = useAction();
  const job = useJob(begun);
  const begin = (dryRun: boolean, also: boolean): void =>
    run(async () => {
      setChangedToo(also);
      setBegun((await api.takeBackImport(table, { dryRun, changedToo: also })).job);
      jobs.refresh();
    });
  const plan = isBusy ? null : planIn(job);
  const isRunning = isBusy || job?.state === "running";
  return (
    <section aria-labelledby="take-back">
      <h2 id="take-back">{words.t("desk.import.take-back.title")}</h2>
      <p className="note">{words.t("desk.import.take-back.what")}</p>
      <p className="actions">
        <Action primary={plan === null} isDisabled={isRunning} onPress={() => begin(true, changedToo)}>
          {words.t("desk.import.take-back.check")}
        </Action>
      </p>
      <StoppableWork job={job} />
      {plan !== null && (
        <div className="card">
          <h3>{words.t("cli.import.back.would")}</h3>
          <Kinds records={plan.withdrawn} />
          <p>{words.t("cli.import.back.put-back", { count: plan.putBack })}</p>
          <Kept plan={plan} changedToo={changedToo} />
          {plan.listed.length > 0 && (
            <label className="check">
              <input
                type="checkbox"
                checked={changedToo}
                disabled={isRunning}
                onChange={() => begin(true, !changedToo)}
              />
              <span>{words.t("desk.import.take-back.changed-too")}</span>
            </label>
          )}
          <p className="waits">{words.t("desk.import.take-back.nothing-erased")}</p>
          <p className="actions">
            <Action primary isDisabled={isRunning} onPress={() => begin(false, changedToo)}>
              {words.t("desk.import.take-back.do")}
            </Action>
          </p>
        </div>
      )}
    </section>
  );
}

/** Of a dry run that came to its end; the server is taken at its word. */
function planIn(job: Job | undefined): TakeBackPlan | null {
  if (job?.kind !== "table-back-check" || job.state !== "done" || job.result === undefined) return null;
  return job.result as TakeBackPlan;
}

function Kinds({ records }: { readonly records: Readonly<Record<string, number>> }) {
  const { words } = useDesk();
  return (
    <ul className="plain">
      {Object.entries(records).map(([kind, count]) => (
        <li key={kind}>
          <span>
            {words.t(`kind.${kind}`)}: <strong>{numberWords(words, count)}</strong>
          </span>
        </li>
      ))}
    </ul>
  );
}

const shownAtOnce = 50;

function Kept({
  plan: { kept, listed },
  changedToo,
}: {
  readonly plan: TakeBackPlan;
  readonly changedToo: boolean;
}) {
  const { words } = useDesk();
  const [shown, setShown] = useState(shownAtOnce);
  const all = kept.changed + kept.linked + kept.together;
  const told = words.t(changedToo ? "cli.import.back.worked-on" : "cli.import.back.kept", { ...kept });
  if (all === 0) return <p>{told}</p>;
  return (
    <details open>
      <summary>{told}</summary>
      <ul className="plain">
        {listed.slice(0, shown).map(({ id, kind, label, reason }) => (
          <li key={id}>
            <a href={addressOf(kind, id)}>
              <bdi>{label === "" ? words.t(`kind.${kind}.one`) : label}</bdi>
            </a>
            <small>{words.t(`cli.import.back.reason.${reason}`)}</small>
          </li>
        ))}
      </ul>
      {shown < listed.length && (
        <p className="actions">
          <Action onPress={() => setShown(shown + shownAtOnce)}>{words.t("action.show-more")}</Action>
        </p>
      )}
      {listed.length < all && (
        <p className="note">{words.t("desk.import.take-back.not-listed", { count: all - listed.length })}</p>
      )}
    </details>
  );
}
