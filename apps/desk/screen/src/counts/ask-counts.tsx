// The question: what is counted, broken down by what, when, and in which status. Only what fits together is offered.
import type { CountChoices, CountInput } from "../api/contract/counts.ts";
import { useWords } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { FormField } from "../parts/form-field.tsx";
import { breakdownWords, statusWords } from "./count-words.ts";

interface AskCountsProps {
  readonly asked: CountInput;
  readonly choices: CountChoices;
  readonly change: (asked: CountInput) => void;
  readonly status: string;
  readonly chooseStatus: (status: string) => void;
}

const statuses = ["reported", "corroborated", "confirmed", "confirmed-unnamed", "unknown"];

export function AskCounts({ asked, choices, change, status, chooseStatus }: AskCountsProps) {
  const words = useWords();
  const { question, fault, measures, scopes } = choices;
  const named = (group: string, codes: readonly string[]) =>
    codes.map((id) => ({ id, label: words.t(`count.${group}.${id}`) }));
  return (
    <form className="fields count-question no-print" onSubmit={(event) => event.preventDefault()}>
      <SelectField
        label={words.t("desk.counts.measure")}
        value={question.measure}
        choices={named("measure", measures)}
        choose={(measure) => change({ ...asked, measure })}
        canBeEmpty={false}
      />
      <SelectField
        label={words.t("desk.counts.scope")}
        value={question.scope}
        choices={named("scope", scopes)}
        choose={(scope) => change({ ...asked, scope })}
        canBeEmpty={false}
      />
      <Breakdowns asked={asked} choices={choices} change={change} />
      <FormField
        label={words.t("desk.counts.period")}
        value={asked.period ?? ""}
        change={(period) => change(withPeriod(asked, period))}
        help={words.t("desk.counts.period.help")}
        problem={fault === "period" ? words.t("desk.counts.period.problem") : null}
      />
      <SelectField
        label={words.t("desk.counts.status")}
        value={status}
        choices={[
          { id: "", label: words.t("desk.counts.status.all") },
          ...statuses.map((id) => ({ id, label: statusWords(words, id) })),
        ]}
        choose={chooseStatus}
        canBeEmpty={false}
      />
    </form>
  );
}

type BreakdownsProps = Pick<AskCountsProps, "asked" | "choices" | "change">;

function Breakdowns({ asked, choices: { question, first, second }, change }: BreakdownsProps) {
  const words = useWords();
  const [one = "", other = ""] = question.by;
  const named = (codes: readonly string[]) => codes.map((id) => ({ id, label: breakdownWords(words, id) }));
  const choose = (...by: readonly string[]): void =>
    change({ ...asked, by: by.filter((each) => each !== "") });
  return (
    <>
      <SelectField
        label={words.t("desk.counts.first")}
        value={one}
        choices={named(first)}
        choose={(by) => (by === "" ? choose(other) : choose(by, other))}
      />
      {second.length > 0 && (
        <SelectField
          label={words.t("desk.counts.second")}
          value={other}
          choices={named(second)}
          choose={(by) => choose(one, by)}
        />
      )}
    </>
  );
}

function withPeriod({ measure, scope, by }: CountInput, typed: string): CountInput {
  const period = typed.trim();
  return { measure, scope, by, ...(period === "" ? {} : { period }) };
}
