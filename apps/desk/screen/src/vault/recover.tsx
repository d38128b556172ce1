// Opening a vault with its recovery sheet: for whoever has lost the passphrase or the computer.
import { useState } from "react";
import { useDesk } from "../desk.tsx";
import { useAction } from "../asking.ts";
import { Action, Go } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import { PathPicker } from "../parts/path-picker.tsx";
import type { Submitted } from "../parts/submitted.ts";
import { numberWords } from "../words/amounts.ts";
import { isNewPassphrase, NewPassphrase } from "./new-passphrase.tsx";
import { goToOpened } from "./opened.ts";

const wordCount = 24;

export function Recover() {
  const { words, api, setSession, announce } = useDesk();
  const [paths, setPaths] = useState<readonly string[]>([]);
  const [sheet, setSheet] = useState("");
  const [device, setDevice] = useState("");
  const [next, setNext] = useState({ typed: "", again: "" });
  const { run, isBusy } = useAction();
  const count = wordsIn(sheet);
  const isCode = sheet.trim().startsWith("tocsin-recovery/");
  const isReady =
    paths.length > 0 && (isCode || count === wordCount) && device.trim() !== "" && isNewPassphrase(next);
  const recover = (event: Submitted): void => {
    event.preventDefault();
    run(async () => {
      const input = { path: paths[0] ?? "", sheet, passphrase: next.typed, deviceName: device.trim() };
      const session = await api.recoverVault(input);
      setSession(session);
      // A large vault goes on opening, and the notice of that goes on when it has ended.
      if (session.opening !== null) return;
      announce(words.t("desk.recover.done"));
      goToOpened(session);
    });
  };
  return (
    <article className="page narrow">
      <h1>{words.t("desk.recover.title")}</h1>
      <p>{words.t("desk.recover.intro")}</p>
      <form className="fields" onSubmit={recover} autoComplete="off">
        <PathPicker label={words.t("desk.recover.folder")} chosen={paths} choose={setPaths} />
        <FormField
          label={words.t("desk.recover.words")}
          help={words.t("desk.recover.words.help")}
          value={sheet}
          change={setSheet}
          multiline
          required
        />
        {!isCode && <WordCount count={count} />}
        <FormField
          label={words.t("desk.vault.device")}
          help={words.t("desk.recover.device.help")}
          value={device}
          change={setDevice}
          required
        />
        <NewPassphrase value={next} change={setNext} label={words.t("desk.passphrase.next")} />
        <WhatHappens />
        <RecoverAction isBusy={isBusy} isReady={isReady} />
      </form>
      <p className="actions">
        <Go quiet to={["restore"]}>
          {words.t("desk.restore.title")}
        </Go>
      </p>
    </article>
  );
}

function RecoverAction({ isBusy, isReady }: { readonly isBusy: boolean; readonly isReady: boolean }) {
  const { words } = useDesk();
  return (
    <div className="actions">
      <Action primary isSubmit isDisabled={isBusy || !isReady}>
        {words.t("desk.recover.action")}
      </Action>
      <output>{isBusy && words.t("desk.vault.unlock.working")}</output>
    </div>
  );
}

function WordCount({ count }: { readonly count: number }) {
  const { words } = useDesk();
  return (
    <output>
      {words.t("desk.recover.count", {
        count: numberWords(words, count),
        total: numberWords(words, wordCount),
      })}
    </output>
  );
}

function WhatHappens() {
  const { words } = useDesk();
  return (
    <section className="waits" aria-labelledby="recover-then">
      <h2 id="recover-then">{words.t("desk.recover.then")}</h2>
      <ul>
        <li>{words.t("desk.recover.then.removed")}</li>
        <li>{words.t("desk.recover.then.epoch")}</li>
        <li>{words.t("desk.recover.then.copies")}</li>
        <li>{words.t("desk.recover.then.sheet")}</li>
      </ul>
    </section>
  );
}

function wordsIn(typed: string): number {
  return typed.match(/\p{L}+/gu)?.length ?? 0;
}
