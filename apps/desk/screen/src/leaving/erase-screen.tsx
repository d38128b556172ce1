// Erasing for good what a withdrawn consent or an ended retention no longer allows: first what it would mean.
import { useCallback, useState } from "react";
import type { ErasurePlan, RecordPage } from "@tocsin/workspace";
import type { ErasedResult } from "../api/contract/erasure.ts";
import type { StartedJob } from "../api/contract/work.ts";
import { useAnswer, useQuery, useWork } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { CommandAction } from "../records/record-page.tsx";
import { WorkState } from "../vault/work-state.tsx";
import { ConfirmErasure } from "./confirm-erasure.tsx";
import { Erased } from "./erased.tsx";
import { ErasureRecords } from "./erasure-records.tsx";
import { OutOfReachList } from "./out-of-reach.tsx";

export interface EraseAbout {
  /** What is over: a consent, a retention; or a record that was taken in by mistake. */
  readonly about: "consent" | "retention" | "record";
  readonly id: string;
}

export function EraseScreen({ about, id }: EraseAbout) {
  const { words } = useDesk();
  const [hasBegun, setBegun] = useState(false);
  const work = useWork<ErasedResult>("erase");
  const { job, result, isBusy } = work;
  const hasFailed = hasBegun && !isBusy && (job?.state === "failed" || job?.state === "cancelled");
  const erase = (ask: () => Promise<StartedJob>): void => {
    setBegun(true);
    work.start(ask);
  };
  if (!hasBegun || hasFailed)
    return (
      <article className="page erasure">
        {hasFailed && <WorkState job={job} />}
        <Before about={about} id={id} erase={erase} />
      </article>
    );
  // What is being erased is not asked for any more.
  return (
    <article className="page erasure">
      <h1>{words.t("desk.erase.title")}</h1>
      {result === null ? <WorkState job={job} /> : <Erased erased={result} />}
    </article>
  );
}

interface BeforeProps extends EraseAbout {
  readonly erase: (ask: () => Promise<StartedJob>) => void;
}

function Before({ about, id, erase }: BeforeProps) {
  const { words } = useDesk();
  const asked = useQuery<RecordPage>("record.show", { record: id });
  const record = asked.value;
  if (record === null) return <Waiting error={asked.error} />;
  const mustWithdraw = about === "consent" && record.values["withdrawn"] === undefined;
  return (
    <>
      <Crumbs trail={[{ label: record.label, to: [record.kind, id] }]} />
      <h1>{words.t("desk.erase.title")}</h1>
      <p className="lead">{words.t(`desk.erase.about.${about}`)}</p>
      {mustWithdraw ? (
        <section className="card" aria-labelledby="withdraw-title">
          <h2 id="withdraw-title">{words.t("desk.erase.withdraw")}</h2>
          <p>{words.t("desk.erase.withdraw.first")}</p>
          <p className="actions">
            <CommandAction name="consent.withdraw" input={{ consent: id }} />
          </p>
        </section>
      ) : (
        <Planned about={about} id={id} erase={erase} />
      )}
    </>
  );
}

function Planned({ about, id, erase }: BeforeProps) {
  const { words, api, version } = useDesk();
  const asked = useAnswer<ErasurePlan>(
    useCallback(() => api.planErasure({ [about]: id }), [api, about, id]),
    version,
  );
  const plan = asked.value;
  if (plan === null)
    return asked.error === null ? (
      <output className="note">{words.t("desk.erase.planning")}</output>
    ) : (
      <Waiting error={asked.error} />
    );
  // Chosen anew where something was written meanwhile.
  return <Plan key={plan.digest} about={about} id={id} erase={erase} plan={plan} />;
}

function Plan({ about, id, erase, plan }: BeforeProps & { readonly plan: ErasurePlan }) {
  const { words } = useDesk();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(plan.records.filter((record) => record.chosen).map((record) => record.id)),
  );
  return (
    <>
      <ErasureRecords plan={plan} chosen={chosen} change={setChosen} />
      <OutOfReachList outOfReach={plan.outOfReach} />
      {plan.obstacle === null ? (
        <ConfirmErasure subject={{ [about]: id }} plan={plan.digest} chosen={chosen} erase={erase} />
      ) : (
        <p className="note">{words.t(`desk.erase.obstacle.${plan.obstacle}`)}</p>
      )}
    </>
  );
}
