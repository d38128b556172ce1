// A new record of any kind: what must be said first; everything else is written on its page.
import type { Submitted } from "../parts/submitted.ts";
import { useState } from "react";
import type { Json } from "@tocsin/core";
import type { Change, FormField } from "@tocsin/records";
import { useAction, useQuery } from "../asking.ts";
import { kindNamed, useDesk } from "../desk.tsx";
import { FieldEditor } from "../fields/field-editor.tsx";
import { FieldGroups } from "../fields/field-groups.tsx";
import { Action } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import { navigate } from "../router.ts";
import { changedValues } from "./changed-values.ts";
import type { RecordPage } from "@tocsin/workspace";

interface NewRecordProps {
  readonly kind: string;
  /** A field that links it to the record it was begun from. */
  readonly link: { readonly field: string; readonly id: string } | null;
}

type Values = Readonly<Record<string, Json>>;

export function NewRecord({ kind, link }: NewRecordProps) {
  const { words, definitions, api, announce, changed } = useDesk();
  const fields = kindNamed(definitions, kind)?.form.fields ?? [];
  const linkField = fields.find(({ name }) => name === link?.field);
  const [values, setValues] = useState<Values>(() => startingValues(linkField, link?.id));
  const { run, isBusy } = useAction();
  const isMissing = fields.some(({ name, required }) => required === true && values[name] === undefined);
  const create = async (): Promise<void> => {
    const { records } = await api.run("record.create", { kind, values });
    announce(words.t("desk.saved"));
    changed();
    navigate(...(records[0] === undefined ? ["list", kind] : [kind, records[0]]));
  };
  const submit = (event: Submitted): void => {
    event.preventDefault();
    run(create);
  };
  return (
    <article className="page">
      <Crumbs trail={[{ label: words.t(`kind.${kind}`), to: ["list", kind] }]} />
      <h1>{words.t("desk.record.new", { kind: words.t(`kind.${kind}.one`) })}</h1>
      <p className="note">{words.t("desk.record.new.note")}</p>
      <form className="fields" onSubmit={submit} autoComplete="off">
        <NewFields
          fields={fields.filter(({ fixed }) => fixed !== true)}
          values={values}
          linkedTo={link?.id ?? null}
          save={(field, change) => setValues((last) => changedValues(last, field.name, change))}
        />
        <p className="actions">
          <Action primary isSubmit isDisabled={isBusy || isMissing}>
            {words.t("action.add")}
          </Action>
        </p>
      </form>
    </article>
  );
}

interface NewFieldsProps {
  readonly fields: readonly FormField[];
  readonly values: Values;
  readonly linkedTo: string | null;
  readonly save: (field: FormField, change: Change) => void;
}

function NewFields({ fields, values, linkedTo, save }: NewFieldsProps) {
  const labels = useLabelOf(linkedTo);
  return (
    <FieldGroups fields={fields} values={values}>
      {(field) => (
        <FieldEditor
          key={field.name}
          field={field}
          value={values[field.name]}
          labels={labels}
          delay={0}
          save={(change) => save(field, change)}
        />
      )}
    </FieldGroups>
  );
}

function useLabelOf(id: string | null): RecordPage["labels"] {
  const { value } = useQuery<RecordPage>(
    id === null ? "home" : "record.show",
    id === null ? {} : { record: id },
  );
  return id === null || value === null ? {} : { [id]: { kind: value.kind, label: value.label } };
}

function startingValues(field: FormField | undefined, id: string | undefined): Values {
  if (field === undefined || id === undefined) return {};
  return { [field.name]: field.many ? [id] : id };
}
