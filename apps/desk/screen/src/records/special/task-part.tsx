// A task: done in one press, with the way back; when it is due, for whom, and what it belongs to.
import { useAction } from "../../asking.ts";
import { useDesk } from "../../desk.tsx";
import { plainText } from "../../fields/plain-text.ts";
import { Action } from "../../parts/action.tsx";
import { useNow } from "../../parts/now.ts";
import { dateWords, momentWords } from "../../words/date-words.ts";
import { dayClass, dayState, leftWords, zoneWords } from "./day-words.ts";
import { Facts } from "./facts.tsx";
import type { SpecialProps } from "./special-props.ts";

export function TaskPart({ page }: SpecialProps) {
  const { words, api, announceUndo, changed } = useDesk();
  const { run, isBusy } = useAction();
  const now = useNow(60_000);
  const textOf = (name: string): string | null =>
    page.values[name] === undefined ? null : plainText(page.values[name]);
  const due = { kind: "task", day: textOf("due"), zone: textOf("zone"), done: textOf("done") };
  const act = async (command: string, input: object): Promise<void> => {
    const { at } = await api.run(command, input);
    announceUndo(words.t("state.done"), () => api.run("record.undo", { record: page.id, at }));
    changed();
  };
  const reopen = { record: page.id, patch: { done: { clear: true } } };
  return (
    <section className="special card" aria-label={words.t("special.task")}>
      <p className="next-left">
        <strong className={dayClass(dayState(due, now))}>{leftWords(words, due, now)}</strong>
      </p>
      {due.day !== null && (
        <p>
          {words.t("task.due")}: {dateWords(words, due.day)} · {zoneWords(words, due.zone)}
        </p>
      )}
      {due.done !== null && (
        <p className="verified">{words.t("special.task.done", { when: momentWords(words, due.done) })}</p>
      )}
      <Facts page={page} fields={["who", "about", "case"]} />
      <p className="actions no-print">
        {due.done === null ? (
          <Action primary isDisabled={isBusy} onPress={() => run(() => act("task.done", { task: page.id }))}>
            {words.t("command.task.done")}
          </Action>
        ) : (
          <Action isDisabled={isBusy} onPress={() => run(() => act("record.change", reopen))}>
            {words.t("special.task.reopen")}
          </Action>
        )}
      </p>
    </section>
  );
}
