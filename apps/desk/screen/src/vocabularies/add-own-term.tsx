import { useState } from "react";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import type { Submitted } from "../parts/submitted.ts";

interface AddOwnTermProps {
  readonly vocabulary: string;
  readonly parent: string;
}

/** A term that the organisation needs and the standard lacks. Its name is in the language of the screen; more can follow. */
export function AddOwnTerm({ vocabulary, parent }: AddOwnTermProps) {
  const { words, api, announce, changed, fail, setSession } = useDesk();
  const [name, setName] = useState("");
  const add = async (): Promise<void> => {
    const names = [{ text: name.trim(), lang: words.locale }];
    await api.run("term.add", { vocabulary, parent, names });
    setName("");
    announce(words.t("desk.words.added"));
    changed();
    // Its name is among the words from here on.
    setSession(await api.session());
  };
  const submit = (event: Submitted): void => {
    event.preventDefault();
    if (name.trim() !== "") add().catch(fail);
  };
  return (
    <form onSubmit={submit}>
      <p>{words.t("desk.words.add")}</p>
      <FormField label={words.t("desk.words.name")} value={name} change={setName} />
      <Action isSubmit>{words.t("command.term.add")}</Action>
    </form>
  );
}
