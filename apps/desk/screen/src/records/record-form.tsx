// Every field of a record, from its definition. Each saves itself, says so quietly, and can be undone.
import { useEffect, useState, useSyncExternalStore, type FocusEvent } from "react";
import type { Json } from "@tocsin/core";
import type { FormField } from "@tocsin/records";
import type { RecordPage } from "@tocsin/workspace";
import { Part } from "../beside/part.tsx";
import { kindNamed, useDesk } from "../desk.tsx";
import { FieldEditor } from "../fields/field-editor.tsx";
import { FieldGroups } from "../fields/field-groups.tsx";
import { FieldReading } from "../fields/field-reading.tsx";
import { LanguageNotice } from "../fields/language-notice.tsx";
import { caseIn, evidenceFieldIn } from "../long-texts/evidence-field.ts";
import { LongTextsOf } from "../long-texts/long-texts.tsx";
import { registerFields } from "../registers/registers.ts";
import { useWarning } from "../unsent/leaving-warning.ts";
import { Conflict } from "./conflict.tsx";
import { Behind, Contest } from "./contest.tsx";
import type { FieldSaves, SavesShown } from "./field-saves.ts";
import { FormHead } from "./form-head.tsx";
import { NeedNote } from "./need-note.tsx";
import { patchedValues } from "./needs.ts";

/** After the last key: often enough that nothing is lost, seldom enough that the history can be read. */
const delay = 1200;

export function RecordForm({ page }: { readonly page: RecordPage }) {
  const { words, definitions } = useDesk();
  const fields = kindNamed(definitions, page.kind)?.form.fields ?? [];
  const saves = useSaves(page, fields);
  const shown = useSyncExternalStore(saves.subscribe, saves.shown);
  useWarning(shown.phase !== "saved");
  const [count, setCount] = useState(0);
  const values = patchedValues(page.values, shown.held);
  // A field stays where it is while somebody writes.
  const [first] = useState(() => registerFields(page.kind, page.values["measureKind"]));
  const startAgain = (): void => setCount((last) => last + 1);
  const isEdited = fields.some(({ fixed }) => fixed !== true);
  return (
    <Part className="record-form" label={words.t("desk.record.fields")}>
      {isEdited && (
        <FormHead page={page} fields={fields} saves={saves} phase={shown.phase} startAgain={startAgain} />
      )}
      <LongTextsOf form={`${page.kind}_${page.id}`} caseId={caseOf(page)} link={linkFrom(fields, saves)}>
        <div className="fields" key={count}>
          <FieldGroups fields={fields.filter(({ fixed }) => fixed !== true)} values={values} first={first}>
            {(field) => (
              <FieldPlace
                key={field.name}
                {...{ field, fields, page, values, saves, shown }}
                startAgain={startAgain}
              />
            )}
          </FieldGroups>
        </div>
      </LongTextsOf>
      <FixedFields fields={fields.filter(({ fixed }) => fixed === true)} page={page} isAll={!isEdited} />
    </Part>
  );
}

function linkFrom(fields: readonly FormField[], saves: FieldSaves): ((evidence: string) => void) | null {
  const field = evidenceFieldIn(fields);
  return field === undefined ? null : (evidence) => saves.save(field.name, { add: [evidence] });
}

function caseOf({ kind, id, values }: RecordPage): string | null {
  return kind === "case" ? id : caseIn(values);
}

function useSaves(page: RecordPage, fields: readonly FormField[]): FieldSaves {
  const { saves: book } = useDesk();
  const { kind, id: record, label, values } = page;
  const saves = book.of({ kind, record, label, fields, values });
  useEffect(() => book.show(record), [book, record]);
  useEffect(() => saves.take(values), [saves, values]);
  return saves;
}

interface FieldPlaceProps {
  readonly field: FormField;
  readonly fields: readonly FormField[];
  readonly page: RecordPage;
  readonly values: Readonly<Record<string, Json>>;
  readonly saves: FieldSaves;
  readonly shown: SavesShown;
  readonly startAgain: () => void;
}

function FieldPlace({ field, fields, page, values, saves, shown, startAgain }: FieldPlaceProps) {
  const { name } = field;
  const contested = shown.contested[name];
  const half = shown.half[name];
  const settle = async (keep: Json): Promise<void> => {
    await saves.settle(name, keep);
    startAgain();
  };
  const [round, setRound] = useState(0);
  const leave = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!currentTarget.contains(relatedTarget) && saves.leave(name)) setRound((last) => last + 1);
  };
  return (
    <div className="field-place" onInputCapture={() => saves.begin(name)} onBlur={leave}>
      {contested !== undefined && <Contest field={field} contested={contested} page={page} settle={settle} />}
      {shown.behind.includes(name) && <Behind field={field} page={page} />}
      <Conflict field={field} page={page} save={(change) => saves.save(name, change)} />
      <FieldEditor
        key={round}
        field={field}
        value={values[name]}
        labels={page.labels}
        delay={delay}
        save={(change) => saves.save(name, change)}
        {...(half === undefined ? {} : { half })}
        keepHalf={(text) => saves.keepHalf(name, text)}
      />
      <LanguageNotice field={field} fields={fields} values={values} />
      <NeedNote field={field} fields={fields} values={values} />
    </div>
  );
}

interface FixedFieldsProps {
  readonly fields: readonly FormField[];
  readonly page: RecordPage;
  /** Whether there is nothing else to see. */
  readonly isAll: boolean;
}

/** What the program wrote and nobody edits: folded away, unless it is all that there is. */
function FixedFields({ fields, page, isAll }: FixedFieldsProps) {
  const { words } = useDesk();
  // The words of a question stand above, in the place of its name.
  const isSaid = ({ name }: FormField): boolean => name === "question" && page.question !== undefined;
  const known = fields.filter((field) => page.values[field.name] !== undefined && !isSaid(field));
  if (known.length === 0) return null;
  const readings = known.map((field) => (
    <FieldReading key={field.name} field={field} value={page.values[field.name]} labels={page.labels} />
  ));
  if (isAll) return <div className="card all-fixed">{readings}</div>;
  return (
    <details className="fixed-fields">
      <summary>{words.t("desk.record.fixed")}</summary>
      {readings}
    </details>
  );
}
