// Counts: who was struck, by the rules that stand beside the numbers; as they are inside, and as they would leave.
import { useCallback, useState } from "react";
import type { CountPage } from "@tocsin/workspace";
import type { CountChoices, CountInput } from "../api/contract/counts.ts";
import { useAnswer, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, PrintAction } from "../parts/action.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { TablesNotice } from "../records/tables-notice.tsx";
import { AskCounts } from "./ask-counts.tsx";
import { CountedInside } from "./counted-inside.tsx";
import { CountingRules } from "./counting-rules.tsx";
import { ReleaseCounts } from "./release-counts.tsx";

export function CountsScreen() {
  const { words } = useDesk();
  const [asked, setAsked] = useState<CountInput>({
    measure: "people",
    scope: "indicator",
    by: ["category"],
  });
  const [status, setStatus] = useState("");
  const choices = useChoices(asked);
  return (
    <article className="page wide">
      <div className="title-line">
        <h1>{words.t("desk.counts.title")}</h1>
        <PrintAction>{words.t("action.print")}</PrintAction>
      </div>
      <p className="note">{words.t("desk.counts.why")}</p>
      {choices.value === null ? (
        <Waiting error={choices.error} />
      ) : (
        <>
          <AskCounts
            asked={asked}
            choices={choices.value}
            change={setAsked}
            status={status}
            chooseStatus={setStatus}
          />
          {/* With a period that cannot be read there is nothing to count. */}
          {choices.value.fault !== "period" && (
            <Answer
              key={JSON.stringify(choices.value.question)}
              question={choices.value.question}
              status={status}
            />
          )}
        </>
      )}
    </article>
  );
}

/** What could be chosen before stays on the screen until it is known what can be chosen now. */
function useChoices(asked: CountInput): { readonly value: CountChoices | null; readonly error: unknown } {
  const { api } = useDesk();
  const key = JSON.stringify(asked);
  const { value, error } = useAnswer<CountChoices>(
    useCallback(() => api.countChoices(JSON.parse(key) as CountInput), [api, key]),
    0,
  );
  const [last, setLast] = useState(value);
  if (value !== null && value !== last) setLast(value);
  return { value: value ?? last, error };
}

interface AnswerProps {
  readonly question: CountPage["question"];
  readonly status: string;
}

function Answer(props: AnswerProps) {
  const { words } = useDesk();
  const [isStopped, setStopped] = useState(false);
  if (!isStopped) return <Counted {...props} stop={() => setStopped(true)} />;
  return (
    <>
      <p>{words.t("desk.counts.stopped")}</p>
      <Action onPress={() => setStopped(false)}>{words.t("desk.counts.again")}</Action>
    </>
  );
}

/** A part of a number is no number: while the tables are made anew, counts wait for them, for as long as somebody likes. */
function Counted({ question, status, stop }: AnswerProps & { readonly stop: () => void }) {
  const { words } = useDesk();
  const asked = useQuery<CountPage>("count", question);
  const page = asked.value;
  if (page === null)
    return (
      <>
        <Waiting error={asked.error} />
        <TablesNotice>
          <Action onPress={stop}>{words.t("desk.counts.stop")}</Action>
        </TablesNotice>
      </>
    );
  return (
    <>
      <TablesNotice />
      <div className="cols">
        <div>
          <CountedInside page={page} status={status} />
          <ReleaseCounts question={question} />
        </div>
        <CountingRules page={page} />
      </div>
    </>
  );
}
