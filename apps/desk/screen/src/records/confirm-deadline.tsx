import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { useDraft } from "../fields/draft.ts";
import { TypedField } from "../fields/typed-field.tsx";
import { Action } from "../parts/action.tsx";

/** A person says by name that this is the day. */
export function ConfirmDeadline({ id }: { readonly id: string }) {
  const { words, api, session, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const draft = useDraft(session.settings.me, 0, () => undefined);
  const confirm = async (): Promise<void> => {
    await api.run("deadline.confirm", { deadline: id, by: { text: draft.text.trim(), lang: "zxx" } });
    announce(words.t("state.done"));
    changed();
  };
  return (
    <div className="fields no-print">
      <TypedField label={words.t("desk.deadline.who")} help={words.t("desk.deadline.help")} draft={draft} />
      <p className="actions">
        <Action isDisabled={isBusy || draft.text.trim() === ""} onPress={() => run(confirm)}>
          {words.t("command.deadline.confirm")}
        </Action>
      </p>
    </div>
  );
}
