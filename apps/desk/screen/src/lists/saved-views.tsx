// Ways of looking at a list that were kept in the vault: chosen again, kept under a name, put away and taken back.
import { useState } from "react";
import type { SavedViewFound } from "@tocsin/workspace";
import { useAction, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import type { Submitted } from "../parts/submitted.ts";
import { registerChoice, registers } from "../registers/registers.ts";
import { codeLabel } from "../words/labels.ts";
import { parseChoice } from "./list-choice.ts";
import type { ChoiceProps } from "./list-filters.tsx";

export function SavedViews({ known, choice, change }: ChoiceProps) {
  const { words, session } = useDesk();
  const { kind } = known.view;
  const device = session.vault?.deviceId ?? "";
  const { value } = useQuery<readonly SavedViewFound[]>("saved.views", { list: kind, device });
  return (
    <details className="saved-views no-print">
      <summary>{words.t("desk.list.views")}</summary>
      <ul className="plain">
        {kind === "measure" &&
          registers.map(({ code }) => (
            <li key={code}>
              <Action quiet onPress={() => change(registerChoice(code))}>
                {codeLabel(words, "measureKinds", code)}
              </Action>
            </li>
          ))}
        {(value ?? []).map((each) => (
          <SavedLine
            key={each.record}
            view={each}
            choose={() => change(parseChoice(known.view, each.view))}
          />
        ))}
      </ul>
      <SaveView kind={kind} device={device} choice={choice} />
    </details>
  );
}

interface SavedLineProps {
  readonly view: SavedViewFound;
  readonly choose: () => void;
}

function SavedLine({ view: { record, title, lang }, choose }: SavedLineProps) {
  const { words, api, changed, announceUndo } = useDesk();
  const { run, isBusy } = useAction();
  const putAway = async (): Promise<void> => {
    const { at } = await api.run("record.change", { record, patch: { removed: { set: true } } });
    changed();
    announceUndo(words.t("desk.saved"), async () => {
      await api.run("record.undo", { record, at });
    });
  };
  return (
    <li>
      <Action quiet onPress={choose}>
        <bdi lang={lang}>{title}</bdi>
      </Action>
      <Action
        quiet
        isDisabled={isBusy}
        label={words.t("desk.list.view.remove", { what: title })}
        onPress={() => run(putAway)}
      >
        ×
      </Action>
    </li>
  );
}

interface SaveViewProps {
  readonly kind: string;
  readonly device: string;
  readonly choice: ChoiceProps["choice"];
}

function SaveView({ kind, device, choice }: SaveViewProps) {
  const { words, api, announce, changed } = useDesk();
  const [name, setName] = useState("");
  const { run, isBusy } = useAction();
  const save = async (): Promise<void> => {
    const title = { text: name.trim(), lang: words.locale };
    await api.run("record.create", {
      kind: "savedView",
      values: { title, list: kind, device, view: choice },
    });
    setName("");
    announce(words.t("desk.saved"));
    changed();
  };
  const submit = (event: Submitted): void => {
    event.preventDefault();
    if (name.trim() !== "") run(save);
  };
  return (
    <form className="save-view" onSubmit={submit} autoComplete="off">
      <FormField
        label={words.t("desk.list.view.name")}
        help={words.t("desk.list.view.note")}
        value={name}
        change={setName}
      />
      <Action isSubmit isDisabled={isBusy || name.trim() === ""}>
        {words.t("desk.list.view.save")}
      </Action>
    </form>
  );
}
