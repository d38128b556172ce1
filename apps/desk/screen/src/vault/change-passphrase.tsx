// Another passphrase for the device file. What the old one still opens is said before.
import { useState } from "react";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import type { Submitted } from "../parts/submitted.ts";
import { isNewPassphrase, NewPassphrase } from "./new-passphrase.tsx";

export function ChangePassphrase() {
  const { words, api, announce } = useDesk();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState({ typed: "", again: "" });
  const { run, isBusy } = useAction();
  const change = (event: Submitted): void => {
    event.preventDefault();
    run(async () => {
      await api.changePassphrase({ current, next: next.typed });
      setCurrent("");
      setNext({ typed: "", again: "" });
      announce(words.t("desk.passphrase.changed"));
    });
  };
  return (
    <section className="card" aria-labelledby="passphrase-title">
      <h2 id="passphrase-title">{words.t("desk.passphrase.title")}</h2>
      <p>{words.t("desk.passphrase.old-copies")}</p>
      <details>
        <summary>{words.t("desk.passphrase.action")}</summary>
        <form className="fields" onSubmit={change} autoComplete="off">
          <FormField
            label={words.t("desk.passphrase.current")}
            value={current}
            change={setCurrent}
            type="password"
            required
          />
          <NewPassphrase value={next} change={setNext} label={words.t("desk.passphrase.next")} />
          <div className="actions">
            <Action primary isSubmit isDisabled={isBusy || current === "" || !isNewPassphrase(next)}>
              {words.t("desk.passphrase.action")}
            </Action>
            <output>{isBusy && words.t("desk.vault.unlock.working")}</output>
          </div>
        </form>
      </details>
    </section>
  );
}
