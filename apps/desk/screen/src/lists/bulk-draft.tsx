// A draft that rests on the records that are selected: which document, and its title; the rest is said on the page of the draft.
import { useState } from "react";
import { sourceLocale } from "@tocsin/language";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { navigate } from "../router.ts";
import { useTemplates } from "../writing/templates.ts";
import type { BulkActProps } from "./bulk-act-props.ts";

/** As the command takes at most. */
const mostOfDraft = 200;

export function BulkDraft({ records, done }: BulkActProps) {
  const { words, api, session, changed } = useDesk();
  const { run, isBusy } = useAction();
  const { value: templates, error } = useTemplates();
  const [template, setTemplate] = useState("");
  const [title, setTitle] = useState("");
  if (templates === null) return <Waiting error={error} />;
  if (records.length > mostOfDraft)
    return <p role="alert">{words.t("desk.bulk.draft.too-many", { count: mostOfDraft })}</p>;
  const chosen = templates.find(({ name }) => name === template);
  const begin = async (): Promise<void> => {
    if (chosen === undefined) return;
    const begun = await api.run("document.begin", {
      template: chosen.name,
      title: { text: title.trim(), lang: words.locale },
      language: languageFor(
        chosen.languages,
        session.locales.flatMap(({ code, isWhole }) => (isWhole ? [code] : [])),
        session.locale,
      ),
      audience: chosen.audience,
      records,
    });
    changed();
    done();
    navigate(...(begun.records[0] === undefined ? ["list", "document"] : ["document", begun.records[0]]));
  };
  return (
    <div className="fields">
      <SelectField
        label={words.t("document.template")}
        value={template}
        choices={templates.map(({ name }) => ({
          id: name,
          label: words.t(`documentTemplates.${name}.label`),
        }))}
        choose={setTemplate}
      />
      <FormField label={words.t("document.title")} value={title} change={setTitle} required />
      <p>
        <output>{words.t("desk.bulk.plan.draft", { count: records.length })}</output>
      </p>
      <p className="note">{words.t("desk.bulk.draft.note")}</p>
      <p className="actions">
        <Action
          primary
          isDisabled={isBusy || chosen === undefined || title.trim() === ""}
          onPress={() => run(begin)}
        >
          {words.t("writing.start")}
        </Action>
      </p>
    </div>
  );
}

/** One's own, where its fixed words are whole in it and whoever receives it takes it. */
function languageFor(takes: readonly string[], whole: readonly string[], own: string): string {
  const fits = whole.filter((code) => takes.length === 0 || takes.includes(code));
  return fits.includes(own) ? own : (fits[0] ?? sourceLocale);
}
