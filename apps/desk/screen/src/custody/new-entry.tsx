// What the program cannot see, written down by a person: who had the piece of evidence, who got it, where it lay.
import { useState } from "react";
import type { Json } from "@tocsin/core";
import { useAction } from "../asking.ts";
import { kindNamed, useDesk } from "../desk.tsx";
import { FieldEditor } from "../fields/field-editor.tsx";
import { Action } from "../parts/action.tsx";
import type { Submitted } from "../parts/submitted.ts";
import { changedValues } from "../records/changed-values.ts";

type Values = Readonly<Record<string, Json>>;

export function NewEntry({ evidence }: { readonly evidence: string }) {
  const { words } = useDesk();
  // Another form once one was sent: its editors hold what was typed.
  const [count, setCount] = useState(0);
  return (
    <section className="card no-print" aria-labelledby="entry-title">
      <h2 id="entry-title">{words.t("desk.custody.entry")}</h2>
      <p>{words.t("desk.custody.entry.why")}</p>
      <EntryForm key={count} evidence={evidence} done={() => setCount(count + 1)} />
    </section>
  );
}

interface EntryFormProps {
  readonly evidence: string;
  readonly done: () => void;
}

function EntryForm({ evidence, done }: EntryFormProps) {
  const { words, definitions, api, announce, changed } = useDesk();
  const [values, setValues] = useState<Values>({});
  const { run, isBusy } = useAction();
  const fields = (kindNamed(definitions, "custody")?.form.fields ?? []).filter(
    ({ name, fixed }) => name !== "evidence" && fixed !== true,
  );
  const isMissing = fields.some(({ name, required }) => required === true && values[name] === undefined);
  const write = async (): Promise<void> => {
    await api.run("record.create", { kind: "custody", values: { ...values, evidence } });
    announce(words.t("desk.custody.entry.done"));
    changed();
    done();
  };
  const submit = (event: Submitted): void => {
    event.preventDefault();
    run(write);
  };
  return (
    <form className="fields" onSubmit={submit} autoComplete="off">
      {fields.map((field) => (
        <FieldEditor
          key={field.name}
          field={field}
          value={values[field.name]}
          labels={{}}
          delay={0}
          save={(change) => setValues((last) => changedValues(last, field.name, change))}
        />
      ))}
      <p className="actions">
        <Action primary isSubmit isDisabled={isBusy || isMissing}>
          {words.t("desk.custody.entry.add")}
        </Action>
      </p>
    </form>
  );
}
