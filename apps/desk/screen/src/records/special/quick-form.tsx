// A small form on a record's page that does one thing in one act. What is typed into it is kept until it is sent, as of any
// form: there again it is open, and so it is at the page's address with the form's name behind it.
import { Fragment, useEffect, useState, type MouseEvent, type ReactNode, type ToggleEvent } from "react";
import { isJsonObject, type Json } from "@tocsin/core";
import type { Change, FormField } from "@tocsin/records";
import type { RecordPage } from "@tocsin/workspace";
import type { UnsentTyped } from "../../api/contract/unsent.ts";
import type { Acknowledged } from "../../api/contract/work.ts";
import { useAction } from "../../asking.ts";
import { useDesk } from "../../desk.tsx";
import { FieldEditor } from "../../fields/field-editor.tsx";
import { Action } from "../../parts/action.tsx";
import type { Submitted } from "../../parts/submitted.ts";
import { useRoute } from "../../router.ts";
import { readForm } from "../../unsent/form-keeper.ts";
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
  const form = nameOfForm([page.kind, page.id, name]);
  const { isOpen, setOpen } = useOpening(form, name);
  const [round, setRound] = useState(0);
  const done = (): void => {
    setOpen(false);
    setRound((last) => last + 1);
  };
  // The browser would fold it first and tell afterwards, under load much later: it is told what was chosen instead.
  const choose = (event: MouseEvent): void => {
    event.preventDefault();
    setOpen(!isOpen);
  };
  // Whatever else folds or unfolds it: nobody chose that.
  const hold = ({ currentTarget }: ToggleEvent<HTMLDetailsElement>): void => {
    currentTarget.open = isOpen;
  };
  return (
    <details className="quick no-print" open={isOpen} onToggle={hold}>
      {/* Its keys are clicks. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <summary onClick={choose}>{title}</summary>
      {isOpen && (
        <KeptForm key={round} form={form}>
          {(kept) => <Filling {...props} kept={kept} done={done} />}
        </KeptForm>
      )}
    </details>
  );
}

/** Open at its own address, when a person opens it, and wherever something was typed into it that is not sent. */
function useOpening(form: string, name: string): { isOpen: boolean; setOpen: (isOpen: boolean) => void } {
  const { api } = useDesk();
  const [, , part] = useRoute();
  // Null until a person says it.
  const [chosen, setChosen] = useState<boolean | null>(part === name ? true : null);
  const [isBegun, setBegun] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    const take = ({ typed }: UnsentTyped): void => {
      if (isCurrent) setBegun(typed !== null);
    };
    // Without an answer it stays folded: what was typed is read again when it is opened.
    void readForm(api, form).then(take, () => undefined);
    return () => {
      isCurrent = false;
    };
  }, [api, form]);
  return { isOpen: chosen ?? isBegun, setOpen: setChosen };
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
