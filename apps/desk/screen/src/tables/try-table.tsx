// Going through the whole table without writing; then, as one act, writing it.
import { useState } from "react";
import type { TableMapping } from "@tocsin/workspace";
import type { TableReport, TakenTable } from "../api/contract/tables.ts";
import type { Job } from "../api/contract/work.ts";
import { useAction, useJob } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { numberWords } from "../words/amounts.ts";
import { ProblemGroups } from "./problem-groups.tsx";
import { StoppableWork } from "./stoppable-work.tsx";

interface TryTableProps {
  readonly taken: TakenTable;
  readonly mapping: TableMapping;
}

export function TryTable({ taken, mapping }: TryTableProps) {
  const { words, api, jobs } = useDesk();
  const [checked, setChecked] = useState<string | null>(null);
  const [written, setWritten] = useState<string | null>(null);
  const { run, isBusy } = useAction();
  const [check, write] = [useJob(checked), useJob(written)];
  const begin = (ask: () => Promise<{ readonly job: string }>, keep: (job: string) => void): void =>
    run(async () => {
      keep((await ask()).job);
      jobs.refresh();
    });
  const [found, imported] = [reportIn(check), reportIn(write)];
  const isRunning = isBusy || check?.state === "running" || write?.state === "running";
  if (imported !== null && written !== null)
    return <Report taken={taken} run={written} report={imported} isWritten />;
  return (
    <>
      <p className="note">{words.t("desk.table.check.what")}</p>
      <p className="actions">
        <Action
          primary={found === null}
          isDisabled={isRunning}
          onPress={() => begin(() => api.checkTable(taken.table, mapping), setChecked)}
        >
          {words.t("desk.table.check")}
        </Action>
      </p>
      <StoppableWork job={check} />
      {found !== null && checked !== null && (
        <>
          <Report taken={taken} run={checked} report={found} isWritten={false} />
          <p className="note">{words.t("desk.table.undo")}</p>
          <p className="actions">
            <Action
              primary
              isDisabled={isRunning || found.rows === found.knownRows}
              onPress={() => begin(() => api.importTable(taken.table, checked), setWritten)}
            >
              {words.t("desk.table.import")}
            </Action>
          </p>
        </>
      )}
      <StoppableWork job={write} />
    </>
  );
}

/** The server is taken at its word. */
function reportIn(job: Job | undefined): TableReport | null {
  return job?.state === "done" && job.result !== undefined ? (job.result as TableReport) : null;
}

interface ReportProps {
  readonly taken: TakenTable;
  readonly run: string;
  readonly report: TableReport;
  readonly isWritten: boolean;
}

function Report({ taken, run, report, isWritten }: ReportProps) {
  const { words } = useDesk();
  const { rows, knownRows, records, keptCells, groups } = report;
  return (
    <section className="card" aria-labelledby="report-title">
      <h2 id="report-title">{words.t(isWritten ? "desk.table.written" : "desk.table.would")}</h2>
      <p>{words.t("desk.table.rows", { rows, known: knownRows })}</p>
      <ul className="plain">
        {Object.entries(records).map(([kind, count]) => (
          <li key={kind}>
            <span>
              {words.t(`kind.${kind}`)}: <strong>{numberWords(words, count)}</strong>
            </span>
            {isWritten && (
              <Go quiet to={["list", kind]}>
                {words.t("desk.table.list", { kind: words.t(`kind.${kind}`) })}
              </Go>
            )}
          </li>
        ))}
      </ul>
      <p className="note">{words.t("desk.table.kept", { count: keptCells })}</p>
      {isWritten && report.table !== null && (
        <p className="actions">
          <Go quiet to={["table", report.table]}>
            {words.t("desk.import.take-back.title")}
          </Go>
        </p>
      )}
      <ProblemGroups table={taken.table} run={run} groups={groups} />
    </section>
  );
}
