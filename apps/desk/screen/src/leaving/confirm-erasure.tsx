// Nothing goes by one press: a word is typed, because erasing cannot be undone.
import { useState } from "react";
import type { ErasureSubjectInput } from "../api/contract/erasure.ts";
import type { StartedJob } from "../api/contract/work.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import type { Submitted } from "../parts/submitted.ts";

interface ConfirmErasureProps {
  readonly subject: ErasureSubjectInput;
  /** Digest of what the person sees; something else is not erased. */
  readonly plan: string;
  readonly chosen: ReadonlySet<string>;
  readonly erase: (ask: () => Promise<StartedJob>) => void;
}

export function ConfirmErasure({ subject, plan, chosen, erase }: ConfirmErasureProps) {
  const { words, api } = useDesk();
  const [typed, setTyped] = useState("");
  const word = words.t("desk.erase.word");
  const isMeant = typed.trim().toLocaleLowerCase(words.locale) === word.toLocaleLowerCase(words.locale);
  const confirm = (event: Submitted): void => {
    event.preventDefault();
    erase(() => api.erase({ ...subject, plan, records: [...chosen] }));
  };
  return (
    <form className="card fields" onSubmit={confirm} autoComplete="off" aria-labelledby="confirm-title">
      <h2 id="confirm-title">{words.t("desk.erase.confirm")}</h2>
      <p className="danger">{words.t("desk.erase.final")}</p>
      <p>{words.t("desk.erase.stays")}</p>
      <FormField label={words.t("desk.erase.type", { word })} value={typed} change={setTyped} required />
      <div className="actions">
        <Action primary isSubmit isDisabled={!isMeant || chosen.size === 0}>
          {words.t("desk.erase.action")}
        </Action>
      </div>
    </form>
  );
}
