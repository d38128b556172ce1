// What can be done about a day of a proceeding where it stands: confirm it, say that it was met, and take that back.
import type { ProceedingPage } from "@tocsin/workspace";
import { useAction } from "../../../asking.ts";
import { useDesk } from "../../../desk.tsx";
import { Action, Go } from "../../../parts/action.tsx";
import { dateWords } from "../../../words/date-words.ts";
import { ConfirmDeadline } from "../../confirm-deadline.tsx";

export type CourtDay = ProceedingPage["days"][number];

export function isUnconfirmed({ marks = [] }: CourtDay): boolean {
  return marks.includes("unconfirmed");
}

interface DayActsProps {
  readonly day: CourtDay;
  /** Open from the start, where it is what a person came for. */
  readonly isFirst?: boolean;
}

export function DayActs({ day, isFirst = false }: DayActsProps) {
  const { words } = useDesk();
  if (day.kind === "hearing") return null;
  const canConfirm = isUnconfirmed(day) && day.done === null && day.day !== null;
  return (
    <>
      {canConfirm && day.zone !== null && (
        <details className="quick no-print" open={isFirst}>
          <summary>{words.t("command.deadline.confirm")}</summary>
          <Counted day={day} />
          <ConfirmDeadline id={day.record} />
        </details>
      )}
      {canConfirm && day.zone === null && (
        <p className="actions no-print">
          <Go to={["deadline", day.record]}>{words.t("special.day.add-zone")}</Go>
        </p>
      )}
      {day.done === null && <Met day={day} />}
    </>
  );
}

/** What whoever confirms it has to look at: the rule, where it stands, and how the day was come by. */
function Counted({ day: { counted, rule, ruleSource } }: { readonly day: CourtDay }) {
  const { words } = useDesk();
  return (
    <dl className="face">
      {counted !== null && (
        <>
          <dt>{words.t("special.day.counted")}</dt>
          <dd>
            {words.t("special.day.counted.from", {
              count: counted.days,
              from: dateWords(words, counted.from),
            })}
          </dd>
        </>
      )}
      <dt>{words.t("deadline.rule")}</dt>
      <dd>
        <bdi>{rule ?? words.t("state.empty")}</bdi>
      </dd>
      <dt>{words.t("deadline.ruleSource")}</dt>
      <dd>
        <bdi>{ruleSource ?? words.t("state.empty")}</bdi>
      </dd>
    </dl>
  );
}

function Met({ day }: { readonly day: CourtDay }) {
  const { words, api, announceUndo, changed } = useDesk();
  const { run, isBusy } = useAction();
  const met = async (): Promise<void> => {
    const patch = { done: { set: new Date().toISOString() } };
    const { at } = await api.run("record.change", { record: day.record, patch });
    announceUndo(words.t("special.day.met.said"), () => api.run("record.undo", { record: day.record, at }));
    changed();
  };
  return (
    <p className="actions no-print">
      <Action
        isDisabled={isBusy}
        label={`${words.t("special.day.met")}: ${day.label}`}
        onPress={() => run(met)}
      >
        {words.t("special.day.met")}
      </Action>
    </p>
  );
}
