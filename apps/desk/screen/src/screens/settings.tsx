// How this device is set: kept in the vault, for this device alone.
import { useState } from "react";
import type { DeskSettings } from "../api/contract/session.ts";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { FormField } from "../parts/form-field.tsx";
import { Action } from "../parts/action.tsx";
import { PathPicker } from "../parts/path-picker.tsx";
import { LockSettings } from "../vault/lock-settings.tsx";

const grounds: readonly DeskSettings["ground"][] = ["system", "light", "dark"];
const asides: readonly DeskSettings["aside"][] = ["calculator", "notes", "none"];

export function SettingsScreen() {
  const { words } = useDesk();
  return (
    <article className="page">
      <h1>{words.t("desk.settings.title")}</h1>
      <p className="note">{words.t("desk.settings.note")}</p>
      <Looks />
      <LockSettings />
      <Escape />
      <Person />
      <CopyPlace />
    </article>
  );
}

/** Tells the server, and draws what it answers. */
function useChange(): (change: Partial<DeskSettings> & { readonly language?: string }) => void {
  const { words, api, setSession, announce } = useDesk();
  const { run } = useAction();
  return (change) =>
    run(async () => {
      setSession(await api.changeSettings(change));
      announce(words.t("state.saved"));
    });
}

function Looks() {
  const { words, session } = useDesk();
  const change = useChange();
  return (
    <section className="card fields" aria-labelledby="looks-title">
      <h2 id="looks-title">{words.t("desk.settings.looks")}</h2>
      <SelectField
        label={words.t("desk.language")}
        value={session.locale}
        choices={session.locales.map(({ code, name }) => ({ id: code, label: name }))}
        choose={(language) => change({ language })}
        canBeEmpty={false}
      />
      <SelectField
        label={words.t("settings.ground")}
        value={session.settings.ground}
        choices={grounds.map((id) => ({ id, label: words.t(`desk.settings.ground.${id}`) }))}
        choose={(id) => change({ ground: grounds.find((each) => each === id) ?? "system" })}
        canBeEmpty={false}
      />
    </section>
  );
}

function Escape() {
  const { words, session } = useDesk();
  const change = useChange();
  return (
    <section className="card fields" aria-labelledby="aside-title">
      <h2 id="aside-title">{words.t("settings.aside")}</h2>
      <SelectField
        label={words.t("desk.settings.aside.after")}
        value={session.settings.aside}
        choices={asides.map((id) => ({ id, label: words.t(`desk.settings.aside.${id}`) }))}
        choose={(id) => change({ aside: asides.find((each) => each === id) ?? "none" })}
        canBeEmpty={false}
      />
      <p>{words.t("desk.settings.aside.back")}</p>
      <p className="note">{words.t("desk.settings.aside.limits")}</p>
    </section>
  );
}

function Person() {
  const { words, session } = useDesk();
  const change = useChange();
  const [me, setMe] = useState(session.settings.me);
  return (
    <section className="card fields" aria-labelledby="person-title">
      <h2 id="person-title">{words.t("settings.me")}</h2>
      <FormField
        label={words.t("desk.settings.me.name")}
        help={words.t("desk.settings.me.help")}
        value={me}
        change={setMe}
      />
      <div className="actions">
        <Action isDisabled={me.trim() === session.settings.me} onPress={() => change({ me: me.trim() })}>
          {words.t("action.save")}
        </Action>
      </div>
    </section>
  );
}

function CopyPlace() {
  const { words, session } = useDesk();
  const change = useChange();
  const { copyTo } = session.settings;
  return (
    <section className="card fields" aria-labelledby="copy-place-title">
      <h2 id="copy-place-title">{words.t("settings.copyTo")}</h2>
      <PathPicker
        label={words.t("desk.copies.place")}
        chosen={copyTo === "" ? [] : [copyTo]}
        choose={([path = ""]) => change({ copyTo: path })}
      />
      <p className="note">{words.t("desk.copies.apart")}</p>
    </section>
  );
}
