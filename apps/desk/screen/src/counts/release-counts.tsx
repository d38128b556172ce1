// How the tables leave: for whom, small numbers hidden, what earlier releases and this one reveal together, and only then
// who answers for it.
import { useState } from "react";
import type { CountsPlan } from "@tocsin/workspace";
import type { CountInput, CountPlanInput, WrittenCounts } from "../api/contract/counts.ts";
import { useDesk } from "../desk.tsx";
import { AudienceAndFormat, forEverybody, PlannedNumbers } from "../leaving/leave-numbers.tsx";
import { FormField } from "../parts/form-field.tsx";
import { Outputs } from "../report/outputs.tsx";
import { CountTable } from "./count-table.tsx";
import { statusWords } from "./count-words.ts";

export function ReleaseCounts({ question }: { readonly question: CountInput }) {
  const { words, api } = useDesk();
  const [whom, setWhom] = useState(forEverybody);
  const [typed, setTyped] = useState("");
  const threshold = typed.trim() === "" ? undefined : Number(typed);
  const isNumber = threshold === undefined || Number.isSafeInteger(threshold);
  const asked: CountPlanInput = {
    ...question,
    audience: whom.audience,
    ...(threshold === undefined ? {} : { threshold }),
  };
  return (
    <section className="no-print" aria-labelledby="leaving-title">
      <h2 id="leaving-title">{words.t("desk.counts.leaving")}</h2>
      <p className="note">{words.t("desk.counts.leaving.why")}</p>
      <AudienceAndFormat value={whom} choose={setWhom}>
        <FormField
          label={words.t("desk.counts.threshold")}
          value={typed}
          change={setTyped}
          help={words.t("desk.counts.threshold.help")}
          problem={isNumber ? null : words.t("desk.counts.threshold.problem")}
        />
      </AudienceAndFormat>
      {isNumber && (
        <PlannedNumbers
          key={JSON.stringify(asked)}
          asked={asked}
          format={whom.format}
          plan={api.planCounts}
          write={api.writeCounts}
          tell={(plan) => <Leaves plan={plan} />}
          result={(written: WrittenCounts) => (
            <>
              <p>{words.t("desk.counts.hidden", { count: written.hidden })}</p>
              <Outputs written={written} />
            </>
          )}
        />
      )}
    </section>
  );
}

function Leaves({ plan: { counts, hidden } }: { readonly plan: CountsPlan }) {
  const { words } = useDesk();
  return (
    <div className="card">
      <p>
        <b>{words.t("desk.counts.hidden", { count: hidden })}</b>{" "}
        {words.t("count.rule.hidden", { threshold: counts.threshold })}
      </p>
      {counts.tables.length === 0 && <p className="note">{words.t("count.none")}</p>}
      {counts.tables.map((table) => {
        const title = words.t("count.status", { status: statusWords(words, table.status) });
        return (
          <section key={table.status} aria-label={`${words.t("desk.counts.leaving")}: ${title}`}>
            <h3>{title}</h3>
            <CountTable
              table={table}
              by={counts.question.by}
              caption={`${words.t("desk.counts.leaving")}: ${title}`}
            />
          </section>
        );
      })}
    </div>
  );
}
