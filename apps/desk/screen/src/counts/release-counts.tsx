// How the tables leave: for whom, small numbers hidden, what earlier releases and this one reveal together, and only then
// who answers for it.
import { useCallback, useState } from "react";
import type { CountsPlan } from "@tocsin/workspace";
import type { CountInput, CountPlanInput, WrittenCounts } from "../api/contract/counts.ts";
import { useAnswer } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { choicesOf } from "../fields/vocabulary-choices.ts";
import { FormField } from "../parts/form-field.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { ApproveOutputs } from "../report/approve-outputs.tsx";
import { Outputs } from "../report/outputs.tsx";
import { codeLabel } from "../words/labels.ts";
import { CountTable } from "./count-table.tsx";
import { statusWords } from "./count-words.ts";
import { Reveals } from "./reveals.tsx";

const formats = ["csv", "json"] as const;

export function ReleaseCounts({ question }: { readonly question: CountInput }) {
  const { words, definitions } = useDesk();
  const [audience, setAudience] = useState("public");
  const [typed, setTyped] = useState("");
  const [format, setFormat] = useState("csv");
  const threshold = typed.trim() === "" ? undefined : Number(typed);
  const isNumber = threshold === undefined || Number.isSafeInteger(threshold);
  const asked: CountPlanInput = {
    ...question,
    audience,
    ...(threshold === undefined ? {} : { threshold }),
  };
  return (
    <section className="no-print" aria-labelledby="leaving-title">
      <h2 id="leaving-title">{words.t("desk.counts.leaving")}</h2>
      <p className="note">{words.t("desk.counts.leaving.why")}</p>
      <div className="choices-line">
        <SelectField
          label={words.t("desk.release.audience")}
          value={audience}
          choices={choicesOf(words, definitions, "audiences")}
          choose={setAudience}
          canBeEmpty={false}
        />
        <SelectField
          label={words.t("desk.report.formats")}
          value={format}
          choices={formats.map((id) => ({ id, label: codeLabel(words, "outputFormats", id) }))}
          choose={setFormat}
          canBeEmpty={false}
        />
        <FormField
          label={words.t("desk.counts.threshold")}
          value={typed}
          change={setTyped}
          help={words.t("desk.counts.threshold.help")}
          problem={isNumber ? null : words.t("desk.counts.threshold.problem")}
        />
      </div>
      {isNumber && <Planned key={JSON.stringify(asked)} asked={asked} format={format} />}
    </section>
  );
}

interface PlannedProps {
  readonly asked: CountPlanInput;
  readonly format: string;
}

function Planned({ asked, format }: PlannedProps) {
  const { words, api, version } = useDesk();
  const [isAccepted, setAccepted] = useState(false);
  const key = JSON.stringify(asked);
  const { value: plan, error } = useAnswer<CountsPlan>(
    useCallback(() => api.planCounts(JSON.parse(key) as CountPlanInput), [api, key]),
    version,
  );
  if (plan === null) return <Waiting error={error} />;
  return (
    <>
      <Leaves plan={plan} />
      <Reveals notices={plan.notices} isAccepted={isAccepted} accept={setAccepted} />
      <ApproveOutputs
        key={format}
        forms={[format]}
        isBlocked={plan.notices.length > 0 && !isAccepted}
        write={({ approvedBy }) =>
          api.writeCounts({ ...asked, approvedBy, format, acceptDifferences: isAccepted })
        }
        result={(written: WrittenCounts) => (
          <>
            <p>{words.t("desk.counts.hidden", { count: written.hidden })}</p>
            <Outputs written={written} />
          </>
        )}
      />
    </>
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
