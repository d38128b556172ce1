// A small form on a record's page that does one thing in one act. What is typed into it is kept until it is sent, as of any
// form: at the page's address with the form's name behind it it is open, and there again.
import { Fragment, useEffect, useState, type ReactNode } from "react";
import { isJsonObject, type Json } from "@tocsin/core";
import type { Change, FormField } from "@tocsin/records";
import type { RecordPage } from "@tocsin/workspace";
import type { Acknowledged } from "../../api/contract/work.ts";
import { useAction } from "../../asking.ts";
import { useDesk } from "../../desk.tsx";
import { FieldEditor } from "../../fields/field-editor.tsx";
import { Action } from "../../parts/action.tsx";
import type { Submitted } from "../../parts/submitted.ts";
import { useRoute } from "../../router.ts";
import { labelOfTyped, nameOfForm } from "../../unsent/form-name.ts";
import { KeptForm, type Kept } from "../../unsent/kept-form.tsx";
import { changedValues } from "../changed-values.ts";

export type Values = Readonly<Record<string, Json>>;

interface Drawing {
  readonly value: Json | undefined;
  readonly save: (change: Change) => void;
}

interface QuickFormProps {
  /** The record on whose page it stands. */
  readonly page: Pick<RecordPage, "kind" | "id" | "labels">;
  /** Of this form alone on the page; a word of an address. */
  readonly name: string;
  readonly title: string;
  readonly note?: string;
  readonly fields: readonly FormField[];
  readonly starting?: Values;
  /** Draws a field in another way than by its type. */
  readonly draw?: (field: FormField, drawing: Drawing) => ReactNode;
  readonly submit: string;
  readonly send: (values: Values) => Promise<Acknowledged>;
  /** Takes back what was sent, where that goes. */
  readonly undo?: (sent: Acknowledged) => Promise<unknown>;
}

export function QuickForm(props: QuickFormProps) {
  const { page, name, title } = props;
  const [, , part] = useRoute();
  const [isOpen, setOpen] = useState(part === name);
  const [round, setRound] = useState(0);
  const form = nameOfForm([page.kind, page.id, name]);
  const done = (): void => {
    setOpen(false);
    setRound((last) => last + 1);
  };
  return (
    <details className="quick no-print" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && (
        <KeptForm key={round} form={form}>
          {(kept) => <Filling {...props} kept={kept} done={done} />}
        </KeptForm>
      )}
    </details>
  );
}

interface FillingProps extends QuickFormProps {
  readonly kept: Kept;
  readonly done: () => void;
}

function Filling(props: FillingProps) {
  const { page, note, fields, starting = {}, draw, submit, send, undo, kept, done } = props;
  const { words, announce, announceUndo, changed } = useDesk();
  const { run, isBusy } = useAction();
  const [typed, setTyped] = useState<Values | null>(isJsonObject(kept.typed) ? kept.typed : null);
  const values = typed ?? starting;
  const { keep } = kept;
  const label = labelOfTyped(fields, values);
  useEffect(() => {
    if (typed !== null) keep({ typed, label });
  }, [typed, label, keep]);
  const isMissing = fields.some(({ name, required }) => required === true && values[name] === undefined);
  const act = async (): Promise<void> => {
    const sent = await send(values);
    // What was sent is written: where what was kept cannot be dropped now, it says that Home still lists it.
    const said = words.t(await kept.end());
    if (undo === undefined) announce(said);
    else announceUndo(said, () => undo(sent));
    changed();
    done();
  };
  const onSubmit = (event: Submitted): void => {
    event.preventDefault();
    run(act);
  };
  const save = (field: FormField, change: Change): void =>
    setTyped((last) => changedValues(last ?? starting, field.name, change));
  return (
    <form className="fields" onSubmit={onSubmit} autoComplete="off">
      {note !== undefined && <p className="note">{note}</p>}
      {fields.map((field) => {
        const drawing = { value: values[field.name], save: (change: Change) => save(field, change) };
        return (
          <Fragment key={field.name}>
            {draw?.(field, drawing) ?? (
              <FieldEditor field={field} labels={page.labels} delay={0} {...drawing} />
            )}
          </Fragment>
        );
      })}
      <p className="actions">
        <Action primary isSubmit isDisabled={isBusy || isMissing}>
          {submit}
        </Action>
      </p>
      {kept.notice}
    </form>
  );
}
