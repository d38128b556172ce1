// The form that begins an assessment: of what, for which period, and at once which others that would overlap.
import { isEdtf, type Json } from "@tocsin/core";
import type { FormField } from "@tocsin/records";
import type { InstrumentPage, OverlappingAssessment, RecordPage } from "@tocsin/workspace";
import { useAction, useQuery } from "../asking.ts";
import { useDesk, type Desk } from "../desk.tsx";
import { FieldEditor } from "../fields/field-editor.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { Action } from "../parts/action.tsx";
import { Crumbs } from "../parts/crumbs.tsx";
import type { Submitted } from "../parts/submitted.ts";
import { Waiting } from "../parts/waiting.tsx";
import { useFilled, type Filling } from "../records/filled.ts";
import { FromRecord, type BegunFrom } from "../records/new-record.tsx";
import { someFields } from "../records/special/some-fields.ts";
import { addressOf, navigate } from "../router.ts";
import { nameOfForm } from "../unsent/form-name.ts";
import { KeptForm, type Kept } from "../unsent/kept-form.tsx";
import { dateWords } from "../words/date-words.ts";
import { codeLabel } from "../words/labels.ts";
import { InstrumentText } from "./instrument-texts.tsx";

type Values = Readonly<Record<string, Json>>;

/** By what is assessed, the kind of its record; a State is known by its country. */
const kindOfSubject: Readonly<Record<string, string>> = {
  company: "organisation",
  measure: "measure",
  proceeding: "proceeding",
};

interface BeginAssessmentProps {
  readonly name: string;
  /** The record that is assessed, where it is begun from one. */
  readonly link: BegunFrom | null;
  /** The State that is assessed, where it is begun from its page. */
  readonly country: string | null;
}

export function BeginAssessment({ name, link, country }: BeginAssessmentProps) {
  const { words } = useDesk();
  const { value, error } = useQuery<InstrumentPage>("instrument.show", { instrument: name });
  if (value === null) return <Waiting error={error} />;
  return (
    <article className="page">
      <Crumbs trail={[{ label: words.t("kind.assessment"), to: ["assess"] }]} />
      <h1>{words.t("command.assessment.begin")}</h1>
      <p className="lead">
        <a href={addressOf("instruments", name)}>
          <InstrumentText of={value} path="title" text={value.title} />
        </a>{" "}
        <small>{words.t("assess.version", { version: value.version })}</small>
      </p>
      <FromRecord link={link}>
        {(begun) => (
          <KeptForm form={nameOfForm(["assess", "begin", name])}>
            {(kept) => (
              <BeginForm instrument={value} from={begun?.from ?? null} country={country} kept={kept} />
            )}
          </KeptForm>
        )}
      </FromRecord>
    </article>
  );
}

interface BeginFormProps {
  readonly instrument: InstrumentPage;
  readonly from: RecordPage | null;
  readonly country: string | null;
  readonly kept: Kept;
}

function BeginForm({ instrument, from, country, kept }: BeginFormProps) {
  const desk = useDesk();
  const { words, api, announce, changed } = desk;
  const { run, isBusy } = useAction();
  const filling = useFilled(kept, () => startingValues(instrument, from, country), fieldsFor(desk, ""));
  const { values, half } = filling.history.now;
  const { assessed } = values;
  const of = typeof assessed === "string" ? assessed : "";
  const fields = fieldsFor(desk, of);
  const isMissing =
    of === "" || fields.some(({ name, required }) => required === true && values[name] === undefined);
  const begin = async (): Promise<void> => {
    const { records } = await api.run("assessment.begin", { ...values, instrument: instrument.id });
    announce(words.t(await kept.end()));
    changed();
    navigate(...(records[0] === undefined ? ["assess"] : ["assessment", records[0]]));
  };
  const submit = (event: Submitted): void => {
    event.preventDefault();
    run(begin);
  };
  return (
    <form className="fields" onSubmit={submit} autoComplete="off">
      <AssessedSelect instrument={instrument} of={of} filling={filling} field={assessedField(desk)} />
      {fields.map((field) => (
        <FieldEditor
          key={`${of} ${field.name}`}
          field={field}
          value={values[field.name]}
          labels={from === null ? {} : { [from.id]: from }}
          delay={0}
          save={(change) => filling.save(field, change)}
          {...(half[field.name] === undefined ? {} : { half: half[field.name] ?? "" })}
          keepHalf={(text) => filling.keepHalf(field, text)}
        />
      ))}
      <Overlapping instrument={instrument.id} values={values} filling={filling} desk={desk} />
      <p className="note">{words.t("assess.begin.two")}</p>
      <p className="actions">
        <Action primary isSubmit isDisabled={isBusy || isMissing || Object.keys(half).length > 0}>
          {words.t("command.assessment.begin")}
        </Action>
      </p>
      {kept.notice}
    </form>
  );
}

function startingValues(
  { subjects }: InstrumentPage,
  from: RecordPage | null,
  ofState: string | null,
): Values {
  const isAbout = (subject: string): boolean =>
    ofState === null ? kindOfSubject[subject] === from?.kind : subject === "state";
  const fits = from !== null && subjects.some(isAbout);
  const assessed = subjects.length === 1 ? subjects[0] : subjects.find(isAbout);
  const country = ofState ?? from?.values["country"];
  return {
    ...(assessed === undefined ? {} : { assessed }),
    ...(fits ? { subject: from.id } : {}),
    ...(typeof country === "string" ? { country } : {}),
  };
}

/** What is asked of each thing that can be assessed: a State by its country, anything else by its record. */
function fieldsFor(desk: Desk, of: string): readonly FormField[] {
  const kind = kindOfSubject[of];
  const isState = of === "state";
  const all = someFields(desk, "assessment", {
    names: [...(kind === undefined ? [] : ["subject"]), "country", "title", "period", "statedReasons"],
    required: ["title", "period", ...(isState ? ["country"] : ["subject"])],
  });
  return all.map((field) =>
    field.name === "subject" && kind !== undefined
      ? { ...field, to: kind, label: `kind.${kind}.one` }
      : field,
  );
}

function assessedField(desk: Desk): FormField | undefined {
  return someFields(desk, "assessment", { names: ["assessed"] })[0];
}

interface AssessedSelectProps {
  readonly instrument: InstrumentPage;
  readonly of: string;
  readonly filling: Filling;
  readonly field: FormField | undefined;
}

function AssessedSelect({ instrument: { subjects }, of, filling, field }: AssessedSelectProps) {
  const { words } = useDesk();
  if (subjects.length < 2 || field === undefined) return null;
  return (
    <SelectField
      label={words.t("assessment.assessed")}
      value={of}
      choices={subjects.map((id) => ({ id, label: codeLabel(words, "assessedKinds", id) }))}
      choose={(code) => filling.save(field, code === "" ? { clear: true } : { set: code })}
    />
  );
}

interface OverlappingProps {
  readonly instrument: string;
  readonly values: Values;
  readonly filling: Filling;
  readonly desk: Desk;
}

/** Said as soon as the thing and the period are known. */
function Overlapping({ instrument, values, filling, desk }: OverlappingProps) {
  const { assessed, country, subject, period } = values;
  const thing = assessed === "state" ? country : subject;
  if (typeof thing !== "string" || typeof period !== "string" || !isEdtf(period)) return null;
  const asked = { instrument, assessed, period, ...(assessed === "state" ? { country } : { subject }) };
  return <Overlaps asked={asked} values={values} filling={filling} desk={desk} />;
}

function Overlaps({
  asked,
  values,
  filling,
  desk,
}: Omit<OverlappingProps, "instrument"> & { readonly asked: object }) {
  const { words } = desk;
  const { value } = useQuery<readonly OverlappingAssessment[]>("assessment.overlapping", asked);
  const [field] = someFields(desk, "assessment", { names: ["supersedes"] });
  if (value === null || value.length === 0) return null;
  return (
    <section className="conflict" aria-label={words.t("assess.overlap")}>
      <output>{words.t("assess.overlap", { count: value.length })}</output>
      <ul className="plain">
        {value.map(({ record, title, period }) => (
          <li key={record}>
            <span>
              <a href={addressOf("assessment", record)}>
                <bdi lang={title?.lang}>{title?.text ?? words.t("kind.assessment.one")}</bdi>
              </a>{" "}
              <small>{dateWords(words, period)}</small>
            </span>
            {field !== undefined && (
              <label className="check">
                <input
                  type="checkbox"
                  checked={values["supersedes"] === record}
                  onChange={({ target }) =>
                    filling.save(field, target.checked ? { set: record } : { clear: true })
                  }
                />
                {words.t("assess.overlap.instead")}
              </label>
            )}
          </li>
        ))}
      </ul>
      <p className="note">{words.t("assess.overlap.note")}</p>
    </section>
  );
}
