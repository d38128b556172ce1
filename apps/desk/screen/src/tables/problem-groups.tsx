// What could not be taken as it is, by kind: how many, and each by row and column with the value as it was found.
import { useState } from "react";
import type { TableProblem } from "@tocsin/workspace";
import type { ProblemGroup } from "../api/contract/tables.ts";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { textOr } from "../words/labels.ts";
import { FoundValue } from "./found-value.tsx";

interface ProblemGroupsProps {
  readonly table: string;
  readonly run: string;
  readonly groups: readonly ProblemGroup[];
}

export function ProblemGroups({ table, run, groups }: ProblemGroupsProps) {
  const { words } = useDesk();
  if (groups.length === 0) return <p className="verified">{words.t("desk.table.no-problems")}</p>;
  return (
    <>
      <h3>{words.t("desk.table.problems")}</h3>
      {groups.map((group) => (
        <details key={group.reason}>
          <summary>
            {words.t("desk.table.problem", {
              reason: words.t(`cli.import.reason.${group.reason}`),
              count: group.count,
            })}
          </summary>
          <Problems table={table} run={run} group={group} />
        </details>
      ))}
      <ProblemsFile table={table} run={run} />
    </>
  );
}

/** Made when somebody asks for it: it leaves the vault in clear. */
function ProblemsFile({ table, run: job }: Omit<ProblemGroupsProps, "groups">) {
  const { words, api } = useDesk();
  const [url, setUrl] = useState<string | null>(null);
  const { run, isBusy } = useAction();
  return (
    <>
      <p className="note">{words.t("desk.table.problems.clear")}</p>
      <p className="actions">
        {url === null ? (
          <Action
            isDisabled={isBusy}
            onPress={() => run(async () => setUrl((await api.problemsFile(table, job)).url))}
          >
            {words.t("desk.table.problems.file")}
          </Action>
        ) : (
          <a href={url} download="problems.csv">
            {words.t("desk.table.problems.save")}
          </a>
        )}
      </p>
    </>
  );
}

interface ProblemsProps extends Omit<ProblemGroupsProps, "groups"> {
  readonly group: ProblemGroup;
}

function Problems({ table, run: job, group: { reason, count, listed, first } }: ProblemsProps) {
  const { words, api } = useDesk();
  const [problems, setProblems] = useState(first);
  const { run, isBusy } = useAction();
  const more = async (): Promise<void> => {
    const next = await api.tableProblems(table, { run: job, reason, from: problems.length });
    setProblems([...problems, ...next]);
  };
  return (
    <>
      <ul className="plain">
        {problems.map((problem, at) => (
          <li key={at}>
            <Problem problem={problem} />
          </li>
        ))}
      </ul>
      {problems.length < listed && (
        <p className="actions">
          <Action isDisabled={isBusy} onPress={() => run(more)}>
            {words.t("action.show-more")}
          </Action>
        </p>
      )}
      {listed < count && (
        <p className="note">{words.t("desk.table.not-listed", { count: count - listed })}</p>
      )}
    </>
  );
}

function Problem({ problem }: { readonly problem: TableProblem }) {
  const { words } = useDesk();
  const { sheet, row, column, heading, value, field, effect } = problem;
  const place = row === 0 ? sheet : `${sheet === "" ? "" : `${sheet}!`}${column}${row}`;
  return (
    <span>
      <bdi>{place}</bdi> {heading !== "" && <bdi>{heading}</bdi>}{" "}
      {field !== "" && <small>{textOr(words, field, field)}</small>}{" "}
      {value !== "" && <FoundValue text={value} />} <small>{words.t(`desk.table.effect.${effect}`)}</small>
    </span>
  );
}
