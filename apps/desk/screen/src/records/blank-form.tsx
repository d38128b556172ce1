// An empty form for a record that is not there yet, made from a list of fields.
import type { Submitted } from "../parts/submitted.ts";
import { useEffect, useState } from "react";
import { isJsonObject, type Json } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import type { Change, FormField } from "@tocsin/records";
import type { RecordPage } from "@tocsin/workspace";
import type { Acknowledged } from "../api/contract/work.ts";
import { useAction } from "../asking.ts";
import { useDrawnIn } from "../beside/drawn-in.ts";
import { useDesk } from "../desk.tsx";
import { FieldEditor } from "../fields/field-editor.tsx";
import { FieldGroups } from "../fields/field-groups.tsx";
import { Action } from "../parts/action.tsx";
import { Crumbs, type Crumb } from "../parts/crumbs.tsx";
import { labelOfTyped, nameOfForm } from "../unsent/form-name.ts";
import { KeptForm, type Kept } from "../unsent/kept-form.tsx";
import { historyOf, stepped } from "../unsent/typed-history.ts";
import { UndoRedo } from "../unsent/undo-redo.tsx";
import { changedValues } from "./changed-values.ts";
import { NeedNote } from "./need-note.tsx";
import { unmetNeeds } from "./needs.ts";

type Values = Readonly<Record<string, Json>>;

export interface Begun {
  readonly from: RecordPage;
  readonly field: string;
}

interface BlankFormProps {
  /** Kind of the record that it makes. */
  readonly kind: string;
  readonly title: string;
  readonly note: string;
  readonly fields: readonly FormField[];
  readonly begun: Begun | null;
  readonly send: (values: Values) => Promise<Acknowledged>;
}

/** What is typed is kept at the server until it is sent: at this address it is there again, beside a page or alone. */
export function BlankForm(props: BlankFormProps) {
  const form = nameOfForm(useDrawnIn().route);
  return <KeptForm form={form}>{(kept) => <Filling {...props} kept={kept} />}</KeptForm>;
}

function Filling({ kind, title, note, fields, begun, send, kept }: BlankFormProps & { readonly kept: Kept }) {
  const { words, announce, changed } = useDesk();
  const { isBeside, leave } = useDrawnIn();
  const [history, setHistory] = useState(() =>
    historyOf<Values>(isJsonObject(kept.typed) ? kept.typed : startingValues(fields, begun)),
  );
  const values = history.now;
  const { keep } = kept;
  const label = labelOfTyped(fields, values);
  useEffect(() => {
    if (history.past.length + history.future.length > 0) keep({ typed: history.now, label });
  }, [history, label, keep]);
  const { run, isBusy } = useAction();
  const isMissing = fields.some(({ name, required }) => required === true && values[name] === undefined);
  const create = async (): Promise<void> => {
    const { records } = await send(values);
    // The record is written: where the form cannot be dropped now, Home still lists it.
    await kept.end().catch(() => undefined);
    announce(words.t("desk.saved"));
    changed();
    leave(records[0] === undefined ? ["list", kind] : [kind, records[0]]);
  };
  const submit = (event: Submitted): void => {
    event.preventDefault();
    run(create);
  };
  return (
    <article className="page">
      {!isBeside && <Crumbs trail={trailOf(words, kind, begun)} />}
      {!isBeside && <h1>{title}</h1>}
      <p className="note">{note}</p>
      <form className="fields" onSubmit={submit} autoComplete="off">
        <BlankFields
          fields={fields}
          values={values}
          labels={labelsOf(begun)}
          save={(field, change) =>
            setHistory((last) =>
              stepped(last, {
                now: changedValues(last.now, field.name, change),
                field: field.name,
                inOne: "set" in change && field.vocabulary === undefined,
              }),
            )
          }
        />
        <p className="actions">
          <Action primary isSubmit isDisabled={isBusy || isMissing || unmetNeeds(fields, values).length > 0}>
            {words.t("action.add")}
          </Action>
          <UndoRedo history={history} change={setHistory} />
        </p>
        {kept.notice}
      </form>
    </article>
  );
}

interface BlankFieldsProps {
  readonly fields: readonly FormField[];
  readonly values: Values;
  readonly labels: RecordPage["labels"];
  readonly save: (field: FormField, change: Change) => void;
}

function BlankFields({ fields, values, labels, save }: BlankFieldsProps) {
  return (
    <FieldGroups fields={fields} values={values}>
      {(field) => (
        <div key={field.name} className="field-place">
          <FieldEditor
            field={field}
            value={values[field.name]}
            labels={labels}
            delay={0}
            save={(change) => save(field, change)}
          />
          <NeedNote field={field} fields={fields} values={values} />
        </div>
      )}
    </FieldGroups>
  );
}

function trailOf(words: Translator, kind: string, begun: Begun | null): readonly Crumb[] {
  const list = { label: words.t(`kind.${kind}`), to: ["list", kind] };
  if (begun === null) return [list];
  const { from } = begun;
  const label = from.label === "" ? words.t(`kind.${from.kind}.one`) : from.label;
  return [list, { label, to: [from.kind, from.id] }];
}

function labelsOf(begun: Begun | null): RecordPage["labels"] {
  if (begun === null) return {};
  const { kind, id, label, labels } = begun.from;
  return { ...labels, [id]: { kind, label } };
}

/** What it is begun from, and the case that this one is in. */
function startingValues(fields: readonly FormField[], begun: Begun | null): Values {
  const field = fields.find(({ name }) => name === begun?.field);
  if (field === undefined || begun === null) return {};
  const { id, values } = begun.from;
  const inCase = fields.some(({ name, to, type }) => name === "case" && to === "case" && type === "link");
  const { case: ofFrom } = values;
  return {
    ...(inCase && ofFrom !== undefined ? { case: ofFrom } : {}),
    [field.name]: field.many ? [id] : id,
  };
}
