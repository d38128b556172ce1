// Copies of the vault in other places: which there are, and bringing one up to date.
import { useState } from "react";
import type { ListPage } from "@tocsin/workspace";
import type { BackupResult } from "../api/contract/copies.ts";
import { useQuery, useWork } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import { PathPicker } from "../parts/path-picker.tsx";
import type { Submitted } from "../parts/submitted.ts";
import { sizeWords } from "../words/amounts.ts";
import { momentWords } from "../words/date-words.ts";
import { WorkState } from "./work-state.tsx";

export function Copies() {
  const { words } = useDesk();
  return (
    <section className="card" aria-labelledby="copies-title">
      <h2 id="copies-title">{words.t("desk.copies.title")}</h2>
      <p>{words.t("desk.copies.why")}</p>
      <KnownCopies />
      <MakeCopy />
      <p className="actions">
        <Go quiet to={["restore"]}>
          {words.t("desk.restore.title")}
        </Go>
      </p>
    </section>
  );
}

function KnownCopies() {
  const { words } = useDesk();
  const { value } = useQuery<ListPage>("record.list", { kind: "copy" });
  if (value === null) return null;
  if (value.rows.length === 0) return <p className="waits">{words.t("desk.copies.none")}</p>;
  return (
    <ul className="plain">
      {value.rows.map(({ id, label, sort }) => (
        <li key={id}>
          <bdi>{label}</bdi> <small>{momentWords(words, sort)}</small>
        </li>
      ))}
    </ul>
  );
}

function MakeCopy() {
  const { words, api, session } = useDesk();
  const [place, setPlace] = useState<readonly string[]>(
    session.settings.copyTo === "" ? [] : [session.settings.copyTo],
  );
  const [label, setLabel] = useState("");
  const work = useWork<BackupResult>("backup");
  const [path] = place;
  const make = (event: Submitted): void => {
    event.preventDefault();
    if (path === undefined) return;
    const named = label.trim() === "" ? {} : { label: label.trim(), lang: session.locale };
    work.start(() => api.backUp({ path, ...named }));
  };
  return (
    <form className="fields" onSubmit={make} autoComplete="off">
      <PathPicker label={words.t("desk.copies.place")} chosen={place} choose={setPlace} />
      <FormField
        label={words.t("desk.copies.label")}
        help={words.t("desk.copies.label.help")}
        value={label}
        change={setLabel}
      />
      <div className="actions">
        <Action primary isSubmit isDisabled={work.isBusy || path === undefined}>
          {words.t("desk.copies.make")}
        </Action>
      </div>
      <WorkState job={work.job} />
      {work.result !== null && <Made made={work.result} />}
    </form>
  );
}

function Made({ made }: { readonly made: BackupResult }) {
  const { words } = useDesk();
  const { files, bytes, written, verified, problems } = made;
  return (
    <div>
      <p className={problems.length === 0 ? "verified" : "danger"}>
        {words.t("cli.vault.backup.done", {
          files,
          size: sizeWords(words, bytes),
          written: sizeWords(words, written.bytes),
        })}
      </p>
      {verified && <p>{words.t("desk.copies.verified")}</p>}
      {problems.length > 0 && (
        <ul>
          {problems.map(({ path, what }) => (
            <li key={path}>
              <code dir="ltr">{path}</code> {words.t(`cli.vault.backup.problem.${what}`)}
            </li>
          ))}
        </ul>
      )}
      <p className="note">{words.t("desk.copies.apart")}</p>
    </div>
  );
}
