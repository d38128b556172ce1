// What must be seen wherever a record is shown, and what can be done about it.
import type { RecordPage } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { useAction } from "../asking.ts";
import { useDraft } from "../fields/draft.ts";
import { TypedField } from "../fields/typed-field.tsx";
import { Action } from "../parts/action.tsx";
import { Lacking } from "./lacking.tsx";

export function Marks({ page }: { readonly page: RecordPage }) {
  const { words } = useDesk();
  const marks = (page.marks ?? []).filter((mark) => mark !== "draft");
  return (
    <>
      {marks.map((mark) => (
        <p key={mark} className={mark === "described" ? "note" : "waits"}>
          {words.t(`mark.${mark}`)}
        </p>
      ))}
      <Lacking page={page} />
      {marks.includes("unconfirmed") && <ConfirmDeadline id={page.id} />}
    </>
  );
}

/** A person says by name that this is the day. */
function ConfirmDeadline({ id }: { readonly id: string }) {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const draft = useDraft("", 0, () => undefined);
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
