// The form that begins a draft: its title, what it is about, in which language, for whom, and how long it may be.
import { sourceLocale } from "@tocsin/language";
import type { Json } from "@tocsin/core";
import type { FormField as FormFieldOf } from "@tocsin/records";
import type { OfferedTemplate, RecordPage } from "@tocsin/workspace";
import { useAction } from "../asking.ts";
import { useDesk, type Desk } from "../desk.tsx";
import { FieldEditor } from "../fields/field-editor.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { choicesOf } from "../fields/vocabulary-choices.ts";
import { Action } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import type { Submitted } from "../parts/submitted.ts";
import { Waiting } from "../parts/waiting.tsx";
import { useFilled, type Filling } from "../records/filled.ts";
import { FromRecord, type BegunFrom } from "../records/new-record.tsx";
import { someFields } from "../records/special/some-fields.ts";
import { navigate } from "../router.ts";
import { nameOfForm } from "../unsent/form-name.ts";
import { KeptForm, type Kept } from "../unsent/kept-form.tsx";
import { UndoRedo } from "../unsent/undo-redo.tsx";
import { TemplateFacts } from "./gallery.tsx";
import {
  ChooseOfState,
  FromState,
  recordsField,
  recordsIn,
  valuesOfState,
  type BegunFromState,
} from "./from-state.tsx";
import { LimitsFields } from "./limits-fields.tsx";
import { RulesLine, RulesList } from "./template-rules.tsx";
import { aboutFields, useTemplates } from "./templates.ts";

type Values = Readonly<Record<string, Json>>;

interface BeginDraftProps {
  readonly name: string;
  /** The record that it is to be about. */
  readonly link: BegunFrom | null;
}

export function BeginDraft({ name, link }: BeginDraftProps) {
  const { words } = useDesk();
  const { value, error } = useTemplates();
  const template = value?.find((each) => each.name === name);
  if (template === undefined) return <Waiting error={error} />;
  const route = ["write", "begin", name, ...(link === null ? [] : [link.field, link.id])];
  return (
    <article className="page">
      <Crumbs
        trail={[
          { label: words.t("kind.document"), to: ["list", "document"] },
          { label: words.t("writing.begin"), to: ["write"] },
        ]}
      />
      <h1>{words.t(`documentTemplates.${name}.label`)}</h1>
      <p className="lead">{words.t(`documentTemplates.${name}.definition`)}</p>
      <TemplateFacts template={template} />
      <RulesLine rules={template.rules} />
      <RulesList rules={template.rules} />
      <FromRecord link={link?.field === "country" ? null : link}>
        {(begun) => (
          <FromState country={link?.field === "country" ? link.id : null}>
            {(state) => (
              <KeptForm form={nameOfForm(route)}>
                {(kept) => <BeginForm template={template} begun={begun} state={state} kept={kept} />}
              </KeptForm>
            )}
          </FromState>
        )}
      </FromRecord>
    </article>
  );
}

interface BeginFormProps {
  readonly template: OfferedTemplate;
  readonly begun: { readonly from: RecordPage; readonly field: string } | null;
  /** The State that it is to be about, where it is begun from its page. */
  readonly state: BegunFromState | null;
  readonly kept: Kept;
}

function BeginForm({ template, begun, state, kept }: BeginFormProps) {
  const desk = useDesk();
  const { words, api, announce, changed } = desk;
  const { run, isBusy } = useAction();
  const fields = fieldsFor(desk, template);
  const filling = useFilled(
    kept,
    () => ({ ...startingValues(desk, template, begun), ...(state === null ? {} : valuesOfState(state)) }),
    fields,
  );
  const { values, half } = filling.history.now;
  const isMissing = fields.some(({ name, required }) => required === true && values[name] === undefined);
  const begin = async (): Promise<void> => {
    const { records } = await api.run("document.begin", { ...values, template: template.name });
    announce(words.t(await kept.end()));
    changed();
    navigate(...(records[0] === undefined ? ["list", "document"] : ["document", records[0]]));
  };
  const submit = (event: Submitted): void => {
    event.preventDefault();
    run(begin);
  };
  const limits = fields.find(({ name }) => name === "limits");
  return (
    <form className="fields" onSubmit={submit} autoComplete="off">
      {fields.map((field) => (
        <BeginField key={field.name} field={field} template={template} begun={begun} filling={filling} />
      ))}
      {limits !== undefined && (
        <LimitsFields
          template={template}
          value={values["limits"]}
          change={(set) =>
            filling.save(limits, Object.keys(set).length === 0 ? { clear: true } : { set: { ...set } })
          }
        />
      )}
      {state !== null && (
        <ChooseOfState
          groups={state.groups}
          chosen={recordsIn(values)}
          choose={(ids) => filling.save(recordsField, ids.length === 0 ? { clear: true } : { set: [...ids] })}
        />
      )}
      <p className="actions">
        <Action primary isSubmit isDisabled={isBusy || isMissing || Object.keys(half).length > 0}>
          {words.t("writing.start")}
        </Action>
        <UndoRedo history={filling.history} change={filling.change} />
      </p>
      {isMissing && <p className="note">{words.t("writing.start.still")}</p>}
      {kept.notice}
    </form>
  );
}

interface BeginFieldProps extends Pick<BeginFormProps, "template" | "begun"> {
  readonly field: FormFieldOf;
  readonly filling: Filling;
}

function BeginField({ field, template, begun, filling }: BeginFieldProps) {
  const desk = useDesk();
  const { words, definitions } = desk;
  const { values, half } = filling.history.now;
  const value = values[field.name];
  const choose = (choices: readonly { readonly id: string; readonly label: string }[]) => (
    <SelectField
      label={words.t(field.label)}
      value={typeof value === "string" ? value : ""}
      choices={choices}
      choose={(code) => filling.save(field, { set: code })}
      canBeEmpty={false}
    />
  );
  if (field.name === "limits") return null;
  if (field.name === "language") return choose(languagesFor(desk, template));
  if (field.name === "audience") return choose(choicesOf(words, definitions, "audiences"));
  const typed = half[field.name];
  return (
    <FieldEditor
      field={field}
      value={value}
      labels={begun === null ? {} : { ...begun.from.labels, [begun.from.id]: begun.from }}
      delay={0}
      save={(change) => filling.save(field, change)}
      {...(typed === undefined ? {} : { half: typed })}
      keepHalf={(text) => filling.keepHalf(field, text)}
    />
  );
}

/** Its fixed words are there in these; those that its receiver takes stand in front. */
function languagesFor({ session }: Desk, { languages }: OfferedTemplate) {
  const whole = session.locales.filter(({ isWhole }) => isWhole);
  const takes = ({ code }: { readonly code: string }): boolean =>
    languages.length === 0 || languages.includes(code);
  return whole.filter(takes).map(({ code, name }) => ({ id: code, label: name }));
}

function fieldsFor(desk: Desk, { about }: OfferedTemplate): readonly FormFieldOf[] {
  const names = [
    "title",
    ...aboutFields[about],
    "language",
    "audience",
    "organisation",
    "addressee",
    "limits",
  ];
  return someFields(desk, "document", { names, required: ["title", "language"] });
}

function startingValues(desk: Desk, template: OfferedTemplate, begun: BeginFormProps["begun"]): Values {
  const { locale } = desk.session;
  const [first] = languagesFor(desk, template);
  const own = languagesFor(desk, template).find(({ id }) => id === locale) ?? first;
  const fits = begun !== null && aboutFields[template.about].includes(begun.field);
  const inCase = begun?.from.values["case"];
  return {
    language: own?.id ?? sourceLocale,
    audience: template.audience,
    ...(typeof inCase === "string" ? { case: inCase } : {}),
    ...(fits ? { [begun.field]: begun.from.id } : {}),
  };
}
