// A vault's folder from a copy of it: checked first, and nothing is overwritten.
import { useState } from "react";
import type { RestoreResult } from "../api/contract/copies.ts";
import { useWork } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import { PathPicker } from "../parts/path-picker.tsx";
import type { Submitted } from "../parts/submitted.ts";
import { momentWords } from "../words/date-words.ts";
import { WorkState } from "./work-state.tsx";

export function Restore() {
  const { words, api, session } = useDesk();
  const [from, setFrom] = useState<readonly string[]>([]);
  const [into, setInto] = useState<readonly string[]>([session.home]);
  const [name, setName] = useState("tocsin");
  const [isPartial, setPartial] = useState(false);
  const work = useWork<RestoreResult>("restore");
  const isReady = from.length > 0 && into.length > 0 && name.trim() !== "";
  const restore = (event: Submitted): void => {
    event.preventDefault();
    const folder = `${into[0] ?? ""}/${name.trim()}`;
    work.start(() => api.restore({ backup: from[0] ?? "", folder, partial: isPartial }));
  };
  return (
    <article className="page narrow">
      <h1>{words.t("desk.restore.title")}</h1>
      <p>{words.t("desk.restore.intro")}</p>
      <form className="fields" onSubmit={restore} autoComplete="off">
        <PathPicker label={words.t("desk.restore.from")} chosen={from} choose={setFrom} />
        <PathPicker label={words.t("desk.vault.folder")} chosen={into} choose={setInto} />
        <FormField label={words.t("desk.restore.name")} value={name} change={setName} required />
        <label className="check">
          <input type="checkbox" checked={isPartial} onChange={() => setPartial(!isPartial)} />
          {words.t("desk.restore.partial")}
        </label>
        <div className="actions">
          <Action primary isSubmit isDisabled={work.isBusy || !isReady}>
            {words.t("desk.restore.action")}
          </Action>
        </div>
        <WorkState job={work.job} />
      </form>
      {work.result !== null && <Restored result={work.result} />}
    </article>
  );
}

function Restored({ result }: { readonly result: RestoreResult }) {
  const { words } = useDesk();
  const { restored, damaged, lacks, made, commits, folder } = result;
  const isWhole = damaged.length === 0 && lacks.length === 0;
  const key = restored ? (isWhole ? "done" : "partly") : "not-done";
  return (
    <section className="card" aria-labelledby="restored-title">
      <h2 id="restored-title" className={restored && isWhole ? "verified" : "danger"}>
        {words.t(`desk.restore.${key}`)}
      </h2>
      <p>{words.t("desk.restore.as-of", { when: momentWords(words, made), commits })}</p>
      <ul>
        {damaged.map(({ path, what }) => (
          <li key={path}>
            <code dir="ltr">{path}</code> {words.t(`cli.vault.restore.damaged.${what}`)}
          </li>
        ))}
        {lacks.map((path) => (
          <li key={path}>
            <code dir="ltr">{path}</code> {words.t("cli.vault.restore.damaged.lacking")}
          </li>
        ))}
      </ul>
      {restored && (
        <>
          <p>
            <code dir="ltr">{folder}</code>
          </p>
          <p className="actions">
            <Go primary to={["open"]}>
              {words.t("desk.start.open")}
            </Go>
            <Go to={["recover"]}>{words.t("desk.recover.door")}</Go>
          </p>
        </>
      )}
    </section>
  );
}
