// One finding, with what can be done about it.
import { useState } from "react";
import type { FindingPage, RecordPage } from "@tocsin/workspace";
import { useAction, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { useDraft } from "../fields/draft.ts";
import { RecordChooser } from "../fields/link-editor.tsx";
import { TypedField } from "../fields/typed-field.tsx";
import { Action, Go, PrintAction } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { History } from "../records/history.tsx";
import { RecordForm } from "../records/record-form.tsx";
import { addressOf, navigate } from "../router.ts";
import { labelOfKind } from "../words/labels.ts";
import { FindingEvidence } from "./finding-evidence.tsx";
import { FindingFace } from "./finding-face.tsx";

export function FindingScreen({ id }: { readonly id: string }) {
  const { words, pullThread } = useDesk();
  const asked = useQuery<FindingPage>("finding.page", { finding: id });
  const record = useQuery<RecordPage>("record.show", { record: id }).value;
  const page = asked.value;
  if (page === null) return <Waiting error={asked.error} />;
  return (
    <article className="page">
      <Crumbs trail={[{ label: words.t("kind.finding"), to: ["list", "finding"] }]} />
      <h1>
        <bdi>{labelOfKind(words, "finding", page.title)}</bdi>
      </h1>
      <FindingFace face={page}>
        <Go primary to={["happened", "finding", id]}>
          {words.t("desk.quick.record")}
        </Go>
        <Action onPress={() => pullThread(id)}>{words.t("desk.thread")}</Action>
        <PrintAction>{words.t("action.print")}</PrintAction>
      </FindingFace>
      <FindingEvidence page={page} />
      {page.case === null ? (
        <TakeIntoCase id={id} />
      ) : (
        <p>
          {words.t("finding.case")}:{" "}
          <a href={addressOf("case", page.case.id)}>
            <bdi>{page.case.label}</bdi>
          </a>
        </p>
      )}
      {record !== null && (
        <>
          <RecordForm page={record} />
          <History kind="finding" entries={record.history} />
        </>
      )}
    </article>
  );
}

/** Into a case that is there, or into a new one that gets its name here. */
function TakeIntoCase({ id }: { readonly id: string }) {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  const [title, setTitle] = useState("");
  const draft = useDraft(title, 0, setTitle);
  const take = async (into: string | null): Promise<void> => {
    const named = title.trim() === "" ? {} : { title: { text: title.trim(), lang: words.locale } };
    const input = { finding: id, ...(into === null ? named : { into }) };
    const { records } = await api.run("finding.take", input);
    announce(words.t("desk.saved"));
    changed();
    navigate("case", into ?? records[0] ?? "");
  };
  return (
    <section className="card fields take" aria-labelledby="take-title">
      <h2 id="take-title">{words.t("desk.finding.take")}</h2>
      <RecordChooser
        label={words.t("desk.finding.take.into")}
        kind="case"
        choose={(choice) => run(() => take(choice.id))}
      />
      <TypedField label={words.t("desk.finding.take.title")} draft={draft} />
      <Action primary isDisabled={isBusy} onPress={() => run(() => take(null))}>
        {words.t("desk.finding.take.new")}
      </Action>
    </section>
  );
}
