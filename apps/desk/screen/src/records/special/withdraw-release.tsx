// A release is withdrawn: why, and who decides it. What others hold stays with them, and that is said before.
import { useState } from "react";
import { useAction } from "../../asking.ts";
import { useDesk } from "../../desk.tsx";
import { Action } from "../../parts/action.tsx";
import { FormField } from "../../parts/form-field.tsx";
import type { Submitted } from "../../parts/submitted.ts";

interface WithdrawReleaseProps {
  readonly release: string;
  /** Of a library: the next one says it. */
  readonly isLibrary?: boolean;
}

export function WithdrawRelease({ release, isLibrary = false }: WithdrawReleaseProps) {
  const { words, api, announceUndo, changed, session } = useDesk();
  const { run, isBusy } = useAction();
  const [why, setWhy] = useState("");
  const [by, setBy] = useState(session.settings.me);
  const isReady = why.trim() !== "" && by.trim() !== "";
  const withdraw = async (): Promise<void> => {
    const lang = words.locale;
    const input = { release, why: { text: why.trim(), lang }, by: { text: by.trim(), lang } };
    const { at } = await api.run("release.withdraw", input);
    announceUndo(words.t("state.done"), () => api.run("record.undo", { record: release, at }));
    changed();
  };
  const submit = (event: Submitted): void => {
    event.preventDefault();
    if (isReady) run(withdraw);
  };
  return (
    <details className="no-print">
      <summary>{words.t("command.release.withdraw")}</summary>
      <form className="fields" onSubmit={submit} autoComplete="off">
        <p className="waits">{words.t("desk.outputs.withdrawn.reach")}</p>
        {isLibrary && <p>{words.t("desk.library.withdraw.next")}</p>}
        <FormField label={words.t("release.withdrawnWhy")} value={why} change={setWhy} required />
        <FormField label={words.t("release.withdrawnBy")} value={by} change={setBy} required />
        <p className="actions">
          <Action isSubmit isDisabled={isBusy || !isReady}>
            {words.t("command.release.withdraw")}
          </Action>
        </p>
      </form>
    </details>
  );
}
