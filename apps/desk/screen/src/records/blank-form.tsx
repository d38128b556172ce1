// An empty form for a record that is not there yet, made from a list of fields.
import type { Submitted } from "../parts/submitted.ts";
import { memo, useMemo } from "react";
import type { Json } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import type { FormField } from "@tocsin/records";
import type { RecordPage } from "@tocsin/workspace";
import type { Acknowledged } from "../api/contract/work.ts";
import { useAction } from "../asking.ts";
import { useDrawnIn } from "../beside/drawn-in.ts";
import { useDesk } from "../desk.tsx";
import { FieldEditor } from "../fields/field-editor.tsx";
import { FieldGroups } from "../fields/field-groups.tsx";
import { Action } from "../parts/action.tsx";
import { Crumbs, type Crumb } from "../parts/crumbs.tsx";
import { caseIn, evidenceFieldIn } from "../long-texts/evidence-field.ts";
import { LongTextsOf } from "../long-texts/long-texts.tsx";
import { nameOfForm } from "../unsent/form-name.ts";
import { KeptForm, type Kept } from "../unsent/kept-form.tsx";
import { UndoRedo } from "../unsent/undo-redo.tsx";
import { useFilled, type Filled, type Filling } from "./filled.ts";
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
  /** Null where whoever draws the form says it. */
  readonly title: string | null;
  readonly note: string | null;
  readonly fields: readonly FormField[];
  readonly begun: Begun | null;
  /** Codes that it begins with, by field. */
  readonly given?: Values;
  /** Names of the fields that come first; all others are behind one line. */
  readonly first?: readonly string[] | null;
  readonly send: (values: Values) => Promise<Acknowledged>;
  /** Where it leads then, in place of the record that it made. */
  readonly then?: readonly string[];
}

/** What is typed is kept at the server until it is sent: at this address it is there again, beside a page or alone. */
export function BlankForm(props: BlankFormProps) {
  const form = nameOfForm(useDrawnIn().route);
  return <KeptForm form={form}>{(kept) => <FormPage {...props} form={form} kept={kept} />}</KeptForm>;
}

interface FormPageProps extends BlankFormProps {
  readonly form: string;
  readonly kept: Kept;
}

function FormPage(props: FormPageProps) {
  const { form, kind, title, note, fields, begun, given = {}, first = null, send, then, kept } = props;
  const { words, announce, changed } = useDesk();
  const { isBeside, leave } = useDrawnIn();
  const filling = useFilled(kept, () => ({ ...startingValues(fields, begun), ...given }), fields);
  const { values, half } = filling.history.now;
  const { run, isBusy } = useAction();
  const isEmpty = ({ name, required }: FormField): boolean => required === true && values[name] === undefined;
  const missing = fields.filter((field) => isEmpty(field) || half[field.name] !== undefined);
  const labels = useMemo(() => labelsOf(begun), [begun]);
  const linkField = evidenceFieldIn(fields);
  const create = async (): Promise<void> => {
    const { records } = await send(values);
    announce(words.t(await kept.end()));
    changed();
    leave(then ?? (records[0] === undefined ? ["list", kind] : [kind, records[0]]));
  };
  const submit = (event: Submitted): void => {
    event.preventDefault();
    run(create);
  };
  return (
    <article className="page">
      {!isBeside && title !== null && <Crumbs trail={trailOf(words, kind, begun)} />}
      {!isBeside && title !== null && <h1>{title}</h1>}
      {note !== null && <p className="note">{note}</p>}
      <form className="fields" onSubmit={submit} autoComplete="off">
        <LongTextsOf
          form={form}
          caseId={caseIn(values)}
          link={linkField === undefined ? null : (evidence) => filling.save(linkField, { add: [evidence] })}
        >
          <BlankFields {...{ fields, values, half, first }} labels={labels} {...filling} />
        </LongTextsOf>
        <p className="actions">
          <Action
            primary
            isSubmit
            isDisabled={isBusy || missing.length > 0 || unmetNeeds(fields, values).length > 0}
          >
            {words.t("action.add")}
          </Action>
          <UndoRedo history={filling.history} change={filling.change} />
        </p>
        <StillToFill fields={missing} />
        {kept.notice}
      </form>
    </article>
  );
}

/** Why it cannot be sent yet. */
function StillToFill({ fields }: { readonly fields: readonly FormField[] }) {
  const { words } = useDesk();
  if (fields.length === 0) return null;
  const list = new Intl.ListFormat(words.locale, { type: "unit" });
  return (
    <p className="note">
      {words.t("desk.new.still", { list: list.format(fields.map(({ label }) => words.t(label))) })}
    </p>
  );
}

interface BlankFieldsProps extends Pick<Filling, "save" | "keepHalf"> {
  readonly fields: readonly FormField[];
  readonly values: Values;
  readonly labels: RecordPage["labels"];
  readonly half: Filled["half"];
  readonly first: readonly string[] | null;
}

function BlankFields({ fields, values, labels, half, first, save, keepHalf }: BlankFieldsProps) {
  return (
    <FieldGroups fields={fields.filter(isFilled)} values={values} first={first}>
      {(field) => (
        <div key={field.name} className="field-place">
          <BlankField
            {...{ field, labels, save, keepHalf }}
            value={values[field.name]}
            half={half[field.name]}
          />
          <NeedNote field={field} fields={fields} values={values} />
        </div>
      )}
    </FieldGroups>
  );
}

/** By a person: moments of the clock and data of the program are not, and are not there yet. */
function isFilled({ type }: FormField): boolean {
  return type !== "instant" && type !== "data";
}

interface BlankFieldProps extends Pick<BlankFieldsProps, "labels" | "save" | "keepHalf"> {
  readonly field: FormField;
  readonly value: Json | undefined;
  readonly half: string | undefined;
}

/** Drawn anew when it changes itself: a key in one field leaves the others alone. */
const BlankField = memo(function BlankField(props: BlankFieldProps) {
  const { field, value, half, labels, save, keepHalf } = props;
  return (
    <FieldEditor
      field={field}
      value={value}
      labels={labels}
      delay={0}
      save={(change) => save(field, change)}
      {...(half === undefined ? {} : { half })}
      keepHalf={(text) => keepHalf(field, text)}
    />
  );
});

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
